import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '../../scripts/pages/pages.mjs';
import { contextFor, openPage, prefer } from '../../scripts/pages/visit.mjs';
import { completeWorld } from '../../scripts/pages/world.mjs';
import { hasBrowser } from '../support/browser.js';
import { axeFindings, overflowOf, watchPage } from './page-checks.js';
import { openSample, type ServicePage } from './service-page.js';

type World = Awaited<ReturnType<typeof completeWorld>>;
const WIDTHS = [1440, 768, 390];
/** Pages of what is not there, or not any more. */
const REFUSED = ['invitation', 'requested-text', 'own-essay-not-found', 'report-sending'];

/**
 * Words with a Vietnamese letter that are said to be in Vietnamese nowhere: neither by themselves nor as what others wrote, which
 * stands in quotation marks or, where a name is repeated in a title or a hint, somewhere else on the page.
 */
const LEFT_OVER = `(() => {
  const letter = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu;
  const fields = [...document.querySelectorAll('input, textarea')].map((one) => one.value.trim());
  const marked = [...document.querySelectorAll('[lang="vi"]')].map((one) => one.textContent.trim());
  const said = [...fields, ...marked].filter((text) => text !== '');
  const names = [...new Set(['Soát Bài', ...said])].sort((one, two) => two.length - one.length);
  const strip = (text) => names.reduce((left, name) => left.replaceAll(name, ''), text.replace(/“[^”]*”/g, ''));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [document.title];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const holder = node.parentElement.closest('[lang]');
    if (!node.parentElement.closest('script, style, noscript, textarea') && holder.lang !== 'vi') texts.push(node.data);
  }
  for (const one of document.querySelectorAll('[title], [aria-label], [placeholder], [alt], [data-label]')) {
    if (one.closest('[lang]').lang === 'vi') continue;
    for (const name of ['title', 'aria-label', 'placeholder', 'alt', 'data-label']) texts.push(one.getAttribute(name) ?? '');
  }
  return texts.filter((text) => letter.test(strip(text)));
})()`;

/**
 * What is to be pressed and lower than a thumb: buttons, fields and links that stand alone. A box that is ticked is as high as its
 * label, a card's link as its card; links within a sentence and numbers within an essay are as high as the line.
 */
const TOO_LOW = `[...document.querySelectorAll('button, select, summary, textarea, input, a.btn, nav a, label:has(input)')]
  .filter((one) => !one.closest('.vh, [hidden]') && !one.matches('.skip, .dayfield__picker, label input'))
  .filter((one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden')
  .filter((one) => one.getBoundingClientRect().height < 43).map((one) => one.outerHTML.slice(0, 120))`;
/** Tables that are wider than their place on a desk. */
const TOO_WIDE = `[...document.querySelectorAll('.table-wrap')]
  .filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.outerHTML.slice(0, 120))`;

/** Every page of the service in the other language and on both grounds, at the widths of desk, tablet and phone. */
describe.skipIf(!hasBrowser)('every page of the service', () => {
  let service: ServicePage;
  let world: World;
  /** A browser of each who looks, whose pages share what they have loaded. */
  const browsers = new Map<string, BrowserContext>();
  const browserOf = async (one: (typeof PAGES)[number]): Promise<BrowserContext> => {
    const context = browsers.get(one.as) ?? (await contextFor(service.browser, { page: one, world }, {}));
    if (!browsers.has(one.as)) await prefer(context, { language: 'en', ground: 'light' });
    browsers.set(one.as, context);
    return context;
  };

  beforeAll(async () => {
    const sample = await openSample();
    service = sample;
    world = await completeWorld(service.page, sample);
  }, 240_000);
  afterAll(() => service?.close());

  it.each(PAGES.map((page) => [page.name, page] as const))('%s speaks English, and is sound', async (_, one) => {
    const page = await (await browserOf(one)).newPage();
    await page.setViewportSize({ width: 1440, height: 900 });
    const complaints = watchPage(page);
    await openPage(page, service.url + one.path(world));
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.evaluate(LEFT_OVER)).toEqual([]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(50);
      expect(await overflowOf(page), `at ${width}`).toBeLessThanOrEqual(0);
      if (width === 1440) expect(await page.evaluate(TOO_WIDE), 'tables on a desk').toEqual([]);
      if (width !== 768) expect(await axeFindings(page), `at ${width}`).toEqual([]);
      if (width === 390) expect(await page.evaluate(TOO_LOW), 'for a thumb').toEqual([]);
    }
    await page.getByRole('button', { name: 'Dark ground' }).click();
    expect(await axeFindings(page, 'colours')).toEqual([]);
    // A browser says by itself that an address was refused, as that of a link that does not count is.
    expect(complaints.filter((line) => !(REFUSED.includes(one.name) && line.includes('404')))).toEqual([]);
    await page.close();
  });

  it('changes its language where one is, and keeps what was typed', async () => {
    const { page } = service;
    await openPage(page, `${service.url}/tao-dot`);
    await page.getByLabel('Tên đợt').fill('Đợt của chi bộ Sở');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Create a campaign' }).waitFor();
    expect(await page.getByLabel('Name of the campaign').inputValue()).toBe('Đợt của chi bộ Sở');
    expect(await page.title()).toBe('Create a campaign · Soát Bài');
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tạo đợt học tập' }).waitFor();
  });
});
