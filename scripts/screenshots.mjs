// Pictures of a page at the widths and grounds it is made for: node scripts/screenshots.mjs PAGE.html FOLDER
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
const [file, folder] = process.argv.slice(2);
if (file === undefined || folder === undefined) {
  console.error('node scripts/screenshots.mjs PAGE.html FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
for (const width of [1440, 390]) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const page = await browser.newPage({ viewport: { width, height: 1200 }, colorScheme });
    await page.goto(pathToFileURL(resolve(file)).href);
    await page.screenshot({ path: join(folder, `${width}-${colorScheme}.png`) });
    await page.close();
  }
}
await browser.close();
