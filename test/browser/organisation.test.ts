import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser.js';
import { oneStory } from './one-story.js';
import { expectSound, watchPage } from './page-checks.js';
import { openPlace, openService, type ServicePage } from './service-page.js';

const PASSWORD = 'câu mật khẩu dài để thử';
const ADMIN = 'Đoàn Thị Mận';

/** From the first run to a unit at work: every test goes on where the one before has left off. */
describe.skipIf(!hasBrowser)('the organisation in a browser', () => {
  let service: ServicePage;
  let page: Page;
  let committee: Page;
  const complaints: string[] = [];

  oneStory();
  beforeAll(async () => {
    service = await openService();
    page = service.page;
  });
  afterAll(() => service?.close());

  const panel = (name: string) => page.getByRole('heading', { level: 2, name });
  const tree = () => page.getByRole('navigation', { name: 'Cây tổ chức' });
  const worker = (name: string) => page.locator('.people b', { hasText: name });
  const said = (text: string): Promise<void> => page.getByRole('status').getByText(text).waitFor();

  /** Somebody with a browser of their own, at an address. */
  async function comeTo(address: string): Promise<Page> {
    const context = await service.browser.newContext({ viewport: { width: 1440, height: 900 } });
    const other = await context.newPage();
    other.setDefaultTimeout(15_000);
    complaints.push(...watchPage(other));
    await other.goto(address);
    return other;
  }

  async function addUnit(name: string, kind: string): Promise<void> {
    await page.getByRole('button', { name: 'Thêm đơn vị cấp dưới' }).click();
    await page.getByLabel('Tên đơn vị').fill(name);
    await page.getByLabel('Loại', { exact: true }).selectOption(kind);
    await page.getByRole('button', { name: 'Thêm đơn vị', exact: true }).click();
    await panel(name).waitFor();
  }

  async function invite(name: string, roles: readonly string[]): Promise<string> {
    await page.getByRole('button', { name: 'Mời người vào đơn vị' }).click();
    await page.getByLabel('Mời ai').fill(name);
    for (const role of roles) await page.getByLabel(role).check();
    await page.getByRole('button', { name: 'Tạo đường dẫn mời' }).click();
    const link = page.getByLabel('Đường dẫn', { exact: true });
    await link.waitFor();
    const address = await link.inputValue();
    await page.getByRole('button', { name: 'Đã gửi xong' }).click();
    return address;
  }

  async function accept(address: string): Promise<Page> {
    const other = await comeTo(address);
    await other.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await other.getByLabel('Nhập lại mật khẩu').fill(PASSWORD);
    await other.getByRole('button', { name: 'Nhận lời mời và vào làm việc' }).click();
    await other.getByRole('heading', { level: 1, name: 'Các đợt học tập' }).waitFor();
    return other;
  }

  it('names the organisation on the first run', async () => {
    await page.getByLabel('Tên đăng nhập').fill(ADMIN);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Nhập lại mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Lập tài khoản và bắt đầu' }).click();
    await page.getByText('Nhập tên tổ chức').waitFor();
    await page.getByLabel('Tên tổ chức').fill('Đảng bộ xã Hòa An');
    await page.getByRole('button', { name: 'Lập tài khoản và bắt đầu' }).click();
    await openPlace(page, 'Tổ chức');
    await panel('Đảng bộ xã Hòa An').waitFor();
    await worker(ADMIN).waitFor();
  });

  it('grows the tree by two levels and remembers what was changed', async () => {
    await addUnit('Đảng bộ cơ sở Thôn Thượng', 'grassroots-branch');
    await addUnit('Chi bộ 1', 'cell');
    await page.getByText('Đảng bộ xã Hòa An › Đảng bộ cơ sở Thôn Thượng').waitFor();
    await page.getByRole('button', { name: 'Sửa thông tin' }).click();
    await page.getByLabel('Tên đơn vị').fill('Chi bộ thôn Thượng 1');
    await page.getByLabel('Ngày thành lập').fill('31/02/2020');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Không có ngày này.').waitFor();
    await page.getByLabel('Ngày thành lập').fill('03/02/2020');
    await page.getByLabel('Đơn vị cấp trên').selectOption({ label: 'Đảng bộ xã Hòa An' });
    await page.getByLabel('Thay đổi tính từ ngày').fill('20/11/2026');
    await expectSound(page);
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await panel('Chi bộ thôn Thượng 1').waitFor();
    await page.getByText('từ 03/02/2020').waitFor();
    await page.getByRole('link', { name: 'Lịch sử' }).click();
    await page.getByText('đổi tên từ “Chi bộ 1” thành “Chi bộ thôn Thượng 1”, tính từ 20/11/2026.').waitFor();
    await page.getByText('chuyển đơn vị từ Đảng bộ cơ sở Thôn Thượng sang Đảng bộ xã Hòa An').waitFor();
    await expectSound(page);
  });

  it('sets limits that the units below take over', async () => {
    await tree().getByRole('link', { name: 'Đảng bộ xã Hòa An' }).click();
    await page.getByRole('link', { name: 'Giới hạn' }).click();
    await page.getByLabel('Số tệp tối đa một lô').fill('3000');
    await page.getByRole('button', { name: 'Lưu giới hạn' }).click();
    await page.getByText('Nhập số từ 1 đến 2.000').waitFor();
    await page.getByLabel('Số tệp tối đa một lô').fill('1.500');
    await page.getByRole('button', { name: 'Lưu giới hạn' }).click();
    await said('Đã lưu giới hạn.');
    await tree().getByRole('link', { name: 'Chi bộ thôn Thượng 1' }).click();
    await page.getByRole('link', { name: 'Giới hạn' }).click();
    await page.getByText('Đang tính 1.500, theo Đảng bộ xã Hòa An.').waitFor();
    await expectSound(page);
  });

  it('invites a committee member and a reviewer, who come in by links that work once', async () => {
    await page.getByRole('link', { name: 'Người làm việc' }).click();
    await page.getByText('Chưa có ai làm việc ở đơn vị này').waitFor();
    const [forCommittee, forReviewer] = [
      await invite('Vũ Văn Lạc', ['Cấp ủy']),
      await invite('Hồ Thị Sen', ['Người thẩm định', 'Kiểm tra (chỉ xem)']),
    ];
    await page.getByText('Mời Hồ Thị Sen').waitFor();
    await expectSound(page);

    const invited = await comeTo(forReviewer);
    await invited.getByText('được mời vào Chi bộ thôn Thượng 1 với vai trò: Người thẩm định, Kiểm tra (chỉ xem)').waitFor();
    await expectSound(invited);
    await invited.context().close();
    committee = await accept(forCommittee);
    await accept(forReviewer);
    const again = await comeTo(forReviewer);
    await again.getByRole('heading', { level: 1, name: 'Đường dẫn không dùng được' }).waitFor();
    await expectSound(again);

    await page.reload();
    await worker('Vũ Văn Lạc').waitFor();
    expect(await page.getByText('Mời Hồ Thị Sen').count()).toBe(0);
    // Whoever works with essays is not led to the tree.
    await committee.getByRole('link', { name: 'Câu hỏi' }).waitFor();
    expect(await committee.getByRole('link', { name: 'Tổ chức' }).count()).toBe(0);
  });

  it('signs out whoever is disabled: their next click leads to sign-in', async () => {
    await page.getByRole('button', { name: 'Khóa Vũ Văn Lạc' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Khóa tài khoản' }).click();
    await said('Đã khóa tài khoản của đồng chí Vũ Văn Lạc.');
    await page.getByText('Đã khóa', { exact: true }).waitFor();
    await expectSound(page);
    await committee.getByRole('link', { name: 'Tạo đợt học tập' }).first().click();
    await committee.getByRole('heading', { name: 'Đăng nhập lại để làm tiếp' }).waitFor();
    await committee.getByLabel('Mật khẩu').fill(PASSWORD);
    await committee.getByRole('button', { name: 'Đăng nhập' }).click();
    await committee.getByText('Tên hoặc mật khẩu không đúng.').waitFor();
  });

  it('makes a group across cells and finds whom to put into it among 5,000 people', async () => {
    addPeople(service.folder, 5000);
    await tree().getByRole('link', { name: 'Đảng bộ xã Hòa An' }).click();
    await page.getByRole('link', { name: 'Nhóm đối tượng' }).click();
    await page.getByText('Chưa có nhóm nào.').waitFor();
    await page.getByRole('button', { name: 'Thêm nhóm' }).click();
    await page.getByText('Nhập tên nhóm.').waitFor();
    await page.getByLabel('Tên nhóm').fill('Cán bộ chủ chốt');
    await page.getByRole('button', { name: 'Thêm nhóm' }).click();
    await said('Đã thêm nhóm Cán bộ chủ chốt.');
    await expectSound(page);
    await page.getByRole('link', { name: 'Chọn người Cán bộ chủ chốt' }).click();
    await page.getByText('Đang hiện 5.000 trên 5.000 người; 0 người trong nhóm.').waitFor();
    // Of thousands only what is near the screen is drawn.
    expect(await page.getByRole('checkbox').count()).toBeLessThan(100);
    const find = page.getByLabel('Tìm theo họ tên, số thẻ');
    await find.fill('lung vai ke toan');
    await page.getByText('Đang hiện 50 trên 5.000 người').waitFor();
    await page.getByRole('button', { name: 'Thêm cả 50 người đang hiện' }).click();
    await find.fill('Người số 4999');
    await page.getByRole('checkbox', { name: /Người số 4999/ }).check();
    await page.getByText('Chưa lưu: thêm 51, bỏ 0 người.').waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: 'Các nhóm' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ở lại' }).click();
    await page.getByRole('button', { name: 'Lưu nhóm' }).click();
    await said('Đã lưu nhóm Cán bộ chủ chốt.');
    await find.fill('');
    await page.getByLabel('Chỉ hiện người trong nhóm').check();
    await page.getByText('Đang hiện 51 trên 5.000 người; 51 người trong nhóm.').waitFor();
  });

  it('renames the group, and says what goes with it before it is deleted', async () => {
    await page.getByRole('link', { name: 'Các nhóm' }).click();
    await page.getByRole('button', { name: 'Đổi tên Cán bộ chủ chốt' }).click();
    await page.getByLabel('Tên mới của nhóm').fill('Cán bộ kiêm nhiệm');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await said('Đã đổi tên nhóm thành Cán bộ kiêm nhiệm.');
    giveOwnPrompt(service.folder, 'Đợt nghiên cứu Nghị quyết');
    await page.reload();
    await page.getByText('51 người · có đề bài, chủ đề hoặc hạn riêng trong 1 đợt').waitFor();
    await page.getByRole('button', { name: 'Xóa nhóm Cán bộ kiêm nhiệm' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Đợt nghiên cứu Nghị quyết: đề bài riêng, hạn riêng 20/12/2026').waitFor();
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Xóa nhóm' }).click();
    await said('Đã xóa nhóm Cán bộ kiêm nhiệm.');
    await page.getByText('Chưa có nhóm nào.').waitFor();
  });

  it('erases what is kept of somebody, who is then in no list, and the record says why', async () => {
    await page.getByRole('link', { name: 'Dữ liệu cá nhân' }).click();
    await page.getByLabel('Tìm theo họ tên hoặc số thẻ').fill('Người số 4998');
    await page.getByRole('button', { name: 'Xóa dữ liệu Đảng viên Người số 4998' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Xóa hẳn' }).click();
    await dialog.getByText('Ghi lý do, từ 5 ký tự trở lên.').waitFor();
    await dialog.getByLabel('Lý do').fill('theo đơn đề nghị số 3');
    await dialog.getByRole('button', { name: 'Xóa hẳn' }).click();
    await said('Đã xóa và ghi vào sổ.');
    await page.getByText('Không tìm thấy ai.').waitFor();
    await page.getByText('Dữ liệu của một người, 0 bài').waitFor();
    await page.getByText('Lý do: theo đơn đề nghị số 3').waitFor();
    await expectSound(page);
    await page.goto(`${service.url}/nhat-ky`);
    await page.getByText('xóa dữ liệu của một người theo yêu cầu: 0 bài.').waitFor();
    await page.getByText('xóa nhóm đối tượng “Cán bộ kiêm nhiệm”, có 51 người.').waitFor();
    await page.getByText('đổi giới hạn của đơn vị “Đảng bộ xã Hòa An”.').waitFor();
    await expectSound(page);
  });

  it('says what is kept of whom, and backs everything up', async () => {
    await openPlace(page, 'Tổ chức');
    await tree().getByRole('link', { name: 'Chi bộ thôn Thượng 1' }).click();
    await page.getByRole('link', { name: 'Dữ liệu cá nhân' }).click();
    await page.getByText('Chưa có ai trong danh sách đảng viên của đơn vị này.').waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: 'Sao lưu' }).click();
    await page.getByText('Chưa có bản sao lưu nào làm từ trang này.').waitFor();
    await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
    await page.getByText('Đã đọc lại, nguyên vẹn').waitFor();
    await expectSound(page);
  });

  it('lets everybody change their password and see where they are signed in', async () => {
    await page.getByRole('link', { name: 'Tài khoản của tôi' }).click();
    await page.getByText('Phiên này').waitFor();
    await expectSound(page);
    await page.getByLabel('Mật khẩu hiện tại').fill('không phải');
    await page.getByLabel('Mật khẩu mới').fill(`${PASSWORD} khác`);
    await page.getByLabel('Nhập lại mật khẩu').fill(`${PASSWORD} khác`);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await page.getByText('Mật khẩu hiện tại không đúng').waitFor();
    await page.getByLabel('Mật khẩu hiện tại').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await said('Đã đổi mật khẩu.');
    expect(complaints.filter((line) => !/status of 4\d\d/.test(line))).toEqual([]);
  });
});

/** People of the founding unit, fifty cells of them. */
function addPeople(folder: string, count: number): void {
  change(folder, (database) => {
    const put = database.prepare(
      "INSERT INTO person (id, unit, card, name, cell, post, place, is_head, is_key_cadre) VALUES (?, 'goc', ?, ?, ?, ?, '', 0, 0)",
    );
    for (let at = 0; at < count; at++)
      put.run(
        `p${at}`,
        `HA-${at}`,
        `Đảng viên Người số ${at}`,
        at % 50 === 7 ? 'Chi bộ Lũng Vài' : `Chi bộ ${at % 50}`,
        at % 100 < 50 ? 'Công chức' : 'Kế toán',
      );
  });
}

/** A campaign that has a prompt and a due day of its own for every group there is. */
function giveOwnPrompt(folder: string, name: string): void {
  change(folder, (database) => {
    database.prepare("INSERT INTO campaign VALUES ('dot1', 'goc', ?, 1, '2026-11-01T00:00:00.000Z')").run(name);
    database.prepare("INSERT INTO campaign_version VALUES ('dot1', 1, '{\"policy\":{}}', '2026-11-01T00:00:00.000Z')").run();
    database
      .prepare(
        "INSERT INTO campaign_audience (campaign, audience, prompt, due) SELECT 'dot1', id, 'Viết về việc của mình', '2026-12-20' FROM audience",
      )
      .run();
  });
}

function change(folder: string, work: (database: Database.Database) => void): void {
  const database = new Database(join(folder, 'data', 'corpus.sqlite'));
  database.transaction(() => work(database))();
  database.close();
}
