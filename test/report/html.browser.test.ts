import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BatchAssessment } from '../../src/model/batch.js';
import { toHtml } from '../../src/report/html/page.js';
import { readViewer } from '../../src/report/html/viewer-files.js';
import { toViewData } from '../../src/report/view.js';
import { axeFindings, expectOrderedHeadings, overflowOf, watchPage } from '../browser/page-checks.js';
import { hasBrowser, launchBrowser } from '../support/browser.js';
import { exampleBatch } from './example.js';
import { largeBatch } from './large-batch.js';

const PAGES = {
  results: '/',
  group: '/nhom/g1',
  essay: '/bai/s3',
  themes: '/bai/s5#kt-2-1',
  beside: '/bai/s6#kt-1-2',
  unread: '/bai/s7',
  pair: '/bai/s3/doi-chieu/s1',
  sample: '/bai/s1/doi-chieu/sample%3Abai-mau-tren-mang.docx',
  nothing: '/bai/s12/doi-chieu/s14',
  missing: '/khong-co',
} as const;

/** Both widths and both sets of colours: what is too wide does not depend on the colours, nor contrast on the width. */
const LOOKS = [
  [1440, 'dark'],
  [390, 'light'],
] as const;

describe.skipIf(!hasBrowser)('the report in a browser', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'soatbai-report-'));
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    await write('bao-cao.html', exampleBatch());
    browser = await launchBrowser();
  }, 60_000);

  afterEach(() => Promise.all(contexts.splice(0).map((one) => one.close())));

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function write(name: string, batch: BatchAssessment): Promise<void> {
    const viewer = await readViewer(pathToFileURL('dist/web/report/'));
    writeFileSync(join(folder, name), toHtml(toViewData(batch, new Date(2026, 10, 20, 9, 42)), viewer));
  }

  interface Opened {
    readonly page: Page;
    readonly complaints: string[];
  }

  async function open(path: string, options: { width?: number; colorScheme?: 'light' | 'dark'; file?: string } = {}): Promise<Opened> {
    const { width = 1440, colorScheme = 'light', file = 'bao-cao.html' } = options;
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    contexts.push(context);
    const page = await context.newPage();
    const complaints = watchPage(page);
    const address = pathToFileURL(join(folder, file)).href;
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== address) complaints.push(`asks for ${request.url()}`);
    });
    await page.goto(`${address}#${path}`);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    return { page, complaints };
  }

  for (const [name, path] of Object.entries(PAGES)) {
    for (const [width, colorScheme] of LOOKS) {
      it(`shows the page “${name}” at ${width} px, ${colorScheme}: no complaint, nothing too wide, open to everyone`, async () => {
        const { page, complaints } = await open(path, { width, colorScheme });
        await page.waitForTimeout(100);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        expect(await axeFindings(page)).toEqual([]);
        await expectOrderedHeadings(page);
        expect(complaints).toEqual([]);
        await page.context().close();
      });
    }
  }

  it('leads from every link of a page to a page that exists', async () => {
    const { page, complaints } = await open('/');
    const seen = new Set<string>();
    const left: string[] = [PAGES.results, PAGES.group, PAGES.essay, PAGES.themes, PAGES.beside, PAGES.pair];
    for (const path of left) {
      await page.evaluate(`location.hash = ${JSON.stringify(`#${path}`)}`);
      await page.waitForTimeout(60);
      for (const href of (await page.evaluate(
        `[...document.querySelectorAll('a[href]')].map((one) => one.getAttribute('href'))`,
      )) as string[])
        seen.add(href);
    }
    for (const href of seen) {
      expect(href).toMatch(/^#\//);
      await page.evaluate(`location.hash = ${JSON.stringify(href)}`);
      await page.waitForTimeout(20);
      expect(await page.getByText('Không tìm thấy trang này').count(), href).toBe(0);
      const place = href.split('#')[2];
      if (place !== undefined && !place.startsWith('doan-'))
        await expect.poll(() => page.locator(`[id="${place}"]`).count(), { message: href }).toBe(1);
    }
    expect(complaints).toEqual([]);
  });

  it('shows what a person wrote as text, whatever it looks like', async () => {
    const { page } = await open('/bai/s10');
    await page.getByRole('heading', { level: 1, name: 'Lò Thị <b>Mẩy</b>' }).waitFor();
    expect(await page.locator('.facts').textContent()).toContain('"><script>alert(1)<script> bai-thu-hoach.docx');
    await page.getByRole('button', { name: /Chỗ cần lưu ý/ }).click();
    expect(await page.locator('.essay .odd').allTextContents()).toEqual(['U+200B ×3', 'U+202E']);
    expect(await page.locator('main').textContent()).not.toMatch(/[\u200b\u202e]/);
  });

  it('says who wrote an essay: post, unit and place, each once', async () => {
    const { page } = await open('/bai/s4');
    const facts = page.locator('.facts');
    await facts.waitFor();
    expect(await facts.textContent()).toMatch(/^Tổ trưởng tổ dân phố · Tổ dân phố 7 · van-trach\/Đàm Văn Quyết\.docx · /);
  });

  it('filters, searches without marks and orders the table, and tells screen readers so', async () => {
    const { page } = await open('/');
    const names = (): Promise<string[]> => page.locator('.table--results tbody .who').allTextContents();
    expect(await names()).toHaveLength(14);
    await page.getByRole('search').getByRole('button', { name: 'Cần xem xét 7' }).click();
    await expect.poll(names).toHaveLength(7);
    await page.getByRole('searchbox').fill('nguyen khong co');
    await page.getByText('Không có bài nào khớp bộ lọc').waitFor();
    await page.getByRole('button', { name: 'Bỏ mọi bộ lọc' }).last().click();
    await page.getByRole('searchbox').fill('dam van');
    await expect.poll(names).toEqual(['Đàm Văn Quyết']);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'Người viết, đơn vị' }).click();
    await page.locator('th[aria-sort="ascending"]').waitFor();
    await expect.poll(async () => (await names())[0]).toBe('Âu Thị Diễm');
  });

  it('says in the table shortly why a file was not read, and at length on its page', async () => {
    const { page } = await open('/');
    const row = page.locator('.table--results tbody tr', { hasText: 'Giáp Thị Lụa.pdf' });
    expect(await row.textContent()).toContain('không mở được');
    expect(await row.locator('.parts--none').count()).toBe(1);
    expect(await row.textContent()).not.toMatch(/\d%/);
    await row.getByRole('link').click();
    await page.getByText('Mở tệp trên máy, bỏ mật khẩu, lưu lại rồi nộp lại tệp này.').waitFor();
  });

  it('leads from a reason to its passage, level in both texts, and with J and K to the others', async () => {
    const { page } = await open('/bai/s3');
    await page.locator('.proposal li a', { hasText: 'Xem đối chiếu' }).first().click();
    await page.locator('.sheet .passage.is-current').first().waitFor();
    const tops = (): Promise<number[]> =>
      page.evaluate(
        `[...document.querySelectorAll('.sheet__text')].map((box) => Math.round(box.querySelector('.is-current').getBoundingClientRect().top))`,
      );
    const numberOf = async (): Promise<string | null> => page.locator('.sheet .is-current').first().getAttribute('data-passage');
    const [left, right] = await tops();
    expect(Math.abs((left ?? 0) - (right ?? 999))).toBeLessThanOrEqual(1);
    const before = await numberOf();
    await page.keyboard.press('j');
    await expect.poll(numberOf).not.toBe(before);
    const [first, second] = await tops();
    expect(Math.abs((first ?? 0) - (second ?? 999))).toBeLessThanOrEqual(1);
    await page.keyboard.press('k');
    await expect.poll(numberOf).toBe(before);
    await page.getByRole('button', { name: 'Tắt phím tắt' }).click();
    await page.keyboard.press('j');
    expect(await numberOf()).toBe(before);
  });

  it('says why a theme is met or not: figure, words, what is missing, and what was not counted', async () => {
    const { page } = await open('/bai/s5');
    const theme = page.locator('.crit').nth(1);
    expect(await theme.locator('.crit__head').textContent()).toMatch(/Trách nhiệm cá nhân.*0,46 mức 0,50.*chưa đủ · cam kết:/);
    expect(await theme.locator('p', { hasText: 'Vì có:' }).textContent()).toBe('Vì có: tôi sẽ, kiên trì vận động');
    expect(await theme.locator('blockquote .spoke').allTextContents()).toEqual(['tôi sẽ', 'kiên trì vận động']);
    expect(await theme.textContent()).toContain('Còn thiếu: Mới có một việc cụ thể');
    const fold = theme.locator('summary', { hasText: 'Không tính 4 chỗ: 2 trùng với bài khác, 1 trích nghị quyết, 1 chỉ liệt kê cụm từ' });
    const listed = theme.getByRole('link', { name: 'không tính: chỉ liệt kê cụm từ' });
    expect(await listed.isVisible()).toBe(false);
    await fold.focus();
    await page.keyboard.press('Enter');
    await listed.focus();
    await page.keyboard.press('Enter');
    await page.locator('.essay .off').first().waitFor();
    const place = '#kt-2-4';
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe(place.slice(1));
    const stretch = page.locator('.essay .off', { has: page.locator(place) });
    expect(await stretch.getAttribute('title')).toBe('không tính: chỉ liệt kê cụm từ');
    expect(await stretch.textContent()).toContain('Mục tiêu, quan điểm, nhiệm vụ');
    expect(await page.locator('.essay .ev .spoke').allTextContents()).toEqual([
      'Môi trường',
      'tôi sẽ',
      'kiên trì vận động',
      'nơi tôi công tác',
    ]);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('cd-2');
    expect(await page.locator('main').textContent()).toContain('Hệ thống không đánh giá quan điểm đúng hay sai.');
  });

  it('leads from what was not counted to the text that it is shared with', async () => {
    const { page } = await open('/bai/s5');
    await page.locator('.crit').nth(2).getByRole('link', { name: 'Xem đoạn 5' }).click();
    await page.locator('.sheet .passage.is-current[data-passage="5"]').first().waitFor();
  });

  it('shows only the essays that leave a theme unmet', async () => {
    const { page } = await open('/');
    await page.getByLabel('Chủ đề chưa đạt').selectOption({ label: 'Chưa đạt: Nhận thức về những nội dung cơ bản (1)' });
    expect(await page.locator('.table--results tbody .who').allTextContents()).toEqual(['Mạc Đình Khoát']);
  });

  it('marks the words that differ, and only those', async () => {
    const { page } = await open('/bai/s2/doi-chieu/s4');
    const words = await page.locator('.sheet ins').allTextContents();
    expect(words).toContain('vì bận bịu mà');
    expect(words).toContain('do nể nang nên');
    expect(words.join(' ')).not.toContain('ngôi nhà chung');
  });

  it('says so where two essays share nothing, and lets one choose another', async () => {
    const { page } = await open(PAGES.nothing);
    await page.getByText('Hệ thống không tìm thấy đoạn trùng khớp nào giữa hai bài này').waitFor();
    await page.getByRole('button', { name: 'Bài khác…' }).click();
    await page.getByRole('dialog').getByRole('searchbox').fill('trinh van khoat');
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /Trịnh Văn Khoát/ })
      .click();
    await page.getByRole('heading', { name: 'Bài đối chiếu: Trịnh Văn Khoát' }).waitFor();
  });

  it('sets two whole texts beside each other on a desk and passage by passage on a phone', async () => {
    for (const [width, beside] of [
      [1440, true],
      [390, false],
    ] as const) {
      const { page } = await open(PAGES.pair, { width });
      await page.locator('.pairs article').first().waitFor({ state: 'attached' });
      expect(await page.locator('.sheet').first().isVisible()).toBe(beside);
      expect(await page.locator('.pairs article').first().isVisible()).toBe(!beside);
    }
  });

  it('draws of hundreds of rows only those near the screen, tells their true number, and prints all of them', async () => {
    await write('lon.html', largeBatch(600, 40));
    const { page, complaints } = await open('/', { file: 'lon.html' });
    const table = page.locator('.table--results');
    await table.waitFor();
    expect(await table.getAttribute('aria-rowcount')).toBe('601');
    expect(await table.locator('tbody tr').count()).toBeLessThan(100);
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
    await page.locator('tr[aria-rowindex="601"]').waitFor();
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    expect(await table.locator('tbody tr').count()).toBe(600);
    await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
    await page.locator('.gap').first().waitFor({ state: 'attached' });
    expect(complaints).toEqual([]);
  });

  it('prints large enough and inside the sheet', async () => {
    for (const path of [PAGES.results, PAGES.group, PAGES.essay, PAGES.pair]) {
      const { page } = await open(path, { width: 1032 });
      await page.waitForTimeout(100);
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)'), path).toBeGreaterThanOrEqual(12);
      expect(await overflowOf(page), path).toBeLessThanOrEqual(0);
      expect(await page.locator('.mast').isVisible(), path).toBe(false);
    }
  });
});
