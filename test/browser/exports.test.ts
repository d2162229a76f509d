import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { EXTRACT_LIMITS } from '../../src/model/extraction.js';
import { hasBrowser } from '../support/browser.js';
import { takeAlong } from './exported-file.js';
import { expectSound, overflowOf, watchPage } from './page-checks.js';
import { ADMIN, openPlace, openService, type ServicePage, setUp } from './service-page.js';

describe.skipIf(!hasBrowser)('what is taken along from the pages', () => {
  let service: ServicePage;
  beforeAll(async () => {
    service = await openService();
  });
  afterAll(() => service?.close());

  it('is the table as it is shown, the case of a pair and of a group; the log tells of it', async () => {
    const { page, folder } = service;
    await setUp(page);
    await page.getByRole('button', { name: 'Dùng thử với đợt mẫu' }).click();
    await page.getByRole('link', { name: 'Kết quả' }).first().click({ timeout: 120_000 });
    await page.locator('.table--results tbody tr').first().waitFor({ timeout: 180_000 });

    // Only what the filter leaves.
    const filter = page.getByRole('button', { name: /^Viết lại \d+$/ });
    const shown = Number(/\d+$/.exec((await filter.textContent()) ?? '')?.[0]);
    await filter.click();
    await expect.poll(() => page.locator('.table--results tbody tr').count()).toBe(shown);
    const csv = join(folder, 'bảng.csv');
    await (await takeAlong(page, 'Xuất', /^Bảng CSV/)).saveAs(csv);
    const rows = parse(readFileSync(csv, 'utf8'), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row['Đề xuất của máy'])).toEqual(Array.from({ length: shown }, () => 'Viết lại'));
    await page.getByText(/^Đã lập tệp “Kết quả, .*\.csv”/).waitFor();

    await page.locator('.table--results tbody tr').first().getByRole('link').first().click();
    await page.getByRole('link', { name: 'Xem đoạn 1' }).first().click();
    const pdf = join(folder, 'hồ sơ.pdf');
    await (await takeAlong(page, 'Xuất hồ sơ', /^PDF/)).saveAs(pdf);
    const { text, state } = await extract(readFileSync(pdf), 'hồ sơ.pdf', EXTRACT_LIMITS);
    expect([state, text.includes('Hồ sơ đối chiếu hai bài')]).toEqual(['ok', true]);
    await page.getByRole('button', { name: 'Xuất hồ sơ', exact: true }).click();
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Xuất hồ sơ');

    const html = join(folder, 'hồ sơ.html');
    await (await takeAlong(page, 'Xuất hồ sơ', /^HTML/)).saveAs(html);
    const context = await service.browser.newContext({ viewport: { width: 1440, height: 900 }, offline: true });
    const alone = await context.newPage();
    const complaints = watchPage(alone);
    await alone.goto(pathToFileURL(html).href);
    await alone.locator('.sheet .passage').first().waitFor();
    await alone.getByText(`Người xuất: ${ADMIN}`).waitFor();
    expect(await alone.evaluate(`document.fonts.ready.then(() => [...document.fonts].some((one) => one.status === 'loaded'))`)).toBe(true);
    expect(await overflowOf(alone)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await context.close();
  }, 400_000);

  it('is found in the log, which can be narrowed down and taken along itself', async () => {
    const { page, folder } = service;
    await openPlace(page, 'Nhật ký');
    await page.getByText('xuất hồ sơ đối chiếu').first().waitFor();
    await expectSound(page);
    await page.getByLabel('Loại việc').selectOption({ label: 'Mở xem bài, thư' });
    await page.getByText('xuất hồ sơ đối chiếu').first().waitFor({ state: 'detached' });
    await page.locator('.log > li').first().waitFor();
    expect(await page.locator('.log > li').allTextContents()).toContainEqual(expect.stringContaining('mở xem bài “'));
    await page.getByLabel('Từ ngày').fill('01/01/2090');
    await page.getByText('Không có dòng nào như vậy').waitFor();
    await page.getByLabel('Từ ngày').fill('hôm qua');
    await page.getByText('Ghi ngày dạng 20/11/2026.').waitFor();

    await page.goto(`${service.url}/nhat-ky`);
    await page.getByRole('heading', { level: 1, name: 'Nhật ký của đơn vị' }).waitFor();
    await page.locator('.log > li').first().waitFor();
    await expectSound(page);
    const file = join(folder, 'nhật ký.jsonl');
    await (await takeAlong(page, 'Xuất nhật ký', /^JSON lines/)).saveAs(file);
    expect(readFileSync(file, 'utf8').trim().split('\n').at(-1)).toContain('"end":true');
  });
});
