import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgrammeView } from '../../src/api/programmes.js';
import { onDatabase } from '../corpus/records/units.js';
import { Browser, NAME, PASSWORD } from '../http/service.js';
import { addUnit, enterAs } from '../http/units.js';
import { hasBrowser } from '../support/browser.js';
import { expectSound } from './page-checks.js';
import { openService, type ServicePage } from './service-page.js';
import { signIn } from './two-units.js';

/** Invented, as all of it. */
const TEXT = [
  'Thôn Thượng còn 27 hộ chưa có nước sạch vì ống dẫn từ khe Nà Lừa hay tắc sau mưa lũ.',
  'Chi bộ thôn Thượng nhận đào lại 640 m mương đất cũ phía sau nhà văn hóa trước ngày 15/03/2027.',
].join('\n');
const NAMES = { above: 'Lò Văn Xã', charge: 'Ngần Thị Phụ', cell: 'Quàng Thị Thượng', other: 'Vi Văn Hạ' };
const PROGRAMME = 'Chương trình hành động thực hiện Học tập Nghị quyết số 21';
const SLOW = 240_000;

/** A commune with two cells and a campaign; nothing is asked yet and nobody is in charge. */
async function commune(service: ServicePage) {
  const folder = `${service.folder}/data`;
  const first = await Browser.open(service.url, () => {});
  await first.send('post', '/api/setup', { name: NAME, password: PASSWORD, unit: 'Đảng bộ huyện Vân Trạch' }).expect(200);
  const top = addUnit({ folder }, 'Đảng ủy xã Mả Vối');
  const units = { top, upper: addUnit({ folder }, 'Chi bộ thôn Thượng', top), lower: addUnit({ folder }, 'Chi bộ thôn Hạ', top) };
  onDatabase(folder, (database) => database.prepare("UPDATE unit SET kind = 'cell' WHERE parent = ?").run(top));
  const at = { folder, visit: () => Browser.open(service.url, () => {}) };
  const above = await enterAs(at, top, ['committee', 'administrator'], NAMES.above);
  const charge = await enterAs(at, top, ['committee'], NAMES.charge);
  await enterAs(at, units.upper, ['committee', 'reviewer'], NAMES.cell);
  const lower = await enterAs(at, units.lower, ['committee'], NAMES.other);
  const { id } = (await above.send('post', '/api/campaigns', { name: 'Học tập Nghị quyết số 21', themes: [] }).expect(201)).body as {
    id: string;
  };
  return { campaign: id, units, charge, lower };
}

