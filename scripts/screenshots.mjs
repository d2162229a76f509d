// @ts-check
// Pictures of every page of the service at the widths, on the grounds and in the languages it is made for:
//   node scripts/screenshots.mjs FOLDER [NAME...]    names as scripts/pages/pages.mjs has them; all without any
// Of a report instead, of its first page and of each other one named (/nhom/g1, /bai/ID), and of its print:
//   node scripts/screenshots.mjs --report REPORT.html FOLDER [PAGE...]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { PAGES } from './pages/pages.mjs';
import { openPage, prefer } from './pages/visit.mjs';
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
const WIDTHS = [1440, 768, 390];
const GROUNDS = /** @type {const} */ (['light', 'dark']);
const LANGUAGES = /** @type {const} */ (['vi', 'en']);

const given = process.argv.slice(2);
if (given[0] === '--report' ? given.length < 3 : given.length < 1) {
  console.error('node scripts/screenshots.mjs FOLDER [NAME...]\nnode scripts/screenshots.mjs --report REPORT.html FOLDER [PAGE...]');
  process.exit(2);
}
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
if (given[0] === '--report') await ofReport(given[1] ?? '', given[2] ?? '', given.slice(3));
else await ofService(given[0] ?? '', given.slice(1));
await browser.close();

/**
 * @param {string} folder
 * @param {readonly string[]} names
 */
async function ofService(folder, names) {
  const unknown = names.filter((name) => !PAGES.some((page) => page.name === name));
  if (unknown.length > 0) throw new Error(`no such page: ${unknown.join(', ')}`);
  const data = mkdtempSync(join(tmpdir(), 'soatbai-pictures-'));
  const server = await startServer(join(data, 'data'));
  try {
    const first = await browser.newContext();
    const page = await first.newPage();
    await page.goto(server.url);
    const world = await makeWorld(page);
    const state = await first.storageState();
    for (const language of LANGUAGES) {
      for (const ground of GROUNDS) {
        for (const width of WIDTHS) {
          const where = join(folder, `${language}-${ground}-${width}`);
          mkdirSync(where, { recursive: true });
          for (const one of PAGES.filter(({ name }) => names.length === 0 || names.includes(name))) {
            const viewport = { width, height: width === 390 ? 844 : 1000 };
            const context = await browser.newContext({ viewport, ...(one.as === 'administrator' && { storageState: state }) });
            await prefer(context, { language, ground });
            const shown = await context.newPage();
            await openPage(shown, server.url + one.path(world));
            await shown.screenshot({ path: join(where, `${one.name}.png`) });
            await context.close();
          }
        }
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
