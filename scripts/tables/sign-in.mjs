// @ts-check
// The first account of a service, and a browser that is signed in with it.
import { Client } from '../service/client.mjs';

const [NAME, PASSWORD] = ['quan-tri', 'câu mật khẩu dài để đo bảng'];

/**
 * A page of a browser that is signed in; it stands nowhere yet.
 * @param {import('playwright-core').Browser} browser @param {string} url
 * @returns {Promise<import('playwright-core').Page>}
 */
export async function openSignedIn(browser, url) {
  const client = new Client(url);
  await client.enter(NAME, PASSWORD);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = client.cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  return context.newPage();
}
