import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toHtml } from '../../src/report/html/page.js';
import { exampleBatch } from './example.js';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const here = existsSync(CHROMIUM);
if (!here) console.warn(`Browser check of the HTML report skipped: ${CHROMIUM} is not installed.`);

// Run in the page: these files are checked without the types of the DOM.
const UNFOLD = `for (const one of document.querySelectorAll('details')) one.open = true`;
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const LOST = `[...document.querySelectorAll('a[href]')].filter((link) => !document.getElementById(link.getAttribute('href').slice(1))).length`;
const ESCAPING = `((hidden) => [...document.querySelectorAll('main *')].filter((one) => !one.closest('.table-wrap') && !one.closest('svg') && !hidden(one) && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && getComputedStyle(one).position !== 'absolute').map((one) => one.outerHTML.slice(0, 120)))((one) => { for (let up = one; up; up = up.parentElement) if (getComputedStyle(up).clipPath !== 'none') return true; return false; })`;
const CONTRAST = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const over = (colours) => { canvas.fillStyle = '#fff'; canvas.fillRect(0, 0, 1, 1); for (const one of colours) { canvas.fillStyle = one; canvas.fillRect(0, 0, 1, 1); } return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3); };
  const light = (rgb) => { const [r, g, b] = rgb.map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const weak = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !parent.checkVisibility() || parent.closest('svg, .vh, .skip, .theme--unknown, .nofigure')) continue;
    const grounds = [];
    for (let one = parent; one; one = one.parentElement) grounds.unshift(getComputedStyle(one).backgroundColor);
    const ground = light(over(grounds));
    const ink = light(over([...grounds, getComputedStyle(parent).color]));
    const ratio = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
    if (ratio < 4.5) weak.push(ratio.toFixed(2) + ' ' + parent.outerHTML.slice(0, 90));
  }
  return [...new Set(weak)];
})()`;

describe.skipIf(!here)('the page in a browser', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'soatbai-report-'));
  const address = pathToFileURL(join(folder, 'bao-cao.html')).href;
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(join(folder, 'bao-cao.html'), toHtml(exampleBatch(), new Date(2026, 10, 20, 9, 42)));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(width: number, colorScheme: 'light' | 'dark'): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    page.on('request', (request) => {
      if (request.url() !== address && !request.url().startsWith(`${address}#`)) complaints.push(`asks for ${request.url()}`);
    });
    await page.goto(address);
    return { page, complaints };
  }

  for (const width of [1440, 900, 390]) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`opens at ${width} px, ${scheme}: no complaint, nothing wider than the page, text that can be read`, async () => {
        const { page, complaints } = await open(width, scheme);
        await page.evaluate(UNFOLD);
        expect(await page.evaluate(OVERFLOW)).toBeLessThanOrEqual(0);
        expect(await page.evaluate(ESCAPING)).toEqual([]);
        expect(await page.evaluate(LOST)).toBe(0);
        expect(await page.evaluate(CONTRAST)).toEqual([]);
        expect(complaints).toEqual([]);
        await page.close();
      });
    }
  }

  it('takes its style from the element that its policy names', async () => {
    const { page } = await open(1440, 'light');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(236, 239, 241)');
    await page.close();
  });

  it('prints large enough, inside the sheet, without what is folded away', async () => {
    const { page } = await open(1032, 'light');
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)')).toBeGreaterThanOrEqual(14);
    expect(await page.evaluate(OVERFLOW)).toBeLessThanOrEqual(0);
    expect(await page.locator('.fulltext').first().isVisible()).toBe(false);
    await page.evaluate(UNFOLD);
    expect(await page.locator('.fulltext').first().isVisible()).toBe(true);
    await page.close();
  });

  it('leads from a reason to its passage', async () => {
    const { page } = await open(1440, 'light');
    await page.locator('.proposal li a').first().click();
    expect(await page.evaluate('document.querySelector(":target").getBoundingClientRect().top')).toBeLessThan(900);
    expect(await page.locator(':target mark.passage').count()).toBeGreaterThan(0);
    await page.close();
  });

  it('sets the two texts beside each other on a desk and below each other on a phone', async () => {
    for (const [width, beside] of [
      [1440, true],
      [390, false],
    ] as const) {
      const { page } = await open(width, 'light');
      const [first, second] = [
        await page.locator('.pair .side').nth(0).boundingBox(),
        await page.locator('.pair .side').nth(1).boundingBox(),
      ];
      expect((second?.x ?? 0) > (first?.x ?? 0)).toBe(beside);
      await page.close();
    }
  });
});