describe.skipIf(!hasBrowser)('a programme', () => {
  let service: ServicePage;
  let world: Awaited<ReturnType<typeof commune>>;

  beforeAll(async () => {
    service = await openService();
    world = await commune(service);
  }, SLOW);
  afterAll(() => service?.close());

  it(
    'is asked for, written, sent back, agreed to and issued, and counted above without its text',
    async () => {
      const above = await signIn(service, NAMES.above);
      await asksFor(above.page);
      await putsInCharge(above.page);
      await issuedByOther();
      await counts(above.page, '1/2, đạt 50,00%');

      const cell = await signIn(service, NAMES.cell);
      await writes(cell.page);
      const charge = await signIn(service, NAMES.charge);
      await wantsItRevised(charge.page);
      await revises(cell.page);
      await agrees(charge.page);
      await issues(cell.page);

      await counts(above.page, '2/2, đạt 100,00%');
      await above.page
        .getByRole('row', { name: /Chi bộ thôn Thượng/ })
        .getByText('đã ban hành')
        .waitFor();
      await expectSound(above.page);
      await logTells(cell.page);
      expect(above.answers.join('\n')).not.toContain('Nà Lừa');
      expect(charge.answers.join('\n')).toContain('Nà Lừa');
      expect([...above.complaints, ...charge.complaints, ...cell.complaints]).toEqual([]);
    },
    SLOW,
  );

  async function asksFor(page: Page): Promise<void> {
    await page.goto(`${service.url}/dot/${world.campaign}/chuong-trinh/yeu-cau`);
    await page.getByLabel('Chương trình hành động của tập thể: Chi bộ', { exact: true }).check();
    const due = page.getByLabel('Hạn Chương trình hành động của tập thể của Chi bộ', { exact: true });
    await due.fill('31/02/2027');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Nhập ngày có thật').waitFor();
    await due.fill('20/12/2026');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu yêu cầu của đợt.').waitFor();
    await expectSound(page);
  }

  async function putsInCharge(page: Page): Promise<void> {
    for (const unit of [world.units.upper, world.units.lower]) {
      await page.goto(`${service.url}/to-chuc/${unit}/phu-trach`);
      await page.getByLabel(NAMES.charge).check();
      await page.getByRole('form', { name: 'Phụ trách' }).getByRole('button', { name: 'Lưu' }).click();
      await page.getByText('Đã lưu người phụ trách.').first().waitFor();
    }
    await expectSound(page);
  }

  /** The other cell's, by the same steps without a page. */
  async function issuedByOther(): Promise<void> {
    const list = `/api/campaigns/${world.campaign}/programmes`;
    const { id } = (await world.lower.send('post', list, { kind: 'collective', person: null, title: 'Của thôn Hạ' }).expect(201))
      .body as ProgrammeView;
    const task = { kind: 'general', words: 'Họp thôn mỗi tháng', who: '', due: null, measure: '' };
    const change = { title: 'Của thôn Hạ', text: null, tasks: [task], adoptedOn: null, revision: 1 };
    await world.lower.send('put', `${list}/${id}`, change).expect(200);
    await world.lower.send('post', `${list}/${id}/state`, { to: 'for-opinion', revision: 2 }).expect(200);
    await world.charge.send('post', `${list}/${id}/opinion`, { verdict: 'agreed', words: '', revision: 3 }).expect(200);
    await world.lower.send('post', `${list}/${id}/issue`, { number: '1', on: '2026-11-20', revision: 4 }).expect(200);
  }

  async function counts(page: Page, told: string): Promise<void> {
    await page.goto(`${service.url}/dot/${world.campaign}/chuong-trinh/don-vi`);
    await page
      .getByRole('row', { name: /Đảng ủy xã Mả Vối/ })
      .getByText(told)
      .waitFor();
  }

  async function writes(page: Page): Promise<void> {
    await page.goto(`${service.url}/dot/${world.campaign}/chuong-trinh`);
    await page.getByText('hạn 20/12/2026').waitFor();
    await page.getByText(NAMES.charge).waitFor();
    await page.getByRole('button', { name: 'Lập mới' }).click();
    await page.getByRole('button', { name: 'Lập', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: PROGRAMME }).waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'chuong-trinh.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) });
    await page.getByText('Lấy từ tệp “chuong-trinh.txt”').waitFor();
    await page.getByText('Nội dung quá ngắn để so').waitFor();
    await page.getByText('Nêu tên đơn vị, địa bàn 2 lần.').waitFor();
    await page.getByText('2 số liệu, 1 mốc ngày').waitFor();
    await page.getByRole('button', { name: 'Sửa nội dung, nhiệm vụ' }).click();
    await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click();
    const form = page.getByRole('form', { name: 'Sửa nội dung, nhiệm vụ' });
    await form.getByRole('button', { name: 'Lưu' }).click();
    await form.getByText('Ghi nhiệm vụ, hoặc bỏ dòng này.').waitFor();
    await form.getByLabel('Nhiệm vụ, giải pháp').fill('Đào lại mương Nà Lừa');
    await form.getByLabel('Loại nhiệm vụ').selectOption('Trong năm');
    await form.getByLabel('Thời hạn').fill('15/03/2027');
    await expectSound(page);
    await form.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('row', { name: /Đào lại mương Nà Lừa Trong năm/ }).waitFor();
    await page.getByRole('button', { name: 'Gửi xin ý kiến' }).click();
    await page.getByText('Đang chờ ý kiến của cấp ủy viên').waitFor();
    expect(await page.getByLabel('Số, ký hiệu').count()).toBe(0);
    await expectSound(page);
  }

  async function wantsItRevised(page: Page): Promise<void> {
    await page.getByRole('navigation').getByRole('link', { name: 'Phụ trách' }).click();
    await page.getByRole('row').nth(1).getByText('chờ ý kiến cấp trên').waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: PROGRAMME }).click();
    await page.getByText('khe Nà Lừa').waitFor();
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await page.getByText('Chọn thống nhất hay đề nghị sửa.').waitFor();
    await page.getByLabel('Đề nghị sửa').check();
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await page.getByText('Nêu rõ cần sửa gì.').waitFor();
    await page.getByLabel('Ý kiến', { exact: true }).fill('Giao rõ tổ nào đào mương.');
    await expectSound(page);
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await page.getByText('cấp trên đề nghị sửa').first().waitFor();
    await page.getByRole('button', { name: 'Ghi phiếu thẩm định' }).click();
    const review = page.getByRole('form', { name: 'Phiếu thẩm định' });
    for (const choice of await review.getByLabel('Có', { exact: true }).all()) await choice.check();
    await review.getByRole('group', { name: 'Có tính khả thi' }).getByLabel('Một phần').check();
    await expectSound(page);
    await review.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('của người phụ trách').waitFor();
  }

  async function revises(page: Page): Promise<void> {
    await page.reload();
    await page.getByText('Giao rõ tổ nào đào mương.').waitFor();
    await page.getByRole('button', { name: 'Sửa nội dung, nhiệm vụ' }).click();
    const form = page.getByRole('form', { name: 'Sửa nội dung, nhiệm vụ' });
    await form.getByLabel('Ai làm').fill('Tổ 3');
    await form.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('row', { name: /Đào lại mương Nà Lừa Trong năm Tổ 3/ }).waitFor();
    await page.getByRole('button', { name: 'Gửi xin ý kiến' }).click();
    await page.getByText('Đang chờ ý kiến của cấp ủy viên').waitFor();
  }

  async function agrees(page: Page): Promise<void> {
    await page.reload();
    await page.getByLabel('Thống nhất').check();
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await page.getByText('đã thống nhất').first().waitFor();
  }

  async function issues(page: Page): Promise<void> {
    await page.reload();
    await page.getByLabel('Số, ký hiệu').fill('05-CTr/CB');
    await page.getByLabel('Ngày ban hành').fill('25/11/2026');
    await expectSound(page);
    await page.getByRole('button', { name: 'Ghi ban hành' }).click();
    await page.getByText('Đã ban hành số 05-CTr/CB, ngày 25/11/2026.').waitFor();
    await page.getByRole('button', { name: 'Xuất bảng nhiệm vụ' }).waitFor();
    await expectSound(page);
  }

  async function logTells(page: Page): Promise<void> {
    await page.goto(`${service.url}/dot/${world.campaign}/nhat-ky`);
    for (const sentence of [
      'gửi “Chương trình',
      'đề nghị sửa “Chương trình',
      'thống nhất với “Chương trình',
      'số 05-CTr/CB ngày 25/11/2026',
    ])
      await page.getByText(sentence).first().waitFor();
  }
});
