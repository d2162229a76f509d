// @ts-check
// How one page with a long table does in a browser, as whoever uses it feels it.
import { performance } from 'node:perf_hooks';

/**
 * @typedef {object} LongTable
 * @property {string} name
 * @property {(campaign: string) => string} path
 * @property {string} [first] Name of a button to press before all rows are there.
 * @property {boolean} [hasSearch] Whether it is searched by letters.
 */

/** @type {readonly LongTable[]} */
export const LONG_TABLES = [
  { name: 'results', path: (campaign) => `/dot/${campaign}/ket-qua`, hasSearch: true },
  { name: 'roster', path: (campaign) => `/dot/${campaign}/danh-sach`, hasSearch: true },
  { name: 'codes', path: (campaign) => `/dot/${campaign}/ma-nop`, hasSearch: true },
  { name: 'queue', path: () => '/viec', hasSearch: true },
  { name: 'tracker', path: (campaign) => `/dot/${campaign}/tien-do`, first: 'Mở tất cả' },
];

/** Rows that are in the page. */
export const ROWS = 'tr[data-index]';

/**
 * @typedef {object} Measured
 * @property {number} opening Milliseconds from the address to the first rows.
 * @property {number} rows Of the table, as screen readers hear it.
 * @property {number} drawn Rows in the page, at most.
 * @property {readonly number[]} frames Milliseconds between frames while one scrolls from the first row to the last, ascending.
 * @property {boolean} reachesEnd Whether the last row was there in the end.
 * @property {readonly number[]} typing Milliseconds between frames while one types, ascending; empty without a search.
 * @property {number | null} found Milliseconds from the last key to the one row that is looked for; null without a search.
 */

/**
 * @param {import('playwright-core').Page} page Signed in.
 * @param {string} address
 * @param {LongTable} table
 * @param {string} sought What one row alone holds.
 * @returns {Promise<Measured>}
 */
export async function measureTable(page, address, { first, hasSearch = false }, sought) {
  const start = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator(ROWS).first().waitFor();
  const opening = performance.now() - start;
  if (first !== undefined) await page.getByRole('button', { name: first }).click();
  await page.waitForLoadState('networkidle');
  const rows = Number(await page.locator('table[aria-rowcount]').first().getAttribute('aria-rowcount')) - 1;
  const { frames, drawn, reachesEnd } = /** @type {{ frames: number[], drawn: number, reachesEnd: boolean }} */ (
    await page.evaluate(`(${scrollThrough})(${rows}, ${JSON.stringify(ROWS)})`)
  );
  await page.evaluate('scrollTo(0, 0)');
  if (!hasSearch) return { opening, rows, drawn, frames, reachesEnd, typing: [], found: null };
  await page.getByRole('searchbox').first().focus();
  await page.evaluate(`(${watchTyping})(${JSON.stringify(ROWS)})`);
  await page.keyboard.type(sought, { delay: 60 });
  const { typing, found } = /** @type {{ typing: number[], found: number }} */ (await page.evaluate('window.typed'));
  return { opening, rows, drawn, frames, reachesEnd, typing, found };
}

/** Runs in the page: scrolls by a third of a screen a frame, faster than a wheel goes, until the last row is there. */
const scrollThrough = `async (rows, drawnRows) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const frames = [];
  let drawn = 0;
  let before = await frame();
  const end = () => scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  for (let still = 0; still < 5; still = end() ? still + 1 : 0) {
    scrollBy(0, Math.round(innerHeight / 3));
    const now = await frame();
    frames.push(now - before);
    before = now;
    drawn = Math.max(drawn, document.querySelectorAll(drawnRows).length);
  }
  frames.sort((a, b) => a - b);
  const reachesEnd = document.querySelector('tr[aria-rowindex="' + (rows + 1) + '"]') !== null;
  return { frames, drawn, reachesEnd };
}`;

/** Runs in the page: notes frames and the last key until one row is left; \`typed\` is kept once it is. */
const watchTyping = `(drawnRows) => {
  let key = performance.now();
  addEventListener('keydown', () => { key = performance.now(); }, { capture: true });
  window.typed = new Promise((done) => {
    const typing = [];
    let before = performance.now();
    const look = (now) => {
      typing.push(now - before);
      before = now;
      if (document.querySelectorAll(drawnRows).length === 1)
        done({ typing: typing.sort((a, b) => a - b), found: performance.now() - key });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}`;
