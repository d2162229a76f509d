import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser.js';
import { oneStory } from './one-story.js';
import { axeFindings, expectSound } from './page-checks.js';
import { openService, type ServicePage, setUp } from './service-page.js';

const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu;
/** Mostly resolution; and one that shares half of its text with another essay. */
const QUOTING = 'Cấn Văn Thiệm';
const COPY = 'Trịnh Văn Khoát';
/** What a quote of the resolution is named by. */
const FROM = /^Nghị quyết 09-NQ\/HU, mục [IV]+(\.\d)*/;

/** What a reviewer reads and presses on the sample campaign. */
describe.skipIf(!hasBrowser)('a reviewer reading', () => {
  let service: ServicePage;
  let page: Page;
  let results = '';

  oneStory();
  beforeAll(async () => {
    service = await openService();
    page = service.page;
    await setUp(page);
    await page.getByRole('button', { name: 'Dùng thử với đợt mẫu' }).click();
    await page.getByRole('link', { name: 'Xem kết quả' }).click({ timeout: 150_000 });
    await rowOf(page, COPY).waitFor();
    results = page.url();
  }, 200_000);
  afterAll(() => service?.close());

  it('is told of every quote of the resolution which paragraph it is from, and sees that paragraph by keyboard alone', async () => {
    await rowOf(page, QUOTING).getByRole('link').first().click();
    const labels = page.locator('.essay .quotefrom');
    await labels.first().waitFor();
    const told = await labels.allTextContents();
    expect(told.filter((text) => FROM.test(text)).length).toBeGreaterThan(2);
    // Every stretch that is grey begins with a label; it may go on into the next paragraph.
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('.essay p.quoted--block')].filter((one) => !one.querySelector('.quotefrom') && !one.previousElementSibling?.matches('.quoted, :has(.quoted)')).length`,
      ),
    ).toBe(0);
    await expectSound(page);
    const label = page.getByRole('button', { name: FROM }).first();
    await label.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: FROM });
    await dialog.getByText(/^Đoạn thứ \d+ của văn bản$/).waitFor();
    expect((await dialog.locator('.essay').textContent())?.length).toBeGreaterThan(20);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => label.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('is told so beside another text too, on a phone as well', async () => {
    await page.goto(results);
    await rowOf(page, COPY).getByRole('link').first().click();
    await page.getByRole('link', { name: 'Xem đoạn 1' }).first().click();
    await page.locator('.sheet .passage.is-current').first().waitFor();
    await expect.poll(() => page.locator('.sheet .quotefrom').count()).toBeGreaterThan(0);
    await expectSound(page);
  });

  it('has the same in the report that is kept as a file', async () => {
    const campaign = /\/dot\/([^/]+)/.exec(results)?.[1] ?? '';
    const report = await page.request.get(new URL(`/api/campaigns/${campaign}/report.html`, service.url).href);
    const file = join(service.folder, 'bao-cao.html');
    writeFileSync(file, await report.text());
    const other = await page.context().newPage();
    await other.goto(pathToFileURL(file).href);
    await rowOf(other, QUOTING).getByRole('link').first().click();
    await other.getByRole('button', { name: FROM }).first().click();
    await other.getByRole('dialog', { name: FROM }).waitFor();
    await other.keyboard.press('Escape');
    await other.keyboard.press('?');
    const keys = other.getByRole('dialog', { name: 'Phím tắt của trang này' });
    expect(await keys.locator('dd').allTextContents()).toEqual(['bài sau', 'bài trước', 'mở danh sách phím này']);
    await other.close();
  });

  it('sees the keys of the page by "?", and the focus comes back', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const next = page.getByRole('link', { name: 'Bài sau' }).first();
    await next.focus();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Phím tắt của trang này' });
    await dialog.waitFor();
    expect(await dialog.locator('.keylist > div').allTextContents()).toEqual([
      'Jđoạn sau',
      'Kđoạn trước',
      'Xloại trừ đoạn',
      'Ztính lại đoạn',
      'Nbài sau',
      'Pbài trước',
      '1chọn đạt yêu cầu',
      '2chọn phải viết lại',
      'CtrlEnterghi kết luận',
      '?mở danh sách phím này',
    ]);
    expect(await axeFindings(page)).toEqual([]);
    // A letter does nothing behind it.
    await page.keyboard.press('n');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => next.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Các phím tắt (?)' }).first().click();
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Đóng' }).click();
  });

  it('comes to the search field of every list by "/", which is typed as any letter within a field', async () => {
    const campaign = results.replace(/\/ket-qua.*$/, '');
    const lists = [
      [results, 'Tìm theo họ tên, số thẻ, tên tệp, đơn vị'],
      [new URL('/viec', service.url).href, 'Tìm theo họ tên, số thẻ, tên tệp, đơn vị'],
      [`${campaign}/nhat-ky`, 'Ai làm'],
    ] as const;
    for (const [address, name] of lists) {
      await page.goto(address);
      const field = page.getByRole('searchbox', { name }).first();
      await field.waitFor();
      await page.locator('h1').first().waitFor({ state: 'attached' });
      await page.keyboard.press('/');
      await expect.poll(() => field.evaluate((one) => one === document.activeElement), { message: address }).toBe(true);
      await page.keyboard.type('a/?');
      expect(await field.inputValue()).toBe('a/?');
      expect(await page.getByRole('dialog').count()).toBe(0);
    }
  });

  it('switches single keys off for all pages, and on again', async () => {
    await page.goto(results);
    // The list has what the page has by then.
    await rowOf(page, COPY).waitFor();
    await page.getByRole('button', { name: 'Phím tắt (?)' }).click();
    const dialog = page.getByRole('dialog', { name: 'Phím tắt của trang này' });
    expect(await dialog.locator('dd').allTextContents()).toEqual(['tới ô tìm kiếm', 'mở danh sách phím này']);
    await dialog.getByRole('button', { name: 'Tắt phím tắt' }).click();
    await dialog.getByText('Phím một chữ đang tắt trên máy này.').waitFor();
    await dialog.getByRole('button', { name: 'Đóng' }).click();
    await page.reload();
    await rowOf(page, COPY).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.press('?');
    await page.waitForTimeout(200);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.tagName')).not.toBe('INPUT');
    await page.getByRole('button', { name: 'Phím tắt (?)' }).click();
    await dialog.getByRole('button', { name: 'Bật phím tắt' }).click();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('INPUT');
  });

  it('reads remarks, and what themes lack, in English', async () => {
    await page.goto(results);
    await rowOf(page, COPY).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    const essays = await page
      .locator('.table--results tbody .who')
      .evaluateAll((links) => links.map((link) => (link as unknown as { href: string }).href));
    const said: string[] = [];
    for (const essay of essays) {
      await page.goto(essay);
      await page.locator('.proposal').waitFor();
      said.push(
        ...(await page
          .locator('section[aria-labelledby="luu-y"] .note')
          .evaluateAll((notes) => notes.map((note) => note.querySelector('bdi')?.textContent ?? ''))),
      );
      said.push(
        ...(await page
          .locator('.crit > p.small')
          .filter({ hasText: /^Still missing/ })
          .allTextContents()),
      );
    }
    expect(said.length).toBeGreaterThan(10);
    expect(said.map((text) => text.replace(/“[^”]*”/gu, '')).filter((text) => VIETNAMESE.test(text))).toEqual([]);
    expect(service.complaints).toEqual([]);
  });
});

const rowOf = (page: Page, text: string): Locator => page.locator('.table--results tbody tr').filter({ hasText: text });
