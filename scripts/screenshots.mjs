// @ts-check
// Pictures of every page of the service at the widths, on the grounds and in the languages it is made for:
//   node scripts/screenshots.mjs FOLDER [--only NAME,…] [--widths 390,…] [--grounds light,dark] [--languages vi,en] [--whole]
// Names as scripts/pages/pages.mjs has them; --whole: down to the end of the page, not what the window shows.
// Of a report instead, of its first page and of each other one named (/nhom/g1, /bai/ID), and of its print:
//   node scripts/screenshots.mjs --report REPORT.html FOLDER [PAGE...]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { PAGES } from './pages/pages.mjs';
import { contextFor, openPage, prefer } from './pages/visit.mjs';
import { makeWorld } from './pages/world.mjs';
import { startServer } from './service/server.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const WIDTHS = /** @type {const} */ (['1440', '768', '390']);
const GROUNDS = /** @type {const} */ (['light', 'dark']);
const LANGUAGES = /** @type {const} */ (['vi', 'en']);

const USAGE = `node scripts/screenshots.mjs FOLDER [--only NAME,…] [--widths 390,…] [--grounds light,dark] [--languages vi,en] [--whole]
node scripts/screenshots.mjs --report REPORT.html FOLDER [PAGE...]`;
const text = /** @type {const} */ ({ type: 'string' });
const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: text, widths: text, grounds: text, languages: text, report: text, whole: { type: 'boolean', default: false } },
});
const [folder, ...others] = positionals;
if (folder === undefined) {
  console.error(USAGE);
  process.exit(2);
}
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
if (asked.report === undefined) await ofService(folder);
else await ofReport(asked.report, folder, others);
await browser.close();

/**
 * Of a list that was given with commas those that there are, or all.
 * @template {string} T
 * @param {readonly T[]} all
 * @param {string | undefined} given
 */
function chosen(all, given) {
  const names = given?.split(',') ?? all;
  const unknown = names.filter((name) => !all.some((one) => one === name));
  if (unknown.length > 0) throw new Error(`there is no ${unknown.join(', ')}, but ${all.join(', ')}`);
  return all.filter((one) => names.includes(one));
}

/** @param {string} folder */
async function ofService(folder) {
  const names = chosen(
    PAGES.map(({ name }) => name),
    asked.only,
  );
  const sets = chosen(LANGUAGES, asked.languages).flatMap((language) =>
    chosen(GROUNDS, asked.grounds).flatMap((ground) => chosen(WIDTHS, asked.widths).map((width) => ({ language, ground, width }))),
  );
  const data = mkdtempSync(join(tmpdir(), 'soatbai-pictures-'));
  const server = await startServer(join(data, 'data'));
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    const world = await makeWorld(page);
    for (const set of sets) {
      const where = join(folder, `${set.language}-${set.ground}-${set.width}`);
      mkdirSync(where, { recursive: true });
      for (const one of PAGES.filter(({ name }) => names.includes(name))) {
        const viewport = { width: Number(set.width), height: set.width === '390' ? 844 : 1000 };
        const context = await contextFor(browser, { page: one, world }, { viewport });
        await prefer(context, set);
        const shown = await context.newPage();
        await openPage(shown, server.url + one.path(world));
        await shown.screenshot({ path: join(where, `${one.name}.png`), fullPage: asked.whole });
        await context.close();
      }
    }
  } finally {
    await server.kill();
    rmSync(data, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @param {string} folder
 * @param {readonly string[]} pages
 */
async function ofReport(file, folder, pages) {
  mkdirSync(folder, { recursive: true });
  const address = pathToFileURL(resolve(file)).href;
  for (const width of [1440, 390]) {
    for (const colorScheme of GROUNDS) {
      const page = await browser.newPage({ viewport: { width, height: 1200 }, colorScheme });
      await page.goto(address);
      await page.screenshot({ path: join(folder, `${width}-${colorScheme}.png`) });
      for (const other of pages) {
        await page.goto(`${address}#${other}`);
        await page.screenshot({ path: join(folder, `${width}-${colorScheme}${other.replaceAll('/', '-')}.png`) });
      }
      await page.close();
    }
  }
  const page = await browser.newPage();
  await page.goto(address);
  await page.pdf({ path: join(folder, 'print.pdf'), preferCSSPageSize: true });
}
