import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Widths at which a page must not scroll sideways. */
const WIDTHS = [390, 768, 1024, 1366, 1440];
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const HEADINGS = `[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((one) => Number(one.tagName[1]))`;

/** How far a page is wider than the screen, px. */
export const overflowOf = async (page: Page): Promise<number> => Number(await page.evaluate(OVERFLOW));

/** Only what is wrong is told of whole, without the address of every element: on a large table that takes most of the time. */
const TELLING = { resultTypes: ['violations' as const], selectors: false, preload: false };
/** What another ground may change. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong, a line each. In legacy mode, which leaves frames of other origins out (there are none) and needs no second
 * page. `colours` alone where nothing else has changed since the last look.
 */
export async function axeFindings(page: Page, what: 'all' | 'colours' = 'all'): Promise<string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const rules = what === 'colours' ? { runOnly: { type: 'rule' as const, values: COLOURS } } : {};
  const { violations } = await builder.options({ ...TELLING, ...rules }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** A page has one title, and no heading leaves out a level. */
export async function expectOrderedHeadings(page: Page): Promise<void> {
  const levels = (await page.evaluate(HEADINGS)) as number[];
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
}

/** Looks the page that is on the screen over, its width at every one and all else as on a desk (pages.test.ts does on a phone); leaves it at 1440. */
export async function expectSound(page: Page): Promise<void> {
  const place = page.url();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(50);
    expect(await overflowOf(page), `${place} at ${width}`).toBeLessThanOrEqual(0);
  }
  expect(await axeFindings(page), place).toEqual([]);
  await expectOrderedHeadings(page);
}

/** Collects what a page complains of: lines of its console and errors nobody caught. */
export function watchPage(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}
