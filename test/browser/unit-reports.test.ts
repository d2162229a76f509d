import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onDatabase } from '../corpus/records/units.js';
import { Browser, NAME, PASSWORD } from '../http/service.js';
import { addUnit, enterAs } from '../http/units.js';
import { hasBrowser } from '../support/browser.js';
import { putOnRoster } from '../support/roster.js';
import { expectSound } from './page-checks.js';
import { openPlace, openService, type ServicePage } from './service-page.js';
import { signIn } from './two-units.js';

const WRITTEN = 'Chi bộ họp đủ ba buổi, phân công từng đồng chí theo dõi xóm; tài liệu phát trước buổi học một tuần.';

describe.skipIf(!hasBrowser)('the report upward', () => {
  let service: ServicePage;
  let world: Awaited<ReturnType<typeof communeAndCell>>;

  beforeAll(async () => {
    service = await openService();
    world = await communeAndCell(service);
  }, 60_000);
  afterAll(() => service?.close());

  const open = (page: Page, part = '') => page.goto(`${service.url}/dot/${world.campaign}/bao-cao${part}`);

  it('goes from an outline in Word to written, blocked, sent, returned, sent again and accepted, and shows what was corrected', async () => {
    const commune = await signIn(service, 'Bế Văn Xã');
    await givesOutline(commune.page);

    const cell = await signIn(service, 'Quan Thị Cấp');
    await writes(cell.page);
    const secretary = await signIn(service, 'Lường Thị Ký');
    await isBlocked(secretary.page);
    await writesRestAndSends(secretary.page);

    await open(commune.page, '/don-vi');
    await commune.page.getByText('đã gửi, chờ ý kiến').first().waitFor();
    await expectSound(commune.page);
    await commune.page.getByRole('link', { name: 'Chi bộ thôn Vực Quành' }).click();
    await commune.page.getByText(WRITTEN).waitFor();
    await commune.page.getByRole('button', { name: 'Trả lại' }).click();
    await commune.page.getByText('Ghi rõ cần sửa gì trước khi trả lại.').waitFor();
    await commune.page.getByRole('textbox', { name: 'Ý kiến', exact: true }).fill('Mục hạn chế cần nêu rõ nguyên nhân.');
    await expectSound(commune.page);
    await commune.page.getByRole('button', { name: 'Trả lại' }).click();
    await commune.page.getByText('Đã trả lại báo cáo.').waitFor();

    await correctsAndSends(secretary.page);
    await open(commune.page, '/don-vi');
    await commune.page.getByRole('link', { name: 'Chi bộ thôn Vực Quành' }).click();
    await commune.page.getByRole('heading', { level: 1, name: 'Báo cáo của Chi bộ thôn Vực Quành, lần 2' }).waitFor();
    await commune.page.getByRole('button', { name: 'Nhận báo cáo' }).click();
    await commune.page.getByText('Đã nhận báo cáo.').waitFor();

    putOnRoster(`${service.folder}/data`, world.campaign, [{ id: 'them', name: 'Hà Văn Thêm', card: 'VQ-thêm', unit: world.cell }]);
    await open(cell.page);
    await cell.page.getByText('Cấp trên đã nhận báo cáo lần 2').waitFor();
    const changed = cell.page.getByRole('table', { name: 'Số liệu đã đổi sau lần gửi 2' });
    await changed.getByRole('row', { name: 'Tổng số đảng viên 3 4 +1' }).waitFor();
    await expectSound(cell.page);
    await cell.page.getByRole('link', { name: 'Xem bản đã gửi' }).first().click();
    await cell.page.getByRole('row', { name: 'Tổng số đảng viên 3 1' }).waitFor();
    await expectSound(cell.page);

    await commune.page.goto(`${service.url}/dot/${world.campaign}/nhat-ky`);
    for (const line of ['giao đề cương', 'ký, gửi báo cáo của “Chi bộ thôn Vực Quành”', 'trả lại báo cáo', 'nhận báo cáo'])
      await commune.page.getByText(line).first().waitFor();
    // Blocked once by the page, never by the service: nothing was asked that failed.
    expect([...commune.complaints, ...cell.complaints, ...secretary.complaints]).toEqual([]);
  }, 180_000);

  it('is written by two at once: other sections come together by themselves, at one section each sees both and chooses', async () => {
    const cell = await signIn(service, 'Quan Thị Cấp');
    const secretary = await signIn(service, 'Lường Thị Ký');
    const merits = (page: Page) => page.getByRole('textbox', { name: 'Nội dung mục II. Ưu điểm' });
    const faults = (page: Page) => page.getByRole('textbox', { name: 'Nội dung mục III. Hạn chế, khuyết điểm' });
    const other = (page: Page) => page.getByRole('alert').filter({ hasText: 'vừa viết khác ở mục này' });
    const isSaved = (page: Page) => page.getByRole('status').filter({ hasText: 'Đã lưu' }).waitFor();
    const isFilled = (one: Locator, text: string) => expect.poll(() => one.inputValue()).toBe(text);
    for (const { page } of [cell, secretary]) {
      await open(page);
      await merits(page).waitFor();
    }
    await merits(cell.page).fill('Chi ủy: họp đủ ba buổi.');
    await isSaved(cell.page);
    await faults(secretary.page).fill('Bí thư: hai đồng chí nộp muộn.');
    await isSaved(secretary.page);
    await isFilled(merits(secretary.page), 'Chi ủy: họp đủ ba buổi.');

    await merits(cell.page).fill('Chi ủy: họp đủ bốn buổi.');
    await isSaved(cell.page);
    await isFilled(faults(cell.page), 'Bí thư: hai đồng chí nộp muộn.');
    await merits(secretary.page).fill('Bí thư: phân công từng đồng chí.');
    await other(secretary.page).getByText('Đồng chí Quan Thị Cấp vừa viết khác ở mục này').waitFor();
    await other(secretary.page).getByText('Chi ủy: họp đủ bốn buổi.').waitFor();
    expect(await merits(secretary.page).inputValue()).toBe('Bí thư: phân công từng đồng chí.');
    expect(await secretary.page.getByRole('button', { name: /^Ký, gửi/ }).isDisabled()).toBe(true);
    await expectSound(secretary.page);
    // Nobody goes away with words that are nowhere else.
    await secretary.page.getByRole('navigation').getByRole('link', { name: 'Học tập', exact: true }).click();
    const leaving = secretary.page.getByRole('dialog', { name: 'Rời trang khi chưa lưu?' });
    await leaving.getByText('rời trang là mất phần đó').waitFor();
    await leaving.getByRole('button', { name: 'Ở lại' }).click();
    await secretary.page.getByRole('button', { name: 'Giữ phần của tôi' }).click();
    await isSaved(secretary.page);
    expect(await other(secretary.page).count()).toBe(0);

    // The one whose words gave way sees it at the next word, brings both together, and has the last word.
    await merits(cell.page).fill('Chi ủy: họp đủ năm buổi.');
    await other(cell.page).getByText('Bí thư: phân công từng đồng chí.').waitFor();
    const both = 'Chi ủy: họp đủ năm buổi. Bí thư: phân công từng đồng chí.';
    await merits(cell.page).fill(both);
    await cell.page.getByRole('button', { name: 'Giữ phần của tôi' }).click();
    await isSaved(cell.page);
    await merits(secretary.page).fill('Bí thư: câu thừa.');
    await other(secretary.page).getByText(both).waitFor();
    await secretary.page.getByRole('button', { name: 'Lấy phần của đồng chí Quan Thị Cấp' }).click();
    await isSaved(secretary.page);
    for (const { page } of [cell, secretary]) {
      await page.reload();
      await isFilled(merits(page), both);
      await isFilled(faults(page), 'Bí thư: hai đồng chí nộp muộn.');
    }
    // What the service refuses, since somebody was there before, is all that a console may tell.
    for (const line of [...cell.complaints, ...secretary.complaints]) expect(line).toContain('409');
  }, 120_000);

  async function givesOutline(page: Page): Promise<void> {
    await open(page, '/don-vi');
    await page.getByRole('heading', { name: 'Đơn vị chưa lập đề cương cho đợt này' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Mở phần đề cương' }).click();
    await page.getByRole('heading', { level: 1, name: 'Đề cương báo cáo' }).waitFor();
    await page.getByRole('group', { name: 'Mục 12', exact: true }).waitFor();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Đọc từ tệp Word' }).click()]);
    await chooser.setFiles(await outlineFile(service.folder));
    await page.getByText('Đã đọc 5 mục từ tệp. Xem lại rồi lưu.').waitFor();
    await page.getByRole('textbox', { name: 'Hạn gửi báo cáo' }).fill('20/12/2026');
    await expectSound(page);
    await page.getByRole('button', { name: 'Giao đề cương' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Giao đề cương' }).click();
    await page.getByText('Đã giao đề cương.').waitFor();
  }

  async function writes(page: Page): Promise<void> {
    await page.goto(`${service.url}/dot/${world.campaign}/danh-sach`);
    await page.getByRole('navigation').getByRole('link', { name: 'Danh sách', exact: true }).waitFor();
    await openPlace(page, 'Báo cáo');
    await page.getByText('Theo đề cương của Đảng ủy xã Đèo Vắng. Hạn gửi 20/12/2026.').waitFor();
    await page.getByRole('row', { name: 'Tổng số đảng viên 3 1' }).waitFor();
    await page.getByRole('textbox', { name: 'Nội dung mục II. Ưu điểm' }).fill(WRITTEN);
    await page.getByRole('status').filter({ hasText: 'Đã lưu' }).waitFor();
    await page.getByText('Chỉ bí thư của đơn vị ký, gửi được báo cáo.').waitFor();
    await page.getByRole('textbox', { name: 'Họ tên người ký' }).fill('Lường Thị Ký');
    await page.getByRole('textbox', { name: 'Nơi ban hành' }).fill('Vực Quành');
    await page.getByRole('checkbox', { name: /thể thức chung/ }).check();
    await page.getByRole('button', { name: 'Lưu thể thức' }).click();
    await page.getByText('Đã lưu thể thức.').waitFor();
    await page.getByRole('article').getByText('Lường Thị Ký').waitFor();
    await expectSound(page);
  }

  async function isBlocked(page: Page): Promise<void> {
    await open(page);
    await page.getByRole('button', { name: 'Ký, gửi báo cáo' }).click();
    const alarm = page.getByRole('alert').filter({ hasText: 'Báo cáo chưa gửi được' });
    await alarm.getByRole('link', { name: 'III. Hạn chế, khuyết điểm' }).click();
    expect(await page.evaluate('location.hash')).not.toBe('');
    expect(await page.getByRole('dialog').count()).toBe(0);
  }

  async function writesRestAndSends(page: Page): Promise<void> {
    await page.getByRole('textbox', { name: 'Nội dung mục III. Hạn chế, khuyết điểm' }).fill('Ba đồng chí nộp bài muộn.');
    await page.getByRole('button', { name: 'Ký, gửi báo cáo' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ký, gửi báo cáo lên Đảng ủy xã Đèo Vắng?' });
    await dialog.getByText('Người ký: BÍ THƯ Lường Thị Ký.').waitFor();
    await dialog.getByRole('button', { name: 'Ký, gửi báo cáo' }).click();
    await page.getByText('Đã gửi báo cáo lần 1.').waitFor();
    await page.getByText('Số liệu lúc này đúng như đã gửi.').waitFor();
  }

  async function correctsAndSends(page: Page): Promise<void> {
    await open(page);
    await page.getByText('Cấp trên trả lại báo cáo lần 1').waitFor();
    await page.getByText('Mục hạn chế cần nêu rõ nguyên nhân.').first().waitFor();
    await page
      .getByRole('textbox', { name: 'Nội dung mục III. Hạn chế, khuyết điểm' })
      .fill('Ba đồng chí nộp bài muộn, vì đi làm xa chưa có người nhắc.');
    await page.getByRole('button', { name: 'Ký, gửi lại (lần 2)' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ký, gửi báo cáo' }).click();
    await page.getByText('Đã gửi báo cáo lần 2.').waitFor();
    await expectSound(page);
  }
});

/** A commune with the campaign and a cell below it, with three people on its roster. */
async function communeAndCell(service: ServicePage) {
  const folder = `${service.folder}/data`;
  const first = await Browser.open(service.url, () => {});
  await first.send('post', '/api/setup', { name: NAME, password: PASSWORD, unit: 'Đảng bộ huyện Vân Trạch' }).expect(200);
  const commune = addUnit({ folder }, 'Đảng ủy xã Đèo Vắng');
  const cell = addUnit({ folder }, 'Chi bộ thôn Vực Quành', commune);
  const at = { folder, visit: () => Browser.open(service.url, () => {}) };
  const committee = await enterAs(at, commune, ['committee', 'inspection'], 'Bế Văn Xã');
  await enterAs(at, cell, ['committee'], 'Quan Thị Cấp');
  await enterAs(at, cell, ['secretary'], 'Lường Thị Ký');
  const made = await committee.send('post', '/api/campaigns', { name: 'Học tập Nghị quyết số 33', themes: [] }).expect(201);
  const { id: campaign } = made.body as { id: string };
  const people = ['Một', 'Hai', 'Ba'].map((name) => ({ id: `nguoi-${name}`, name: `Hà Văn ${name}`, card: `VQ-${name}`, unit: cell }));
  putOnRoster(folder, campaign, people);
  onDatabase(folder, (database) => database.prepare("UPDATE person SET is_key_cadre = 1 WHERE id = 'nguoi-Một'").run());
  return { campaign, commune, cell };
}

async function outlineFile(folder: string): Promise<string> {
  const one = (text: string, heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
    new Paragraph({ text, ...(heading && { heading }) });
  const children = [
    one('ĐỀ CƯƠNG BÁO CÁO KẾT QUẢ HỌC TẬP'),
    one('I. Kết quả học tập, quán triệt', HeadingLevel.HEADING_1),
    one('1. Số lượng đảng viên', HeadingLevel.HEADING_2),
    one('2. Bài thu hoạch', HeadingLevel.HEADING_2),
    one('II. Ưu điểm', HeadingLevel.HEADING_1),
    one('Nêu cách làm cụ thể của đơn vị.'),
    one('III. Hạn chế, khuyết điểm', HeadingLevel.HEADING_1),
  ];
  const path = join(folder, 'de-cuong.docx');
  writeFileSync(path, await Packer.toBuffer(new Document({ sections: [{ children }] })));
  return path;
}
