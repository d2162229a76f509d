import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser.js';
import { archiveWithoutScan } from '../support/sample-archive.js';
import { choose, drop, fillCampaign } from './fixture-campaign.js';
import { oneStory } from './one-story.js';
import { expectSound } from './page-checks.js';
import { ADMIN, openPlace, openService, type ServicePage, setUp } from './service-page.js';

const HEAD = 'Số thẻ,Họ và tên,Chi bộ,Chức vụ,Miễn viết,Lý do miễn,Đã học tập,Nhóm đối tượng';
/** Writers of the fixture's files, one with another's mark on the name and one whose namesake is on the roster too. */
const PEOPLE = [
  'VT-000001,Khúc Thị Lành,Trạm Y tế Bình Khê,Điều dưỡng,,,x,',
  'VT-000002,Quách Thị Mân,Trường Bình Khê,Giáo viên,,,x,',
  'VT-000003,Trịnh Văn Khoát,Thôn Bình Khê,Trưởng thôn,,,chưa,',
  'VT-000004,Đàm Thị Nhài,Thôn Cầu Vông,Đảng viên,,,x,',
  'VT-000005,Đàm Thị Nhài,Thôn Bãi Sậy,Đảng viên,,,x,',
  'VT-000006,Ma Văn Chiến,Thôn Cầu Vông,Bí thư chi bộ,,,x,Cán bộ thôn',
  'VT-000007,Phùng Quốc Thạo,Cơ quan xã,Công chức,x,đã nghỉ công tác,x,',
  'VT-000008,Hồ Thị Vắng,Cơ quan xã,Công chức,,,chưa,Cán bộ thôn',
  'VT-000010,Đàm Thị Nhài,Thôn Nước Trong,Đảng viên,,,x,',
  'VT-000009,Đỗ Văn Yếu,Thôn Cầu Vông,Đảng viên,x,không đủ sức khỏe,,',
];

