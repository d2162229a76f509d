import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser } from '../http/service.js';
import { enterAs } from '../http/units.js';
import { hasBrowser } from '../support/browser.js';
import { choose } from './fixture-campaign.js';
import { oneStory } from './one-story.js';
import { expectSound } from './page-checks.js';
import { openPlace, openService, type ServicePage } from './service-page.js';
import { OWN_FILE, SHARED, signIn, twoUnits, UNMATCHED } from './two-units.js';

const BOARD = 'Hoàng Thị Tổ';
const GUEST = 'Bà Mạc Thị Khách';
const GIFT = `Xã phấn đấu điều gì? {=giảm nghèo ~tăng nghèo}

Ai chịu trách nhiệm? {=người đứng đầu ~không ai}
`;
/** What stands in essays alone, or names their files. */
const ESSAYS = [...UNMATCHED, OWN_FILE, SHARED.slice(0, 60), SHARED.slice(-60)];

/** The organising board makes questions and a quiz by the page alone, and is shown nothing of any essay on the way. */
describe.skipIf(!hasBrowser)('the organising board in a browser', () => {
  let service: ServicePage;
  let campaign = '';
  let board: Awaited<ReturnType<typeof signIn>>;
  let page: Page;

  oneStory();
  beforeAll(async () => {
    service = await openService();
    const { units, folder, campaign: made } = await twoUnits(service);
    campaign = made;
    await enterAs({ folder, visit: () => Browser.open(service.url, () => {}) }, units.upper, ['board'], BOARD);
    board = await signIn(service, BOARD);
    page = board.page;
  }, 120_000);
  afterAll(() => service?.close());

  const title = (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });

  it('fills the question bank: from a file, and by hand', async () => {
    expect(await page.getByRole('link', { name: 'Tạo đợt học tập' }).count()).toBe(0);
    await openPlace(page, 'Câu hỏi');
    await title('Ngân hàng câu hỏi').waitFor();
    await page.getByRole('link', { name: 'Nhập từ tệp' }).click();
    const file = join(service.folder, 'câu hỏi.gift');
    writeFileSync(file, GIFT);
    await choose(page, 'Chọn tệp câu hỏi', [file]);
    await page.getByRole('button', { name: /^Nhập 2 câu/ }).click();
    await page.getByRole('rowheader', { name: /Ai chịu trách nhiệm/ }).waitFor();
    await page.getByRole('button', { name: 'Sửa câu: Ai chịu trách nhiệm?' }).click();
    await page.getByLabel('Giải thích').fill('Theo điều lệ.');
    await page.getByRole('button', { name: 'Lưu câu hỏi' }).click();
    await page.getByText('Đã lưu câu hỏi.').waitFor();
    await expectSound(page);
  });

  it('makes a quiz, opens it to everybody, and sees how somebody without an account did', async () => {
    await openPlace(page, 'Đợt học tập');
    await page
      .getByRole('link', { name: /Học tập Nghị quyết số 21/ })
      .first()
      .click();
    await title('Học tập').waitFor();
    await openPlace(page, 'Trắc nghiệm');
    await page.getByRole('link', { name: 'Tạo bài trắc nghiệm' }).click();
    await page.getByLabel('Tên bài').fill('Tìm hiểu nghị quyết 21');
    await page.getByLabel('Chọn cả 2 câu đang hiện').check();
    await page.getByLabel(/^Ai có địa chỉ hoặc mã QR đều làm được/).check();
    await page.getByRole('button', { name: 'Lưu bài trắc nghiệm' }).click();
    await title('Tìm hiểu nghị quyết 21').waitFor();
    await page.getByRole('button', { name: 'Mở', exact: true }).click();
    await page.getByText('Đã mở bài trắc nghiệm.').waitFor();
    const address = (await page.locator('.poster__address').textContent()) ?? '';
    await takes(address);
    await page.reload();
    await page.getByText(GUEST).waitFor();
    expect(await page.locator('.figures dd').allTextContents()).toEqual(['0', expect.any(String), expect.stringMatching(/^1/)]);
    await expectSound(page);
  });

  it('finds every page that the bars offer, and nothing of an essay on any of them', async () => {
    const seen = new Set<string>();
    const waiting: string[] = [];
    for (const start of [`/dot/${campaign}/hoc-tap`, '/']) {
      await page.goto(service.url + start);
      waiting.push(...(await offered()));
    }
    expect([...new Set(waiting)].map((one) => one.replace(campaign, 'X')).sort()).toEqual([
      ...['/', '/cau-hoi', '/dot/X/danh-sach', '/dot/X/hoc-tap', '/dot/X/thi', '/tinh-huong'],
    ]);
    // And whatever these pages lead to.
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      if (seen.has(address)) continue;
      seen.add(address);
      await page.goto(service.url + address);
      await page.waitForLoadState('networkidle');
      const text = (await page.locator('main').textContent()) ?? '';
      expect([address, /Không có trang này|không tìm thấy|không có quyền/i.test(text)]).toEqual([address, false]);
      const links = await page
        .locator('main a[href^="/"]:not([target])')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
      waiting.push(...links.map((one) => one.replace(/#.*$/, '')).filter((one) => !one.startsWith('/api/')));
    }
    expect(seen.size).toBeGreaterThan(10);
    // Nothing that a page asked for was refused.
    expect(board.complaints).toEqual([]);
    for (const secret of ESSAYS) expect([secret, board.answers.some((one) => one.includes(secret))]).toEqual([secret, false]);
  });

  it('is refused essays and results whichever way they are asked for', async () => {
    for (const part of ['ket-qua', 'lo', 'nop-lai', 'nhat-ky', 'neu-guong']) {
      await page.goto(`${service.url}/dot/${campaign}/${part}`);
      await page.waitForLoadState('networkidle');
      const text = (await page.locator('body').textContent()) ?? '';
      for (const secret of ESSAYS) expect([part, secret, text.includes(secret)]).toEqual([part, secret, false]);
    }
    for (const path of ['overview', 'results/export?format=csv', 'log']) {
      const answer = await page.request.get(`${service.url}/api/campaigns/${campaign}/${path}`);
      expect([path, [403, 404, 405].includes(answer.status())]).toEqual([path, true]);
    }
    for (const secret of ESSAYS) expect([secret, board.answers.some((one) => one.includes(secret))]).toEqual([secret, false]);
  });

  /** Addresses of the pages that the bar and its menu lead to. */
  async function offered(): Promise<string[]> {
    await page.getByRole('navigation').getByRole('link').first().waitFor();
    const more = page.getByRole('button', { name: 'Thêm', exact: true });
    if ((await more.count()) > 0) await more.click();
    const links = page.locator('header nav a, [role=dialog] a');
    return [...new Set(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')))];
  }

  /** Somebody without an account takes the quiz, all of it wrong. */
  async function takes(address: string): Promise<void> {
    const context = await service.browser.newContext({ viewport: { width: 390, height: 844 } });
    const phone = await context.newPage();
    phone.setDefaultTimeout(15_000);
    await phone.goto(address);
    await phone.getByLabel(/tên/i).first().fill(GUEST);
    await phone.getByRole('button', { name: 'Bắt đầu làm' }).click();
    await phone.getByText('Đã trả lời 0/2 câu').waitFor();
    await phone.getByRole('button', { name: 'Nộp bài' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Nộp bài' }).click();
    await phone.getByRole('heading', { level: 1, name: 'Đúng 0/2 câu' }).waitFor();
    await context.close();
  }
});
