import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser.js';
import { madeUpText } from '../support/vietnamese.js';
import { choose } from './fixture-campaign.js';
import { oneStory } from './one-story.js';
import { expectSound } from './page-checks.js';
import { openPlace, openService, type ServicePage, setUp } from './service-page.js';

const ESSAYS = {
  'VT-000001.txt': `Tôi vận động bà con trong xóm phân loại rác thải sinh hoạt ngay tại nhà mình. ${madeUpText(1, 250)}`,
  'VT-000002.txt': `Hằng tuần tổ chúng tôi thu gom rác thải dọc bờ mương và con đường làng. ${madeUpText(2, 250)}`,
};
const ROSTER = [
  'Số thẻ,Họ và tên,Chi bộ,Nhóm đối tượng',
  'VT-000001,Khúc Thị Lành,Trạm Y tế Bình Khê,Cán bộ',
  'VT-000002,Quách Thị Mân,Trường Bình Khê,Đảng viên',
];

/** A committee gives one group themes of its own and sees two essays held to two lists. */
describe.skipIf(!hasBrowser)('themes of a group in a browser', () => {
  let service: ServicePage;
  let page: Page;

  oneStory();
  beforeAll(async () => {
    service = await openService();
    page = service.page;
    await setUp(page);
    await page.getByRole('link', { name: 'Tạo đợt học tập' }).click();
    await page.getByLabel('Tên đợt').fill('Đợt quý I');
  });
  afterAll(() => service?.close());

  const title = (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });
  const place = (name: string): Locator => page.getByRole('navigation').getByRole('link', { name });
  const list = (name: string): Locator => page.getByRole('region', { name, exact: true });
  const themesIn = (box: Locator): Promise<string[]> =>
    box.getByLabel('Tên chủ đề').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  const write = (name: string, text: string): string => {
    const file = join(service.folder, name);
    writeFileSync(file, text);
    return file;
  };
  const addTheme = async (box: Locator, name: string, phrases: string): Promise<void> => {
    await box.getByRole('button', { name: 'Thêm chủ đề' }).click();
    const theme = box.locator('.themeform').last();
    await theme.getByLabel('Tên chủ đề').fill(name);
    await theme.locator('.phrases').getByRole('textbox').fill(phrases);
    await theme.locator('.phrases').getByRole('textbox').press('Enter');
  };

  it('start as the common ones, and are edited like them', async () => {
    const common = list('Chủ đề phải có');
    const usual = common.getByRole('button', { name: 'Bỏ chủ đề:' });
    while ((await usual.count()) > 0) await usual.first().click();
    await addTheme(common, 'Rác thải', 'phân loại rác thải, thu gom rác thải');
    await page.getByRole('button', { name: 'Thêm nhóm' }).click();
    const group = list('Nhóm mới');
    expect(await themesIn(group)).toEqual(['Rác thải']);
    await group.getByText('phân loại rác thải').waitFor();
    await page.getByRole('button', { name: 'Tạo đợt và nộp bài' }).click();
    await page.getByText('Nhập tên nhóm, hoặc bỏ nhóm này.').waitFor();
    expect(await group.getByLabel('Tên nhóm đối tượng').getAttribute('aria-invalid')).toBe('true');
    await expectSound(page);
    await group.getByLabel('Tên nhóm đối tượng').fill('Cán bộ');
    const officers = list('Chủ đề của nhóm Cán bộ');
    await addTheme(officers, 'Kinh tế biển', 'ngư trường xa bờ, tàu cá vỏ thép');
    expect([await themesIn(common), await themesIn(officers)]).toEqual([['Rác thải'], ['Rác thải', 'Kinh tế biển']]);
    await expectSound(page);
  }, 120_000);

  it('can be taken off, and put back', async () => {
    await page.getByRole('button', { name: 'Bỏ nhóm Cán bộ' }).click();
    await expect.poll(() => list('Chủ đề của nhóm Cán bộ').count()).toBe(0);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    expect(await themesIn(list('Chủ đề của nhóm Cán bộ'))).toEqual(['Rác thải', 'Kinh tế biển']);
    await page.getByRole('button', { name: 'Tạo đợt và nộp bài' }).click();
    await title('Lô 1: nộp bài').waitFor();
  });

  it('are told beside the group’s prompt and day', async () => {
    await place('Danh sách').click();
    await page.getByRole('link', { name: 'Nhập danh sách' }).click();
    await choose(page, 'Chọn tệp Excel hoặc CSV', [write('danh-sach.csv', ROSTER.join('\n'))]);
    await page.getByRole('button', { name: 'Nhập 2 người' }).click();
    await page.getByText('Đã nhập danh sách 2 người.').waitFor();
    await page.getByRole('link', { name: 'Hạn nộp, đề bài' }).click();
    await page.getByText('Nhóm có 2 chủ đề riêng.').waitFor();
    await page.getByText('Xét theo chủ đề chung của đợt.').waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: 'Đặt trong thiết lập đợt' }).first().click();
    await page.getByRole('button', { name: 'Thêm nhóm' }).click();
    // What the roster calls its groups is offered; the one that has themes no more.
    const offered = list('Nhóm mới').locator('datalist option');
    expect(await offered.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))).toEqual(['Đảng viên']);
    await list('Nhóm mới').getByRole('button', { name: 'Bỏ nhóm' }).click();
  });

  it('are those that two essays are held to, each to its own', async () => {
    await place('Lô bài').click();
    await page.getByRole('link', { name: 'Lô 1' }).click();
    const files = Object.entries(ESSAYS).map(([name, text]) => write(name, text));
    await choose(page, 'Chọn tệp', files);
    await page.getByText('Đã lưu an toàn 2 tệp').first().waitFor();
    await page.getByRole('button', { name: 'Bắt đầu soát' }).click();
    await title('Lô 1: đã soát xong 2 tệp').waitFor({ timeout: 120_000 });
    await page.getByRole('link', { name: 'Xem kết quả' }).click();
    const row = (name: string): Locator => page.locator('.table--results tbody tr').filter({ hasText: name });
    await row('Khúc Thị Lành').locator('.chip--proposal').getByText('Viết lại').waitFor();
    expect(await row('Quách Thị Mân').locator('.chip--proposal').textContent()).toContain('Đạt yêu cầu');
    const counts = ['Khúc Thị Lành', 'Quách Thị Mân'].map((name) => row(name).locator('.themecount b').textContent());
    expect(await Promise.all(counts)).toEqual(['1/2', '1/1']);
    await expectSound(page);
    const unmet = page.getByLabel('Chủ đề chưa đạt');
    expect(await unmet.locator('option').allTextContents()).toContain('Chưa đạt: Kinh tế biển (1)');
    await row('Khúc Thị Lành').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Chủ đề bắt buộc: đạt 1/2' }).waitFor();
    await page.getByText('Chủ đề riêng của nhóm Cán bộ').waitFor();
    await page.getByRole('heading', { name: 'Kinh tế biển' }).waitFor();
    await expectSound(page);
    await page.goBack();
    await row('Quách Thị Mân').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Chủ đề bắt buộc: đạt 1/1' }).waitFor();
    expect(await page.getByText('Kinh tế biển').count()).toBe(0);
  }, 180_000);

  it('are shown with what a change of them would do', async () => {
    await openPlace(page, 'Thiết lập');
    const officers = list('Chủ đề của nhóm Cán bộ');
    await officers.getByRole('button', { name: 'Bỏ chủ đề: Kinh tế biển' }).click();
    await page.getByRole('button', { name: 'Tính thử với thiết lập mới' }).click();
    await page.getByText('VT-000001').first().waitFor({ timeout: 60_000 });
    await expectSound(page);
    expect(service.complaints).toEqual([]);
  }, 120_000);
});
