import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { hasBrowser } from '../support/browser.js';
import { expectSound, watchPage } from './page-checks.js';
import { openService, type ServicePage } from './service-page.js';

const PASSWORD = 'câu mật khẩu dài để thử';
const ADMIN = 'Đoàn Thị Mận';

/** From the first run to a unit at work: every test goes on where the one before has left off. */
describe.skipIf(!hasBrowser)('the organisation in a browser', () => {
  let service: ServicePage;
  let page: Page;
  let committee: Page;
  let hasFailed = false;
  const complaints: string[] = [];

  beforeEach(({ skip }) => {
    skip(hasFailed, 'what it goes on from has failed');
    onTestFailed(() => {
      hasFailed = true;
    });
  });
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
    await page.getByRole('link', { name: 'Tổ chức' }).click();
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

  it('says what is kept of whom, and backs everything up', async () => {
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
