// Pictures of a report at the widths and grounds it is made for, of its first page and of each other one named
// (/nhom/g1, /bai/ID), and of its print:
//   node scripts/screenshots.mjs REPORT.html FOLDER [PAGE...]
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const [file, folder, ...pages] = process.argv.slice(2);
if (file === undefined || folder === undefined) {
  console.error('node scripts/screenshots.mjs REPORT.html FOLDER [PAGE...]');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const address = pathToFileURL(resolve(file)).href;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
for (const width of [1440, 390]) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
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
await browser.close();
