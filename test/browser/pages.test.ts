import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '../../scripts/pages/pages.mjs';
import { openPage, prefer } from '../../scripts/pages/visit.mjs';
import { makeWorld } from '../../scripts/pages/world.mjs';
import { hasBrowser } from '../support/browser.js';
import { axeFindings, overflowOf, watchPage } from './page-checks.js';
import { openService, type ServicePage } from './service-page.js';

type World = Awaited<ReturnType<typeof makeWorld>>;
const WIDTHS = [1440, 768, 390];

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

/** Every page of the service in the other language and on both grounds, at the widths of desk, tablet and phone. */
describe.skipIf(!hasBrowser)('every page of the service', () => {
  let service: ServicePage;
  let world: World;
  let browser: Browser;
  let state: Awaited<ReturnType<BrowserContext['storageState']>>;

  beforeAll(async () => {
    service = await openService();
    browser = service.browser;
    world = await makeWorld(service.page);
    state = await service.page.context().storageState();
  }, 240_000);
  afterAll(() => service?.close());

  it.each(PAGES.map((page) => [page.name, page] as const))('%s speaks English, and is sound', async (_, one) => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      ...(one.as === 'administrator' && { storageState: state }),
    });
    await prefer(context, { language: 'en', ground: 'light' });
    const page = await context.newPage();
    const complaints = watchPage(page);
    await openPage(page, service.url + one.path(world));
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.evaluate(LEFT_OVER)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(50);
      expect(await overflowOf(page), `at ${width}`).toBeLessThanOrEqual(0);
    }
    await page.getByRole('button', { name: 'Dark ground' }).click();
    expect(await axeFindings(page)).toEqual([]);
    // A browser says by itself that an address was refused, as that of a link that does not count is.
    expect(
      complaints.filter(
        (line) => !(['invitation', 'requested-text', 'take-quiz', 'door', 'quiz'].includes(one.name) && line.includes('404')),
      ),
    ).toEqual([]);
    await context.close();
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
