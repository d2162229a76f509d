// @ts-check
// Tables stay fluent when they are long: a corpus with ROWS people, results, essays that wait and units, and a browser that opens
// each page, scrolls through to the last row and types what one row alone holds. Prints what that took.
//   node scripts/measure-tables.mjs [ROWS=5000]
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startServer } from './service/server.mjs';
import { cardOf, makeLongTables } from './tables/generate.mjs';
import { LONG_TABLES, measureTable } from './tables/measure.mjs';
import { openSignedIn } from './tables/sign-in.mjs';

const [rows = 5000] = process.argv.slice(2).map(Number);
const loads = loadavg().map((one) => one.toFixed(1));
console.log(`${availableParallelism()} processors, load ${loads.join(' ')} before the start`);
const home = mkdtempSync(join(tmpdir(), 'soatbai-tables-'));
const campaign = await makeLongTables(join(home, 'data'), rows);
const server = await startServer(join(home, 'data'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await openSignedIn(browser, server.url);
  /** @param {readonly number[]} sorted @param {number} share */
  const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const told = (/** @type {readonly number[]} */ sorted) =>
    sorted.length === 0 ? '–' : [0.5, 0.95, 1].map((share) => quantile(sorted, share).toFixed(0)).join(' / ');
  const table = [];
  for (const one of LONG_TABLES) {
    const measured = await measureTable(page, server.url + one.path(campaign), one, cardOf(rows - 1));
    const { opening, drawn, frames, reachesEnd, typing, found } = measured;
    table.push({
      page: one.name,
      rows: measured.rows,
      'in the page': drawn,
      'opened, ms': Math.round(opening),
      'frames scrolling, ms (median / 95 % / longest)': told(frames),
      'last row': reachesEnd ? 'reached' : 'MISSING',
      'frames typing, ms (median / 95 % / longest)': told(typing),
      'last key to its row, ms': found === null ? '–' : Math.round(found),
    });
    if (!reachesEnd) process.exitCode = 1;
  }
  console.table(table);
} finally {
  await browser.close();
  await server.kill();
  rmSync(home, { recursive: true, force: true });
}
