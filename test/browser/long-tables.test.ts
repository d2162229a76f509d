import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../scripts/service/server.mjs';
import { cardOf, makeLongTables } from '../../scripts/tables/generate.mjs';
import { LONG_TABLES, ROWS } from '../../scripts/tables/measure.mjs';
import { openSignedIn } from '../../scripts/tables/sign-in.mjs';
import { onDatabase } from '../corpus/records/units.js';
import { hasBrowser, launchBrowser } from '../support/browser.js';
import { watchPage } from './page-checks.js';

const COUNT = 5000;
/** Rows that may be in the page at once: those of a screen and some beyond its edges. */
const MOST_DRAWN = 120;
/** Milliseconds that drawing thousands of rows for paper may take on a busy machine. */
const PATIENCE = 240_000;

/** Five thousand people, results, essays that wait, units: scripts/measure-tables.mjs tells how fast. */
describe.skipIf(!hasBrowser)('a table of thousands of rows', () => {
  let home: string;
  let campaign: string;
  let server: Awaited<ReturnType<typeof startServer>>;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'soatbai-long-'));
    campaign = await makeLongTables(join(home, 'data'), COUNT);
    server = await startServer(join(home, 'data'));
    browser = await launchBrowser();
    page = await openSignedIn(browser, server.url);
    page.setDefaultTimeout(60_000);
    complaints = watchPage(page);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.kill();
    rmSync(home, { recursive: true, force: true });
  });

  const open = async (path: string): Promise<void> => {
    await page.goto(server.url + path);
    await page.locator(ROWS).first().waitFor();
  };
  const drawn = (): Promise<number> => page.locator(ROWS).count();
  const rowCount = async (): Promise<number> => Number(await page.locator('table[aria-rowcount]').first().getAttribute('aria-rowcount'));
  const scrollToEnd = async (): Promise<void> => {
    const last = page.locator(`tr[aria-rowindex="${await rowCount()}"]`);
    // Heights are guessed before rows are drawn: the end moves until they are.
    await expect
      .poll(
        async () => {
          await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
          return last.isVisible();
        },
        { timeout: 30_000 },
      )
      .toBe(true);
  };

  it.each(LONG_TABLES)(
    'draws few of them at a time, reaches the last and finds one by letters: $name',
    async ({ path, first, hasSearch }) => {
      await open(path(campaign));
      if (first !== undefined) {
        await page.getByRole('button', { name: first }).click();
        await expect.poll(rowCount).toBeGreaterThan(COUNT);
      }
      expect(await rowCount()).toBeGreaterThan(COUNT);
      expect(await drawn()).toBeLessThan(MOST_DRAWN);
      expect(await page.locator('tr[aria-rowindex="2"]').isVisible()).toBe(true);
      await scrollToEnd();
      expect(await drawn()).toBeLessThan(MOST_DRAWN);
      if (hasSearch !== true) return;
      await page.evaluate('scrollTo(0, 0)');
      await page
        .getByRole('searchbox')
        .first()
        .fill(cardOf(COUNT - 1).toLowerCase());
      await expect.poll(drawn).toBe(1);
      expect(await page.locator(ROWS).textContent()).toContain(String(COUNT - 1));
      expect(await rowCount()).toBe(2);
    },
  );

  it('keeps the focus where it is while one scrolls away, and goes on from there', async () => {
    await open(`/dot/${campaign}/danh-sach`);
    const row = page.locator('tr[aria-rowindex="4"]');
    await row.getByRole('button').focus();
    const focused = (): Promise<string | null> => page.locator(':focus').first().getAttribute('aria-label');
    const before = await focused();
    expect(before).toMatch(/\S/);
    await scrollToEnd();
    expect(await focused()).toBe(before);
    expect(await drawn()).toBeLessThan(MOST_DRAWN);
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('tr[aria-rowindex="5"] button:focus').count()).toBe(1);
  });

  it(
    'has every row on paper',
    async () => {
      await open('/viec');
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      expect(await drawn()).toBe(COUNT);
      await page.evaluate("dispatchEvent(new Event('afterprint'))");
      await expect.poll(drawn).toBeLessThan(MOST_DRAWN);
    },
    PATIENCE,
  );

  it('says that comparing anew had to stop, and why, until a committee has it done again', async () => {
    onDatabase(join(home, 'data'), (database) =>
      database
        .prepare(
          `INSERT INTO job (kind, campaign, batch, state, attempts, step, done, total, error, actor, reason)
           VALUES ('refresh', ?, NULL, 'failed', 1, 'refresh', 0, 0, 'Ổ đĩa máy chủ đã đầy.', 'soatbai', NULL)`,
        )
        .run(campaign),
    );
    await page.goto(server.url);
    await page.getByText('Dừng giữa chừng').waitFor();
    await page.goto(`${server.url}/dot/${campaign}/ket-qua`);
    const note = page.getByRole('alert').filter({ hasText: 'Máy phải dừng việc đối chiếu lại' });
    await note.getByText('Ổ đĩa máy chủ đã đầy.').waitFor();
    await note.getByRole('button', { name: 'Thử lại' }).click();
    await note.waitFor({ state: 'detached' });
    await page.goto(`${server.url}/dot/${campaign}/nhat-ky`);
    await page.getByText(/cho làm lại/).waitFor();
    expect(complaints).toEqual([]);
  });
});
