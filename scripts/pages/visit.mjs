// @ts-check
// How a page of the list is opened, in a language and on a ground.
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Opens a page and waits until it shows what it is made of.
 * @param {import('playwright-core').Page} page
 * @param {string} address
 */
export async function openPage(page, address) {
  await page.goto(address);
  await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => {});
  await page.locator('h1').first().waitFor({ timeout: 15_000 });
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached', timeout: 15_000 });
  await pause(50);
}

/**
 * Has a browser begin in a language and on a ground, as one who chose them earlier finds it.
 * @param {import('playwright-core').BrowserContext} context
 * @param {{ language: 'vi' | 'en', ground: 'light' | 'dark' }} look
 */
export async function prefer(context, { language, ground }) {
  await context.addInitScript(
    `localStorage.setItem('soatbai.language', '${language}'); localStorage.setItem('soatbai.theme', '${ground}')`,
  );
}

/**
 * A browser of whoever looks at a page.
 * @param {import('playwright-core').Browser} browser
 * @param {{ page: import('./pages.mjs').Page, world: import('./pages.mjs').World }} what
 * @param {import('playwright-core').BrowserContextOptions} options
 */
export function contextFor(browser, { page, world }, options) {
  return browser.newContext({ ...options, ...(page.as !== 'nobody' && { storageState: world.states[page.as] }) });
}
