import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser.js';
import { oneStory } from './one-story.js';
import { expectSound, watchPage } from './page-checks.js';
import { ADMIN, openSample, type ServicePage, signIn } from './service-page.js';

/** Shares half of its text with another essay of the sample. */
const COPY = 'Trịnh Văn Khoát';

/** A reviewer's day on the sample campaign; every test goes on where the one before has left off. */
describe.skipIf(!hasBrowser)('a reviewer in a browser', () => {
  let service: ServicePage;
  let page: Page;
  let results = '';

  oneStory();
  beforeAll(async () => {
    const sample = await openSample();
    service = sample;
    page = service.page;
    results = sample.results;
  }, 240_000);
  afterAll(() => service?.close());

  it('takes a passage out of the figures and back into them by keyboard alone', async () => {
    await page.goto(results);
    const before = await figureOf(page);
    await openByKeyboard(page, rowOf(page, COPY).getByRole('link').first());
    await page.locator('.proposal').waitFor();
    await openByKeyboard(page, page.getByRole('link', { name: 'Xem đoạn 1' }).first());
    await page.locator('.sheet .passage.is-current').first().waitFor();
    const share = () => page.locator('.sheet .sheet__head b').first().textContent();
    const found = await share();

    await page.keyboard.press('x');
    const dialog = page.getByRole('dialog', { name: 'Loại trừ đoạn 1 khỏi phép tính?' });
    await dialog.waitFor();
    await focusByTab(page, dialog.getByLabel('Trích dẫn có ghi nguồn'));
    await page.keyboard.press('Enter');
    await dialog.getByText('Chọn một lý do').waitFor();
    await page.keyboard.press('Space');
    await focusByTab(page, dialog.getByLabel('Ghi chú'));
    await page.keyboard.type('câu báo cáo viên đọc');
    await expectSound(page);
    await page.keyboard.press('Enter');
    await page.getByText(/^Đã loại trừ đoạn 1\. Trùng khớp với một bài: \d+% → \d+%\.$/).waitFor();
    await page.getByText('“Trích dẫn có ghi nguồn: câu báo cáo viên đọc”').waitFor();
    expect(await page.locator('.sheet .passage.is-current').first().getAttribute('data-band')).toBe('x');
    const lower = await share();
    expect(percentOf(lower)).toBeLessThan(percentOf(found));
    await expectSound(page);

    await page.keyboard.press('j');
    await expect.poll(() => page.locator('.plist [aria-current="true"] .sw').textContent()).toBe('2');
    await page.keyboard.press('z');
    await page.getByText(/^Đã tính lại đoạn này\./).waitFor();
    await expect.poll(share).toBe(found);
    await page.goto(results);
    expect(await figureOf(page)).toBe(before);
  });

  it('says of a theme what the machine did not, solid beside its finding', async () => {
    await rowOf(page, COPY).getByRole('link').first().click();
    const theme = page.locator('.crit').first();
    const isMet = (await theme.locator('.crit__state').textContent()) === 'đạt';
    await theme.getByRole('button', { name: 'Xét lại chủ đề này…' }).click();
    const form = page.getByRole('form', { name: 'Kết luận về chủ đề' });
    await form.getByLabel(isMet ? 'Chưa đạt' : 'Đạt', { exact: true }).check();
    await form.getByLabel('Vì sao').fill('Đã đọc đoạn ba của bài.');
    await form.getByRole('button', { name: 'Ghi' }).click();
    await theme.getByText(isMet ? 'Người soát: chưa đạt' : 'Người soát: đạt').waitFor();
    expect(await theme.locator('.chip--proposal').textContent()).toBe(isMet ? 'Hệ thống: đạt' : 'Hệ thống: chưa đạt');
    await expectSound(page);
  });

  it('is given a group by name, which then waits in the queue', async () => {
    await page.goto(results);
    await page.locator('.groupcard').first().click();
    await page.getByRole('button', { name: 'Giao cả nhóm…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Giao 6 bài cho ai?' });
    await dialog.getByLabel(ADMIN).check();
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Giao 6 bài' }).click();
    await page.getByText('Đã giao 6 bài.').waitFor();
    await page.goto(new URL('/viec', service.url).href);
    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
    await expect.poll(() => page.locator('.table tbody tr').count()).toBe(6);
    expect(await page.locator('.table tbody tr').allTextContents()).toSatisfy((rows: string[]) =>
      rows.every((row) => row.includes('Nhóm 1')),
    );
    await expectSound(page);
    await page.getByLabel('Giao cho ai').selectOption('all');
    await expect.poll(() => page.locator('.table tbody tr').count()).toBe(28);
  });

  it('decides a group once, and is told whose decision came in between', async () => {
    await page.goto(results);
    await page.locator('.groupcard').first().click();
    const form = page.getByRole('form', { name: 'Kết luận một lần cho nhóm' });
    const boxes = form.getByRole('checkbox');
    await boxes.first().uncheck();
    await form.getByLabel('Phải viết lại').check();
    await form.getByLabel('Sao chép').check();
    await form.getByLabel('Lý do').fill('Phần lớn bài trùng với bài khác trong đợt.');
    await expectSound(page);

    const { other, close } = await secondContext(service, results);
    await other.locator('.groupcard').first().click();
    await other.locator('.gridgroup tbody th a').nth(1).click();
    await other.getByLabel('Đạt yêu cầu').check();
    await other.getByLabel('Ghi chú (không bắt buộc)').fill('Được giao viết chung.');
    await other.getByRole('button', { name: 'Ghi kết luận: đạt' }).click();
    await other.getByText('Đã ghi kết luận cho bài này.').waitFor();
    await close();

    await form.getByRole('button', { name: 'Ghi kết luận cho 5 bài' }).click();
    await form.getByText(new RegExp(`^Đồng chí ${ADMIN} vừa kết luận 1 bài của nhóm này lúc \\d\\d:\\d\\d$`)).waitFor();
    await form.getByText('Kết luận của đồng chí chưa được ghi cho bài nào.').waitFor();
    await expectSound(page);
    await form.getByRole('button', { name: 'Xem và kết luận lại' }).click();
    // What had been chosen and written is still there.
    expect(await form.getByLabel('Lý do').inputValue()).toBe('Phần lớn bài trùng với bài khác trong đợt.');
    await expect.poll(() => form.locator('.chip--done').count()).toBe(1);
    await boxes.nth(1).uncheck();
    await form.getByRole('button', { name: 'Ghi kết luận cho 4 bài' }).click();
    await page.getByText('Đã ghi kết luận cho 4 bài của nhóm.').waitFor();
    await expect.poll(() => page.locator('.gridgroup .chip--done').allTextContents()).toHaveLength(5);
    await page.goto(new URL('/viec', service.url).href);
    await expect.poll(() => page.locator('.table tbody tr').count()).toBe(1);
    expect(service.complaints.filter((line) => !line.includes('409'))).toEqual([]);
  });
});

/** The same account in a browser of its own. */
async function secondContext(service: ServicePage, url: string): Promise<{ other: Page; close: () => Promise<void> }> {
  const context = await service.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const other = await context.newPage();
  watchPage(other);
  await other.goto(url);
  await signIn(other);
  await rowOf(other, COPY).waitFor();
  return { other, close: () => context.close() };
}

const rowOf = (page: Page, text: string): Locator => page.locator('.table--results tbody tr').filter({ hasText: text });

/** What the table says of the copy. */
const figureOf = async (page: Page): Promise<string> => (await rowOf(page, COPY).textContent()) ?? '';

const percentOf = (text: string | null): number => Number(/\d+/.exec(text ?? '')?.[0]);

async function openByKeyboard(page: Page, place: Locator): Promise<void> {
  await place.waitFor();
  await focusByTab(page, place);
  await page.keyboard.press('Enter');
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
