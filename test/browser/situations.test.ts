import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser.js';
import { choose } from './fixture-campaign.js';
import { oneStory } from './one-story.js';
import { expectSound } from './page-checks.js';
import { openPlace, openService, type ServicePage, setUp } from './service-page.js';

const ROSTER = [
  'Số thẻ,Họ và tên,Chi bộ,Cán bộ chủ chốt,Nhóm đối tượng',
  'ĐM-01,Lầu Thị Chanh,Chi bộ Bến Gỗ,x,',
  'ĐM-02,Giàng A Sình,Chi bộ Bến Gỗ,,Cán bộ địa chính',
  'ĐM-03,Cứ Thị Mai,Chi bộ Đồi Sim,,',
];
const LIBRARY = [
  'Công việc,Tình huống,Đề bài',
  'Công chức địa chính,Xác nhận đất đang có đơn,Một hộ dân xin xác nhận thửa đất mà hàng xóm đang có đơn. Đồng chí xử lý thế nào?',
  'Hiệu trưởng,Khoản thu tự nguyện,Phụ huynh phản ánh khoản thu không tự nguyện. Đồng chí làm gì?',
];

/** dd/mm/yyyy of a day so many days from today in Vietnam. */
const inDays = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');

/** A committee fills its library, gives a group one of the situations, and reminds those who have not handed in. */
describe.skipIf(!hasBrowser)('situations and reminders in a browser', () => {
  let service: ServicePage;
  let page: Page;
  let campaign = '';

  oneStory();
  beforeAll(async () => {
    service = await openService();
    page = service.page;
    await setUp(page);
    await page.getByRole('link', { name: 'Tạo đợt học tập' }).click();
    await page.getByLabel('Tên đợt').fill('Học tập Nghị quyết số 21');
    await page.getByRole('button', { name: 'Tạo đợt và nộp bài' }).click();
    await title('Lô 1: nộp bài').waitFor();
    campaign = /\/dot\/([^/]+)/.exec(page.url())?.[1] ?? '';
    await openPlace(page, 'Danh sách');
    await page.getByRole('link', { name: 'Nhập danh sách' }).click();
    await choose(page, 'Chọn tệp Excel hoặc CSV', [save('danh-sach.csv', ROSTER)]);
    await page.getByRole('button', { name: 'Nhập 3 người' }).click();
    await title('Danh sách').waitFor();
  });
  afterAll(() => service?.close());

  const title = (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });
  const save = (name: string, lines: readonly string[]): string => {
    const file = join(service.folder, name);
    writeFileSync(file, lines.join('\n'));
    return file;
  };

  it('takes situations by hand and by file, finds them by job and by words, and archives one', async () => {
    await page.goto(`${service.url}/tinh-huong`);
    await page.getByText('Thư viện chưa có tình huống nào').waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Thêm tình huống' }).click();
    await page.getByRole('button', { name: 'Lưu tình huống' }).click();
    await page.getByText('Ghi đề bài.').waitFor();
    await page.getByLabel('Tên tình huống').fill('Hòa giải ở thôn');
    await page.getByLabel('Công việc', { exact: true }).fill('Trưởng thôn');
    await page.getByLabel('Đề bài', { exact: true }).fill('Hai nhà tranh chấp lối đi. Đồng chí hòa giải thế nào?');
    await page.getByRole('button', { name: 'Lưu tình huống' }).click();
    await page.getByText('Hai nhà tranh chấp lối đi.').waitFor();
    await page.getByRole('button', { name: 'Nhập từ tệp' }).click();
    await choose(page, 'Chọn tệp Excel hoặc CSV', [save('sai.csv', [...LIBRARY, 'Kế toán,Thiếu đề bài,'])]);
    await page.getByText('“sai.csv”: 1 chỗ phải sửa, chưa nhập tình huống nào').waitFor();
    await choose(page, 'Chọn tệp khác', [save('dung.csv', LIBRARY)]);
    await page.getByRole('button', { name: 'Nhập 2 tình huống' }).click();
    await page.getByRole('button', { name: 'Sửa Khoản thu tự nguyện' }).waitFor();
    await page.getByLabel('Lọc theo công việc').selectOption('Hiệu trưởng');
    await expect.poll(() => page.locator('.situation b').allTextContents()).toEqual(['Khoản thu tự nguyện']);
    await page.getByLabel('Lọc theo công việc').selectOption({ label: 'Mọi công việc' });
    await page.getByLabel('Tìm theo công việc, tên, nội dung').fill('loi di');
    await page.getByText('1 tình huống', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Cất Hòa giải ở thôn' }).click();
    await page.getByText('Đã cất 1').waitFor();
    await page.getByLabel('Tìm theo công việc, tên, nội dung').fill('');
    await page.getByText('2 tình huống', { exact: true }).waitFor();
    await expectSound(page);
  });

  it('makes one of them the prompt of a group, which its member reads', async () => {
    await page.goto(`${service.url}/dot/${campaign}/danh-sach/han-va-de-bai`);
    await page.getByLabel('Hạn nộp của đơn vị').fill(inDays(3));
    await page.getByRole('button', { name: 'Lưu', exact: true }).first().click();
    await page.getByText(`Đang áp dụng: ${inDays(3)}.`).waitFor();
    await page.getByRole('button', { name: 'Chọn từ thư viện tình huống Cán bộ địa chính' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Chọn Khoản thu tự nguyện' }).waitFor();
    expect(await dialog.getByText('Hòa giải ở thôn').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Chọn Xác nhận đất đang có đơn' }).click();
    await page.getByText('Theo tình huống: Xác nhận đất đang có đơn').waitFor();
    await page.getByLabel('Hạn riêng của nhóm').fill(inDays(-4));
    await page.locator('.audience').getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu đề bài và hạn của nhóm Cán bộ địa chính.').waitFor();
    await expectSound(page);
    await page.reload();
    await page.getByText('Theo tình huống: Xác nhận đất đang có đơn').waitFor();

    await page.goto(`${service.url}/dot/${campaign}/ma-nop`);
    await page.getByRole('button', { name: 'Tạo mã cho 3 người chưa có mã' }).click();
    const slip = page.locator('.slip').filter({ hasText: 'Giàng A Sình' });
    const code = ((await slip.locator('.slip__code').textContent()) ?? '').replaceAll(' ', '');
    const phone = await (await service.browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    phone.setDefaultTimeout(60_000);
    await phone.goto(`${service.url}/m/${code}`);
    await phone.getByRole('button', { name: 'Mở trang của tôi' }).click();
    await phone.getByText('hàng xóm đang có đơn').first().waitFor();
    await phone.context().close();
  });

  it('lists who is overdue and who soon is, by unit; the message to a cell is copied as it stands', async () => {
    await page.goto(`${service.url}/dot/${campaign}/danh-sach`);
    await page.getByRole('navigation', { name: 'Các phần của danh sách' }).getByRole('link', { name: 'Nhắc hạn' }).click();
    await title('Nhắc hạn').waitFor();
    const rows = async (): Promise<string[]> =>
      page
        .locator('.table--listed tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.children].map((one) => one.textContent).join('|')));
    await page.locator('.table--listed tbody tr').nth(2).waitFor();
    expect(await rows()).toEqual([
      `Giàng A SìnhĐM-02|Chi bộ Bến Gỗ|Bài thu hoạch|${inDays(-4)}quá 4 ngày|–`,
      `Cứ Thị MaiĐM-03|Chi bộ Đồi Sim|Bài thu hoạch|${inDays(3)}còn 3 ngày|–`,
      `Lầu Thị ChanhĐM-01|Chi bộ Bến Gỗ|Bài thu hoạch|${inDays(3)}còn 3 ngày|Có`,
    ]);
    await expectSound(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Chép nội dung nhắc của Chi bộ Bến Gỗ' }).click();
    await page.getByText('Đã chép nội dung nhắc của Chi bộ Bến Gỗ.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      [
        'Chi bộ Bến Gỗ · Học tập Nghị quyết số 21',
        'Đề nghị các đồng chí sau nộp bài:',
        '',
        'Chưa nộp bài, đã quá hạn:',
        `1. Giàng A Sình: bài thu hoạch, hạn ${inDays(-4)}, quá 4 ngày`,
        '',
        'Chưa nộp bài, sắp đến hạn:',
        `1. Lầu Thị Chanh: bài thu hoạch, hạn ${inDays(3)}, còn 3 ngày`,
        '',
        'Đồng chí đã nộp rồi thì bỏ qua tin này.',
      ].join('\n'),
    );
    await page.getByRole('button', { name: 'Quá hạn 1', exact: true }).click();
    await page.getByText('1 người', { exact: true }).first().waitFor();
    await expect.poll(() => page.locator('.reminder').count()).toBe(1);
    await page.getByRole('button', { name: 'Tất cả 3' }).click();
    await page.getByLabel('Lọc theo đơn vị, chi bộ').selectOption('Chi bộ Đồi Sim');
    await expect.poll(() => page.locator('.reminder__text').allTextContents()).toEqual([expect.stringContaining('Cứ Thị Mai')]);
  });

  it('prints the messages that are shown, and nothing that belongs to the screen', async () => {
    await page.getByLabel('Lọc theo đơn vị, chi bộ').selectOption({ label: 'Mọi đơn vị' });
    await page.evaluate('window.print = () => { window.printed = true; }');
    await page.getByRole('button', { name: 'In nội dung nhắc' }).click();
    expect(await page.evaluate('window.printed')).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.reminder__text:visible').count()).toBe(2);
    expect(await page.locator('.table--listed:visible, .mast:visible, .reminder button:visible').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    expect(service.complaints).toEqual([]);
  });
});
