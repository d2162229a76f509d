// Pictures of a page at the widths and grounds it is made for, from its top and from each anchor named, and of its print:
//   node scripts/screenshots.mjs PAGE.html FOLDER [ANCHOR...]
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
const [file, folder, ...anchors] = process.argv.slice(2);
if (file === undefined || folder === undefined) {
  console.error('node scripts/screenshots.mjs PAGE.html FOLDER [ANCHOR...]');
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
    for (const anchor of anchors) {
      await page.goto(`${address}#${anchor}`);
      await page.screenshot({ path: join(folder, `${width}-${colorScheme}-${anchor}.png`) });
    }
    await page.close();
  }
}
const page = await browser.newPage();
await page.goto(address);
await page.pdf({ path: join(folder, 'print.pdf'), preferCSSPageSize: true });
await browser.close();
