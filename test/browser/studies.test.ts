import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableSheet } from '../../src/report/people-table.js';
import { onDatabase } from '../corpus/records/units.js';
import { PASSWORD } from '../support/account.js';
import { hasBrowser } from '../support/browser.js';
import { choose } from './fixture-campaign.js';
import { oneStory } from './one-story.js';
import { expectSound, watchPage } from './page-checks.js';
import { ADMIN, openPlace, openService, type ServicePage, setUp } from './service-page.js';

const ROSTER = [
  'Số thẻ,Họ và tên,Chi bộ,Cán bộ chủ chốt,Đảng viên dự bị,Miễn viết,Lý do miễn',
  'ĐM-01,Lầu Thị Chanh,Chi bộ Bến Gỗ,x,,,',
  'ĐM-02,Giàng A Sình,Chi bộ Bến Gỗ,,x,,',
  'ĐM-03,Cứ Thị Mai,Chi bộ Đồi Sim,,,,',
  'ĐM-04,Thào Văn Lử,Chi bộ Đồi Sim,,,x,đã nghỉ công tác',
  'ĐM-05,Vàng Thị Súa,Chi bộ Đồi Sim,,,,',
];
const HEAD = 'Số thẻ,Họ và tên,Có mặt,Ghi chú';

/** An organising board through a session: who came by a list with faults, who has not studied, a catch-up for exactly these. */
describe.skipIf(!hasBrowser)('the studying in a browser', () => {
  let service: ServicePage;
  let page: Page;

  oneStory();
  beforeAll(async () => {
    service = await openService();
    page = service.page;
    await setUp(page);
    await page.getByRole('link', { name: 'Tạo đợt học tập' }).click();
    await page.getByLabel('Tên đợt').fill('Học tập Nghị quyết số 21');
    await page.getByRole('button', { name: 'Tạo đợt và nộp bài' }).click();
    await title('Lô 1: nộp bài').waitFor();
    await openPlace(page, 'Danh sách');
    await page.getByRole('link', { name: 'Nhập danh sách' }).click();
    await choose(page, 'Chọn tệp Excel hoặc CSV', [save('danh-sach.csv', ROSTER)]);
    await page.getByRole('button', { name: 'Nhập 5 người' }).click();
    await title('Danh sách').waitFor();
  });
  afterAll(() => service?.close());

  const title = (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });
  const names = (table: string): Promise<string[]> => page.locator(`${table} tbody th b`).allTextContents();
  const mark = (name: string, state: string): Locator => page.getByRole('checkbox', { name: `${name}: ${state}`, exact: true });
  const tab = (name: string | RegExp): Locator =>
    page.getByRole('navigation', { name: 'Các phần của học tập' }).getByRole('link', { name });
  const save = (name: string, lines: readonly string[]): string => {
    const file = join(service.folder, name);
    writeFileSync(file, lines.join('\n'));
    return file;
  };

  /** The same as a workbook. */
  const sheet = async (name: string, lines: readonly string[]): Promise<string> => {
    const [head = [], ...rows] = lines.map((line) => line.split(','));
    const file = join(service.folder, name);
    writeFileSync(file, await tableSheet({ head, rows }));
    return file;
  };

  it('shows who is probationary and who is exempt, by whom', async () => {
    await page.getByText('ĐM-02 · Đảng viên dự bị').waitFor();
    await page.getByText('đã nghỉ công tác (đồng chí quan-tri ghi)').waitFor();
  });

  it('takes a session whose figures do not add up, and says by how much', async () => {
    await openPlace(page, 'Học tập');
    await page.getByText('Chưa có buổi học nào').waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Thêm buổi học' }).click();
    await page.getByRole('button', { name: 'Lưu buổi học' }).click();
    await page.getByText('Ghi tên buổi học.').waitFor();
    await page.getByLabel('Tên buổi học').fill('Hội nghị học tập Nghị quyết số 21');
    await page.getByLabel('Ngày học').fill('12/11/2026');
    await page.getByLabel('Cách học').selectOption('online');
    await page.getByLabel('Báo cáo viên', { exact: true }).fill('Vàng Thị Pà');
    await page.getByLabel('Triệu tập (số báo)').fill('5');
    await page.getByLabel('Có mặt (số báo)').fill('4');
    for (const [name, count] of [
      ['Điểm cầu xã', '2'],
      ['Điểm cầu thôn Hạ', '1'],
    ] as const) {
      await page.getByRole('button', { name: 'Thêm điểm cầu' }).click();
      await page.getByLabel('Tên điểm cầu').last().fill(name);
      await page.getByLabel('Có mặt', { exact: true }).last().fill(count);
    }
    await page.getByText('Cộng các điểm cầu có mặt 3, buổi học 4: lệch 1.').waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Lưu buổi học' }).click();
    await title('Hội nghị học tập Nghị quyết số 21').waitFor();
    await page.getByText('0 có mặt, 0 vắng, 5 chưa ghi; 0 không triệu tập').waitFor();
    await page.getByText('Danh sách có mặt 0, số báo 4: lệch 4.').waitFor();
  });

  it('refuses a list with faults by row and column, marks nobody, and takes it once it is right', async () => {
    const wrong = [HEAD, 'ĐM-01,Lầu Thị Chanh,x,', 'ĐM-90,Người Lạ,x,', 'ĐM-02,Giàng A Sềnh,x,', 'ĐM-03,Cứ Thị Mai,có lẽ,', 'ĐM-01,,x,'];
    await choose(page, 'Chọn tệp', [await sheet('sai.xlsx', wrong)]);
    await page.getByText('“sai.xlsx”: 4 chỗ phải sửa, chưa ghi người nào').waitFor();
    const rows = await page
      .locator('.table--problems tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((one) => one.textContent)));
    expect(rows.map(([row, column]) => `${row} ${column}`)).toEqual(['3 Số thẻ', '4 Họ và tên', '5 Có mặt', '6 Số thẻ']);
    expect(rows[0]?.[2]).toContain('ĐM-90 không có trong danh sách');
    await page.getByText('0 có mặt, 0 vắng, 5 chưa ghi').waitFor();
    await expectSound(page);
    const right = [HEAD, 'ĐM-01,Lầu Thị Chanh,x,', 'ĐM-02,Giàng A Sình,vắng,đi viện', 'ĐM-03,Cứ Thị Mai,x,'];
    await choose(page, 'Chọn tệp khác', [await sheet('đúng.xlsx', right)]);
    await page.getByText('2 có mặt, 1 vắng, 0 chưa ghi; 3 người khác với đang ghi.').waitFor();
    await page.getByRole('button', { name: 'Nhập 3 người' }).click();
    await page.getByText('2 có mặt, 1 vắng, 2 chưa ghi; 0 không triệu tập').waitFor();
    expect(await page.getByLabel('Ghi chú về Giàng A Sình').inputValue()).toBe('đi viện');
  });

  it('is marked by keyboard, one cell at a time, and saved together', async () => {
    await page.getByLabel('Lọc theo đơn vị, chi bộ').selectOption('Chi bộ Đồi Sim');
    expect(await names('.table--marks')).toEqual(['Thào Văn Lử', 'Cứ Thị Mai', 'Vàng Thị Súa']);
    await page.getByRole('button', { name: 'Tất cả có mặt' }).click();
    await mark('Thào Văn Lử', 'Có mặt').focus();
    await page.keyboard.press('Space');
    await mark('Thào Văn Lử', 'Vắng').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await mark('Vàng Thị Súa', 'Vắng').waitFor();
    await page.getByText('2 người thay đổi, chưa lưu').waitFor();
    await page.getByLabel('Ghi chú về Cứ Thị Mai').focus();
    await page.keyboard.type('về sớm 30 phút');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('=nghỉ ốm');
    await page.getByText('3 người thay đổi, chưa lưu').waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Lưu điểm danh' }).click();
    await page.getByText('Đã lưu điểm danh 3 người.').waitFor();
    await page.getByText('2 có mặt, 3 vắng, 0 chưa ghi; 0 không triệu tập').waitFor();
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Tải mẫu có sẵn tên \(CSV\)/ }).click(),
    ]);
    const lines = readFileSync(await table.path(), 'utf8')
      .trim()
      .split('\r\n')
      .slice(1);
    expect(lines).toEqual([
      'ĐM-01,Lầu Thị Chanh,Chi bộ Bến Gỗ,x,',
      'ĐM-04,Thào Văn Lử,Chi bộ Đồi Sim,vắng,',
      'ĐM-03,Cứ Thị Mai,Chi bộ Đồi Sim,x,về sớm 30 phút',
      'ĐM-02,Giàng A Sình,Chi bộ Bến Gỗ,vắng,đi viện',
      "ĐM-05,Vàng Thị Súa,Chi bộ Đồi Sim,vắng,'=nghỉ ốm",
    ]);
  });

  it('makes of “Chưa học” a catch-up session with exactly these', async () => {
    await page.getByRole('link', { name: 'Các buổi học' }).click();
    await page.getByText('2/5, đạt 40,00%').waitFor();
    await page.getByText('Mục tiêu 100%, thiếu 60,00 điểm').waitFor();
    await tab('Đã học, chưa có bài (2)').click();
    await title('Đã học, chưa có bài: 2 người').waitFor();
    expect(await names('.table--listed')).toEqual(['Lầu Thị Chanh', 'Cứ Thị Mai']);
    await tab('Chưa học (3)').click();
    await title('Chưa học: 3 người').waitFor();
    expect(await names('.table--listed')).toEqual(['Thào Văn Lử', 'Giàng A Sình', 'Vàng Thị Súa']);
    await expectSound(page);
    await page.getByRole('link', { name: 'Tạo buổi học bù' }).click();
    expect(await page.getByLabel('Triệu tập ai').locator('option:checked').textContent()).toBe('Những người chưa học (3 người)');
    await page.getByLabel('Tên buổi học').fill('Học bù Nghị quyết số 21');
    await page.getByLabel('Ngày học').fill('20/11/2026');
    await page.getByRole('button', { name: 'Lưu buổi học' }).click();
    await title('Học bù Nghị quyết số 21').waitFor();
    await page.getByText('0 có mặt, 0 vắng, 3 chưa ghi; 2 không triệu tập').waitFor();
  });

  it('is marked on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const box = await mark('Giàng A Sình', 'Chưa ghi').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    await mark('Giàng A Sình', 'Chưa ghi').click();
    await mark('Giàng A Sình', 'Có mặt').waitFor();
    const note = page.getByLabel('Ghi chú về Giàng A Sình');
    expect((await note.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await note.fill('học qua bản ghi');
    await page.getByRole('button', { name: 'Lưu điểm danh' }).click();
    await page.getByText('1 có mặt, 0 vắng, 2 chưa ghi; 2 không triệu tập').waitFor();
    await expectSound(page);
    await page.reload();
    expect(await note.inputValue()).toBe('học qua bản ghi');
    await page.getByRole('link', { name: 'Các buổi học' }).click();
    await page.getByText('Trong đó 1 học bù.').waitFor();
    await tab('Chưa học (2)').waitFor();
  });

  it('leads from “Có bài, chưa điểm danh” to a mark at a session, or to a catch-up session of those chosen', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    onDatabase(join(service.folder, 'data'), (database) => {
      const file = '0'.repeat(64);
      database.prepare('INSERT OR IGNORE INTO original VALUES (?, 1)').run(file);
      for (const card of ['ĐM-04', 'ĐM-05']) {
        database
          .prepare(
            `INSERT INTO submission (id, campaign, member, unit, file, sha256, state, received_at, tenant)
            VALUES (?, 'Đợt', ?, '', 'bài.docx', ?, 'ok', '2026-11-20T03:00:00.000Z', 'goc')`,
          )
          .run(card, card, file);
        database
          .prepare(`INSERT INTO essay_person SELECT ?, id, 'card', NULL, '2026-11-20T03:00:00.000Z' FROM person WHERE card = ?`)
          .run(card, card);
        database
          .prepare(
            `INSERT INTO result (submission, campaign, version, proposal, brief, detail) SELECT ?, id, 1, 'accept', '{}', '{}' FROM campaign`,
          )
          .run(card);
      }
    });
    await page.reload();
    await tab('Có bài, chưa điểm danh (2)').click();
    await page.getByLabel('Chọn Thào Văn Lử').check();
    await page.getByText('Đã chọn 1 người').waitFor();
    const mark = page.getByRole('button', { name: 'Ghi 1 người có mặt' });
    expect(await mark.isDisabled()).toBe(true);
    await page.getByLabel('Điểm danh vào buổi').selectOption('Hội nghị học tập Nghị quyết số 21 (12/11/2026)');
    await page.getByText('1 người đang ghi vắng ở buổi này, sẽ ghi lại là có mặt.').waitFor();
    await expectSound(page);
    await mark.click();
    await page.getByText('Đã lưu điểm danh 1 người.').waitFor();
    await title('Có bài, chưa điểm danh: 1 người').waitFor();
    expect(await names('.table--listed')).toEqual(['Vàng Thị Súa']);

    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByLabel('Chọn cả 1 người đang hiện').check();
    await expectSound(page);
    await page.getByRole('link', { name: 'Tạo buổi học bù cho 1 người' }).click();
    expect(await page.getByLabel('Triệu tập ai').locator('option:checked').textContent()).toBe('Những người đã chọn (1 người)');
    await page.getByLabel('Tên buổi học').fill('Học bù lần hai');
    await page.getByLabel('Ngày học').fill('21/11/2026');
    await page.getByRole('button', { name: 'Lưu buổi học' }).click();
    await title('Học bù lần hai').waitFor();
    await page.getByText('0 có mặt, 0 vắng, 1 chưa ghi; 4 không triệu tập').waitFor();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('link', { name: 'Các buổi học' }).click();
  });

  it('counts material by member and by cell against all of them', async () => {
    await tab('Tài liệu').click();
    await page.getByRole('button', { name: 'Thêm tài liệu' }).click();
    await page.getByLabel('Tên tài liệu').fill('Tài liệu học tập Nghị quyết số 21');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('heading', { name: 'Đã cấp: Tài liệu học tập Nghị quyết số 21' }).waitFor();
    await page.getByLabel(/^Chi bộ Bến Gỗ/).check();
    await page.getByRole('button', { name: 'Cấp cho cả danh sách đang hiện' }).click();
    await page.getByRole('checkbox', { name: 'Vàng Thị Súa: Đã nhận' }).click();
    await page.getByText('5 thay đổi, chưa lưu').waitFor();
    await page.getByRole('button', { name: 'Lưu việc cấp' }).click();
    await page.getByText('4/5, đạt 80,00%').waitFor();
    await page.getByText('1/2, đạt 50,00%').waitFor();
    await page.getByText('Mục tiêu 100%, thiếu 20,00 điểm').waitFor();
    await expectSound(page);
  });

  it('is led by an organising board that is shown no results', async () => {
    onDatabase(join(service.folder, 'data'), (database) => {
      database
        .prepare(
          "INSERT INTO account (id, unit, name, password_hash, created_at) SELECT 'ban', unit, 'ban-to-chuc', password_hash, created_at FROM account WHERE name = ?",
        )
        .run(ADMIN);
      database.prepare("INSERT INTO held_role (account, unit, role) VALUES ('ban', 'goc', 'board')").run();
    });
    const theirs = await (await service.browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    const complaints = watchPage(theirs);
    await theirs.goto(service.url);
    await theirs.getByLabel('Tên đăng nhập').fill('ban-to-chuc');
    await theirs.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await theirs.getByRole('button', { name: 'Đăng nhập' }).click();
    await theirs.getByRole('heading', { level: 1, name: 'Các đợt học tập' }).waitFor();
    await expectSound(theirs);
    await theirs.getByRole('link', { name: 'Học tập Nghị quyết số 21' }).click();
    await theirs.getByRole('button', { name: 'Thêm buổi học' }).waitFor();
    const places = await theirs.getByRole('navigation', { name: 'Các phần của đợt học tập' }).getByRole('link').allTextContents();
    expect(places).toEqual(['Danh sách', 'Học tập', 'Trắc nghiệm']);
    await openPlace(theirs, 'Danh sách');
    await theirs.getByText('ĐM-02 · Đảng viên dự bị').waitFor();
    expect(await theirs.getByRole('button', { name: /^Sửa/ }).count()).toBe(0);
    await expectSound(theirs);
    expect(complaints).toEqual([]);
    await theirs.context().close();
  });

  it('removes a session with a reason, which the log tells', async () => {
    await tab('Buổi học').click();
    await page.getByRole('link', { name: 'Học bù Nghị quyết số 21' }).click();
    await page.getByRole('button', { name: 'Xóa buổi học' }).click();
    await page.getByLabel('Lý do').fill('hoãn sang tháng sau');
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa', exact: true }).click();
    await tab('Chưa học (2)').waitFor();
    await openPlace(page, 'Nhật ký');
    await page.getByText('xóa buổi học “Học bù Nghị quyết số 21”.').waitFor();
    await page.getByText('Lý do: “hoãn sang tháng sau”').waitFor();
    expect(service.complaints).toEqual([]);
  });
});