/** A committee with a roster: what is wrong in it is told by row, who wrote what is confirmed, who is missing is right. */
describe.skipIf(!hasBrowser)('a roster in a browser', () => {
  let service: ServicePage;
  let page: Page;

  oneStory();
  beforeAll(async () => {
    service = await openService();
    page = service.page;
    await setUp(page);
    await page.getByRole('link', { name: 'Tạo đợt học tập' }).click();
    await fillCampaign(page);
    await page.getByRole('button', { name: 'Tạo đợt và nộp bài' }).click();
    await title('Lô 1: nộp bài').waitFor();
  });
  afterAll(() => service?.close());

  const title = (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });
  const place = (name: string): Locator => page.getByRole('navigation').getByRole('link', { name });
  const hasFocus = (element: Locator): Promise<boolean> => element.evaluate((one) => one === document.activeElement);
  const list = (name: RegExp): Locator => page.getByRole('group', { name: 'Lọc danh sách' }).getByRole('button', { name });
  const names = (): Promise<string[]> => page.locator('.table--people tbody th b').allTextContents();
  const save = (name: string, people: readonly string[]): string => {
    const file = join(service.folder, name);
    writeFileSync(file, [HEAD, ...people].join('\n'));
    return file;
  };

  it('is refused with the row and column of everything that is wrong in it', async () => {
    await place('Danh sách').click();
    await page.getByText('Chưa có danh sách đảng viên').waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: 'Nhập danh sách' }).click();
    const wrong = [...PEOPLE];
    wrong[1] = 'VT-000001,Quách Thị Mân,Trường Bình Khê,Giáo viên,,,x,';
    wrong[3] = '1.2E+11,Đàm Thị Nhài,Thôn Cầu Vông,Đảng viên,,,có lẽ,';
    wrong[9] = 'VT-000009,Đỗ Văn Yếu,Thôn Cầu Vông,Đảng viên,x,,,';
    await choose(page, 'Chọn tệp Excel hoặc CSV', [save('sai.csv', wrong)]);
    await page.getByText('“sai.csv”: 4 chỗ phải sửa, chưa nhập người nào').waitFor();
    const told = await page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((one) => one.textContent)));
    expect(told.map(([row, column]) => `${row} ${column}`)).toEqual(['3 Số thẻ', '5 Số thẻ', '5 Đã học tập', '11 Lý do miễn']);
    expect(told[0]?.[2]).toContain('ở dòng 2 ghi cho “Khúc Thị Lành”');
    expect(told[1]?.[2]).toContain('làm tròn');
    await expectSound(page);
  });

  it('is imported once it is right', async () => {
    await choose(page, 'Chọn tệp khác', [save('đúng.csv', PEOPLE)]);
    await page.getByText('10 người mới, 0 người có thay đổi, 0 người như cũ.').waitFor();
    await page.getByRole('button', { name: 'Nhập 10 người' }).click();
    await title('Danh sách').waitFor();
    await page.getByText('Đã nhập danh sách 10 người.').waitFor();
    await list(/^Chưa học tập 3$/).click();
    await expect.poll(names).toEqual(['Trịnh Văn Khoát', 'Hồ Thị Vắng', 'Đỗ Văn Yếu']);
    await list(/^Miễn viết 2$/).click();
    await page.getByText(`không đủ sức khỏe (đồng chí ${ADMIN} ghi)`).waitFor();
    await expectSound(page);
  });

  it('has a due day, and a prompt for a group', async () => {
    await page.getByRole('link', { name: 'Hạn nộp, đề bài' }).click();
    await page.getByLabel('Hạn nộp của đơn vị').fill('31/02/2026');
    await page.getByRole('button', { name: 'Lưu' }).first().click();
    await page.getByText('Nhập ngày có thật').waitFor();
    await page.getByLabel('Hạn nộp của đơn vị').fill('05/01/2026');
    await page.getByRole('button', { name: 'Lưu' }).first().click();
    await page.getByText('Đang áp dụng: 05/01/2026.').waitFor();
    await page.getByLabel('Đề bài của nhóm').fill('Đồng chí làm gì để thôn giảm nghèo?');
    await page.getByLabel('Hạn riêng của nhóm').fill('05/01/2099');
    await page.getByRole('button', { name: 'Lưu' }).last().click();
    await page.getByText('Đã lưu đề bài và hạn của nhóm Cán bộ thôn.').waitFor();
    await expectSound(page);
  });

  it('finds the writers that are sure, and asks for the others', async () => {
    await place('Lô bài').click();
    await page.getByRole('link', { name: 'Lô 1' }).click();
    const archive = join(service.folder, 'bai-nop.zip');
    writeFileSync(archive, await archiveWithoutScan());
    await drop(page, archive, 'bai-nop.zip');
    await page.getByText('Đã lưu an toàn 1 tệp').first().waitFor();
    await page.getByRole('button', { name: 'Bắt đầu soát' }).click();
    await title('Lô 1: đã soát xong 27 tệp').waitFor({ timeout: 150_000 });
    await page.getByText('23 tệp của lô này chưa rõ người viết').waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: 'Xác nhận người viết' }).click();
    await title('Xác nhận người viết').waitFor();
    await expectSound(page);
  }, 180_000);

  it('has two files confirmed by hand: one by a key, one by pressing', async () => {
    const card = (name: string): Locator => page.locator('.writer', { hasText: name });
    const candidates = (name: string): Promise<string[]> => card(name).locator('.writer__one b').allTextContents();
    expect(await candidates('Quách Thị Mận')).toEqual(['Quách Thị Mân']);
    await card('Quách Thị Mận').getByRole('link').focus();
    await page.keyboard.press('1');
    await page.getByText(/Đã ghi Quách Thị Mân viết/).waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).first().click();
    await page.getByRole('link', { name: 'Người viết chưa rõ (23)' }).waitFor();
    await card('Quách Thị Mận').getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Người viết chưa rõ (22)' }).waitFor();
    await page.locator('.writers').focus();
    for (
      let presses = 0;
      presses < 40 &&
      (await card('Đàm Thị Nhài')
        .getAttribute('aria-current')
        .catch(() => null)) === null;
      presses++
    )
      await page.keyboard.press('ArrowDown');
    expect(await candidates('Bài thu hoạch Đàm Thị Nhài')).toEqual(['Đàm Thị Nhài', 'Đàm Thị Nhài', 'Đàm Thị Nhài']);
    await chooseByKeys();
    await card('Bài thu hoạch Đàm Thị Nhài')
      .getByRole('button', { name: /VT-000005/ })
      .click();
    await page.getByText(/Đã ghi Đàm Thị Nhài viết/).waitFor();
    await page.getByRole('link', { name: 'Người viết chưa rõ (21)' }).waitFor();
  });

  /** 2 and 3 name the second and the third of the candidates, 0 nobody; each is undone, and none does anything once keys are off. */
  async function chooseByKeys(): Promise<void> {
    const card = page.locator('.writer', { hasText: 'Bài thu hoạch Đàm Thị Nhài' });
    const cards = await card.locator('.writer__one .sub').allTextContents();
    const campaign = /\/dot\/([^/]+)/.exec(page.url())?.[1] ?? '';
    const roster = (await (await page.request.get(new URL(`/api/campaigns/${campaign}/roster`, service.url).href)).json()) as {
      readonly people: readonly { readonly id: string; readonly card: string }[];
    };
    const ids = new Map(roster.people.map(({ id, card: number }) => [number, id]));
    const people = cards.map((text) => /VT-\d+/.exec(text)?.[0]);
    for (const [key, person] of [
      ['2', people[1]],
      ['3', people[2]],
      ['0', null],
    ] as const) {
      const [kept] = await Promise.all([
        page.waitForRequest((request) => request.method() === 'PUT' && request.url().includes('/writers/')),
        card
          .getByRole('link')
          .focus()
          .then(() => page.keyboard.press(key)),
      ]);
      expect((kept.postDataJSON() as { person: string | null }).person).toBe(person === null ? null : ids.get(person ?? ''));
      await page
        .getByText(person === null ? /không của ai trong danh sách/ : /Đã ghi Đàm Thị Nhài viết/)
        .first()
        .waitFor();
      await page.getByRole('link', { name: 'Người viết chưa rõ (21)' }).waitFor();
      await page.getByRole('button', { name: 'Hoàn tác' }).first().click();
      await page.getByRole('link', { name: 'Người viết chưa rõ (22)' }).waitFor();
    }
    await page.getByRole('button', { name: 'Tắt phím tắt' }).click();
    await card.getByRole('link').focus();
    await page.keyboard.press('2');
    await page.waitForTimeout(300);
    expect(await page.getByRole('link', { name: 'Người viết chưa rõ (22)' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Bật phím tắt' }).click();
  }

  it('says who is missing and who is late, and shows names with the results', async () => {
    await page.getByRole('navigation', { name: 'Các phần của danh sách' }).getByRole('link', { name: 'Đảng viên' }).click();
    await list(/^Chưa nộp 3$/).click();
    await expect.poll(names).toEqual(['Đàm Thị Nhài', 'Đàm Thị Nhài', 'Hồ Thị Vắng']);
    expect(await page.locator('.table--people tbody .sub', { hasText: 'VT-000004' }).count()).toBe(1);
    await list(/^Nộp muộn 4$/).click();
    await expect.poll(names).not.toContain('Ma Văn Chiến');
    await page.getByText(/\d+ miễn viết, trong đó 1 tự nguyện nộp/).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải CSV' }).click()]);
    expect(download.suggestedFilename()).toBe('danh-sach-late.csv');
    await place('Kết quả').click();
    const row = page.locator('.table--results tbody tr', { hasText: 'Khúc Thị Lành' });
    expect(await row.locator('th').textContent()).toMatch(/^Khúc Thị Lành.*Trạm Y tế Bình Khê · VT-000001/);
    expect(service.complaints).toEqual([]);
  });

  it('is corrected by hand', async () => {
    await place('Danh sách').click();
    await page.getByRole('button', { name: 'Sửa: Hồ Thị Vắng' }).click();
    await page.getByLabel('Viết thu hoạch').selectOption('other');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Ghi lý do miễn viết.').waitFor();
    await expectSound(page);
    await page.getByLabel('Lý do bằng chữ').fill('Đang đi học dài hạn');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu thông tin của Hồ Thị Vắng.').waitFor();
    await list(/^Chưa nộp 2$/).waitFor();
  });

  it('is searched from "/", on each of its pages', async () => {
    // At this width some of them stand behind the button for the rest, and the title has the focus whichever way led to the page.
    await page.setViewportSize({ width: 1024, height: 900 });
    for (const [part, heading, name] of [
      ['Danh sách', 'Danh sách', 'Tìm theo tên, số thẻ, đơn vị'],
      ['Mã nộp bài', 'Mã nộp bài cho đảng viên', 'Tìm theo tên, số thẻ, đơn vị'],
      ['Tiến độ', /^Tiến độ: /, 'Tìm theo tên đơn vị'],
      ['Mã nộp bài', 'Mã nộp bài cho đảng viên', 'Tìm theo tên, số thẻ, đơn vị'],
    ] as const) {
      if (part !== 'Danh sách') {
        await openPlace(page, part);
        await expect.poll(() => hasFocus(title(heading)), { message: part }).toBe(true);
      }
      const field = page.getByRole('searchbox', { name });
      await field.waitFor();
      await page.keyboard.press('/');
      expect(await hasFocus(field), part).toBe(true);
      if (part === 'Mã nộp bài') {
        await page.keyboard.type('nhai bai say');
        await page.getByText('1/10 người').waitFor();
      }
    }
    await expectSound(page);
  });

  it('gives the focus to a page that a menu leads to, also where the visit began with results', async () => {
    const results = page.url().replace(/(\/dot\/[^/]+)\/.*$/, '$1/ket-qua');
    await page.goto(results);
    await page.locator('.table--results tbody tr').first().waitFor();
    await page.getByRole('button', { name: 'Thêm', exact: true }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Nhật ký', exact: true }).click();
    await expect.poll(() => hasFocus(title('Nhật ký'))).toBe(true);
  });
});
