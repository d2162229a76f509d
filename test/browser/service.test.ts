import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, PASSWORD } from '../support/account.js';
import { hasBrowser } from '../support/browser.js';
import { takeAlong } from './exported-file.js';
import { CAMPAIGN, choose, drop, EXPECTED, fillCampaign, fixture } from './fixture-campaign.js';
import { oneStory } from './one-story.js';
import { axeFindings, expectSound, overflowOf, watchPage } from './page-checks.js';
import { openPlace, openService, type ServicePage } from './service-page.js';

const PROPOSALS = { accept: 'Đạt yêu cầu', review: 'Cần xem xét', rewrite: 'Viết lại' } as const;
/** A pair that the fixture makes alike: a file of one, and the card number that the roster has for the other. */
const PAIR = ['Trịnh Văn Khoát', 'VT-001998'] as const;
const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** One visit, from the first page to signing out: every test goes on where the one before has left off. */
describe.skipIf(!hasBrowser)('the service in a browser', () => {
  let service: ServicePage;
  let page: Page;

  oneStory();
  beforeAll(async () => {
    service = await openService();
    page = service.page;
  });
  afterAll(() => service?.close());

  const rows = (): Locator => page.locator('.table--results tbody tr');
  const rowOf = (text: string): Locator => rows().filter({ hasText: text });
  const title = (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });
  const toResults = async (): Promise<void> => {
    await page.getByRole('navigation').getByRole('link', { name: 'Kết quả' }).click();
    await rows().first().waitFor();
  };

  it('has the first visitor make the administrator', async () => {
    await title('Lập tài khoản quản trị').waitFor();
    await expectSound(page);
    await page.getByLabel('Tên tổ chức').fill('Đảng bộ xã Hòa An');
    await page.getByLabel('Tên đăng nhập').fill(ADMIN);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Nhập lại mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Lập tài khoản và bắt đầu' }).click();
    await title('Các đợt học tập').waitFor();
    await page.getByText('Chưa có đợt học tập nào').waitFor();
    await expectSound(page);
  });

  it('creates a campaign with its documents, themes and phrases', async () => {
    await page.getByRole('link', { name: 'Tạo đợt học tập' }).click();
    await title('Tạo đợt học tập').waitFor();
    await fillCampaign(page);
    await expectSound(page);
    await page.getByRole('button', { name: 'Tạo đợt và nộp bài' }).click();
    await title('Lô 1: nộp bài').waitFor();
  });

  it('takes the dropped archive and its roster, and says when they are safe', async () => {
    await drop(page, fixture('bai-nop.zip'), 'bai-nop.zip');
    await page.getByText('Đã lưu an toàn 1 tệp').first().waitFor();
    await choose(page, 'Chọn tệp CSV', [fixture('roster.csv')]);
    await page.getByText('Đã nhận danh sách “roster.csv”.').waitFor();
    await expectSound(page);
  });

  it('shows how far it is, and after a reload in mid-batch everything is there', async () => {
    await page.getByRole('button', { name: 'Bắt đầu soát' }).click();
    await title(/^Lô 1: (chờ đến lượt|đang soát|đã đọc \d+\/28 tệp)$/).waitFor();
    expect(await page.getByRole('progressbar', { name: 'Đã xử lý' }).count()).toBe(1);
    await page
      .getByText(/^Đang (đọc|so) bài \d+\/\d+$/)
      .first()
      .waitFor();
    await page.reload();
    await title(/^Lô 1: (đã đọc \d+\/28 tệp|đã soát xong 28 tệp)$/).waitFor();
    await page.locator('.files li').first().waitFor();
    expect(await page.locator('.files li').first().getAttribute('aria-setsize')).toBe('29');
    await title('Lô 1: đã soát xong 28 tệp').waitFor({ timeout: 60_000 });
  });

  it('names the files that need a person, and what to do with each', async () => {
    const told = await page.locator('.files li').allTextContents();
    const tell = (name: string): string => told.find((text) => text.includes(name)) ?? '';
    expect(tell('Triệu Văn Sinh')).toMatch(/Không đọc được.*rỗng.*nộp lại/);
    expect(tell('Nông Quang Hiệp')).toMatch(/Không đọc được.*mật khẩu.*nộp lại/);
    // The scan is read.
    expect(tell('Sầm Thị Bưởi')).toMatch(/Đã đọc/);
    await expectSound(page);
  });

  it('shows the groups first, then every essay with the proposal that the fixture foresees', async () => {
    await page.getByRole('link', { name: 'Xem kết quả' }).click();
    await title(CAMPAIGN.name).waitFor();
    await page.getByRole('button', { name: /Xem tất cả 5 nhóm/ }).click();
    const sizes = EXPECTED.groups.map((members, index) => `Nhóm ${index + 1}: ${members.length} bài`);
    const cards = await page.locator('.groupcard b').allTextContents();
    expect(cards.map((card) => card.split(',')[0])).toEqual(sizes);
    expect(await page.locator('.groups, .table--results').first().getAttribute('class')).toContain('groups');
    expect(await rows().count()).toBe(EXPECTED.submissions.length);
    for (const { file, proposal } of EXPECTED.submissions) {
      expect(await rowOf(baseName(file)).locator('.chip--proposal').textContent(), file).toContain(PROPOSALS[proposal]);
    }
    const first = await rows().locator('.chip--proposal').allTextContents();
    expect(first.slice(0, 18).every((text) => text.includes(PROPOSALS.rewrite))).toBe(true);
    await expectSound(page);
  });

  it('shows the members of a group in order of receipt, and what they share', async () => {
    await page.locator('.groupcard').first().click();
    await title(/^Nhóm 1: 6 bài gần giống nhau/).waitFor();
    const members = await page.locator('.gridgroup tbody .sub').allTextContents();
    expect(members.map((text) => text.split(' · ')[0])).toEqual(EXPECTED.groups[0]?.map(baseName));
    await page.locator('.blocks li').first().waitFor();
    await expectSound(page);
    await toResults();
  });

  it('leads from the table to two texts side by side with the keyboard alone', async () => {
    const current = (): Promise<string | null> => page.locator('.plist [aria-current="true"] .sw').textContent();
    await focusByTab(page, rowOf(PAIR[0]).getByRole('link').first());
    await page.keyboard.press('Enter');
    await page.locator('.proposal').waitFor();
    await focusByTab(page, page.getByRole('link', { name: 'Xem đoạn 1' }).first());
    await page.keyboard.press('Enter');
    await page.locator('.sheet .passage.is-current').first().waitFor();
    expect(await page.locator('#ten-right').textContent()).toContain(PAIR[1]);
    expect(await page.locator('.plist li').count()).toBe(3);
    expect(await current()).toBe('1');
    await page.keyboard.press('j');
    await expect.poll(current).toBe('2');
    await page.keyboard.press('k');
    await expect.poll(current).toBe('1');
  });

  it('marks the passages of the pair level in both texts, and quotes of the resolution grey', async () => {
    const marks = page.locator('.sheet .passage.is-current');
    const [left, right] = await page
      .locator('.sheet')
      .evaluateAll((sheets) => sheets.map((sheet) => Math.round(sheet.querySelector('.is-current')?.getBoundingClientRect().top ?? 0)));
    expect(Math.abs((left ?? 0) - (right ?? 99))).toBeLessThanOrEqual(1);
    expect(await marks.first().getAttribute('data-band')).toBe('3');
    expect(await page.locator('.sheet .quoted').count()).toBeGreaterThan(1);
    await expectSound(page);
  });

  it('shows the whole form of conclusion beside the two texts at 1366 × 768', async () => {
    await page.setViewportSize({ width: 1366, height: 768 });
    const button = page.getByRole('button', { name: 'Ghi kết luận' });
    const box = await button.boundingBox();
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(768);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('shows an essay’s themes with the sentences that speak for them', async () => {
    await toResults();
    await rowOf('Quách Thị Mận').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Chủ đề bắt buộc: đạt 4/4' }).waitFor();
    expect(await page.locator('.crit').count()).toBe(CAMPAIGN.themes.length);
    await page.locator('.crit blockquote a').first().click();
    await page.locator('.essay .ev').first().waitFor();
    const sentence = (await page.locator('.crit blockquote').first().textContent()) ?? '';
    const quoted = /“(.{20,60}).*”/.exec(sentence)?.[1] ?? 'none';
    expect((await page.locator('.essay').textContent())?.replace(/\s+/g, ' ')).toContain(quoted);
    await expectSound(page);
  });

  it('concludes one essay and goes on to the next, then accepts at once what is proposed for it', async () => {
    await toResults();
    await rowOf(PAIR[0]).getByRole('link').first().click();
    const essay = page.url();
    await page.locator('.conclude').waitFor();
    await page.getByText('Căn cứ: trùng khớp', { exact: false }).first().waitFor();
    await page.keyboard.press('2');
    // The grounds of the proposal are marked already; the verdict never is.
    expect(await page.getByLabel('Sao chép').isChecked()).toBe(true);
    expect(await page.getByLabel('Nội dung không đạt').isChecked()).toBe(true);
    await page.getByLabel('Lý do').fill('Đoạn trùng với bài khác ở cả phần liên hệ; viết lại phần này.');
    await expectSound(page);
    await page.getByRole('button', { name: 'Ghi kết luận: viết lại' }).click();
    await page.getByText('Đã ghi kết luận cho bài này.').waitFor();
    await page.waitForURL((url) => url.href !== essay);
    await toResults();
    await page.getByLabel('Chọn mọi bài đang hiện có đề xuất đạt, chưa kết luận').check();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Kết luận đạt cho 4 bài' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Kết luận đạt 4 bài' }).click();
    await page.getByText('Đã ghi kết luận đạt cho 4 bài.').waitFor();
    await expect.poll(() => page.locator('.strip .figure').first().textContent()).toContain('5/28');
    expect(await rowOf(PAIR[0]).locator('.chip--done').textContent()).toContain('Viết lại');
  });

  it('has the letter of a conclusion to rewrite read, copied and opened as a page of its own', async () => {
    await rowOf(PAIR[0]).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Thư gửi người viết' }).click();
    const letter = page.getByRole('document', { name: 'Nội dung thư' });
    await letter.waitFor();
    const text = (await letter.textContent()) ?? '';
    expect(text).toContain('kết luận: đề nghị đồng chí viết lại');
    expect(text).toContain('“Đoạn trùng với bài khác ở cả phần liên hệ; viết lại phần này.”');
    expect(text).toMatch(/Đoạn 1, \d+ âm tiết, trùng với bài khác đã nộp/);
    expect(text).not.toContain(PAIR[1]);
    await expectSound(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Chép nội dung' }).click();
    await page.getByText('Đã chép nội dung thư.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(text);
    const [opened] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: 'Mở trang thư' }).click()]);
    const complaints = watchPage(opened);
    await opened.getByRole('heading', { level: 1, name: 'Về việc viết lại bài thu hoạch' }).waitFor();
    await opened.reload();
    for (const width of [1440, 390]) {
      await opened.setViewportSize({ width, height: 900 });
      expect(await overflowOf(opened)).toBeLessThanOrEqual(0);
    }
    expect(await axeFindings(opened)).toEqual([]);
    // Its own style counts, under the policy that forbids everything else.
    expect(await opened.evaluate(`getComputedStyle(document.querySelector('article')).backgroundColor`)).toBe('rgb(255, 255, 255)');
    expect((await opened.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(5_000);
    expect(complaints).toEqual([]);
    await opened.close();
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    await toResults();
  });

  it('offers the letters of all that is concluded in one page', async () => {
    const download = await takeAlong(page, 'Xuất', /^Thư để in/);
    const file = join(service.folder, 'thư.html');
    await download.saveAs(file);
    const context = await service.browser.newContext();
    const letters = await context.newPage();
    const complaints = watchPage(letters);
    await letters.goto(pathToFileURL(file).href);
    expect(await letters.getByRole('article').count()).toBe(5);
    expect(await letters.getByText('Đồng chí không phải nộp lại.').count()).toBe(4);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('offers a report that shows the same without the service', async () => {
    const shown = await tableOf(page);
    const download = await takeAlong(page, 'Xuất', /^Báo cáo HTML/);
    const file = join(service.folder, 'báo cáo.html');
    await download.saveAs(file);
    const context = await service.browser.newContext({ viewport: { width: 1440, height: 900 } });
    const report = await context.newPage();
    const complaints = watchPage(report);
    await report.goto(pathToFileURL(file).href);
    await report.locator('.table--results tbody tr').first().waitFor();
    expect(await tableOf(report)).toEqual(shown);
    await report.locator('.table--results tbody tr', { hasText: PAIR[0] }).getByRole('link').first().click();
    await report.getByRole('link', { name: 'Xem đoạn 1' }).first().click();
    await report.locator('.sheet .passage.is-current').first().waitFor();
    expect(await overflowOf(report)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('keeps a log in Vietnamese sentences, and its other pages are sound', async () => {
    const visit = async (link: string, heading: string): Promise<void> => {
      await openPlace(page, link);
      await title(heading).waitFor();
      await expectSound(page);
    };
    await visit('Lô bài', 'Lô bài');
    await visit('Thiết lập', 'Thiết lập');
    await visit('Nhật ký', 'Nhật ký');
    await page
      .getByText(/Đồng chí quan-tri kết luận bài “.*Trịnh Văn Khoát.*”: phải viết lại, căn cứ sao chép và nội dung không đạt\./)
      .waitFor();
  });

  it('lets one sign out, and nothing of the results is seen until one signs in again', async () => {
    const log = page.url();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await title('Đăng nhập').waitFor();
    await expectSound(page);
    await page.goto(log);
    await title('Đăng nhập').waitFor();
    expect(await page.textContent('body')).not.toContain('Nhật ký');
    expect(service.complaints).toEqual([]);
  });
});

/** What every row says: who, figures, proposal, conclusion. */
function tableOf(page: Page): Promise<string[]> {
  return page
    .locator('.table--results tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll(':scope > :not(.pick)')].map((cell) => cell.textContent).join(' | ')));
}

/** Presses Tab until the focus is on a place. */
async function focusByTab(page: Page, place: Locator): Promise<void> {
  const element = await place.elementHandle();
  for (let presses = 0; presses < 120; presses++) {
    if (await page.evaluate((one) => one === document.activeElement, element)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the focus never came there');
}
