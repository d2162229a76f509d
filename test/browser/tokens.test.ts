import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser.js';
import { expectSound } from './page-checks.js';
import { openService, type ServicePage, setUp } from './service-page.js';

describe.skipIf(!hasBrowser)('access for other software', () => {
  let service: ServicePage;
  beforeAll(async () => {
    service = await openService();
    await setUp(service.page);
  }, 60_000);
  afterAll(() => service?.close());

  it('is given by a key that is shown once, works at once, and ends when it is taken back', { timeout: 120_000 }, async () => {
    const { page, url, complaints } = service;
    const dialog = page.getByRole('dialog');
    await page.goto(`${url}/khoa`);
    await page.getByText('Chưa có khóa truy cập nào').waitFor();
    await expectSound(page);

    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    await dialog.getByRole('button', { name: 'Tạo khóa' }).click();
    await dialog.getByText('Đặt tên cho khóa.').waitFor();
    await expectSound(page);
    await dialog.getByLabel('Tên khóa').fill('Cổng học tập xã Hòa An');
    await dialog.getByRole('button', { name: 'Tạo khóa' }).click();
    const shown = page.getByRole('textbox', { name: 'Khóa truy cập' });
    await shown.waitFor();
    const secret = await shown.inputValue();
    const ask = async (path: string) => (await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${secret}` } })).status;
    expect([await ask('/api/campaigns'), await ask('/api/tokens')]).toEqual([200, 404]);
    await expectSound(page);
    await page.getByRole('button', { name: 'Đã cất khóa' }).click();
    await page.reload();
    const row = page.getByRole('row').filter({ hasText: 'Cổng học tập xã Hòa An' });
    await row.getByText('Còn hiệu lực đến').waitFor();
    expect(await page.content()).not.toContain(secret);

    await row.getByRole('button', { name: 'Thu hồi' }).click();
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Thu hồi' }).click();
    await row.getByText('Đã thu hồi').waitFor();
    expect(await ask('/api/campaigns')).toBe(401);
    await expectSound(page);
    expect(complaints).toEqual([]);
  });

  it('is described on a page for people', { timeout: 120_000 }, async () => {
    const { page, url, complaints } = service;
    await page.goto(`${url}/khoa`);
    await page.getByRole('link', { name: 'Mô tả API' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const parts = page.locator('details');
    for (const part of [
      parts.nth(0),
      page.locator('details', { hasText: '/roster/{person}' }).first(),
      page.locator('details.schema', { hasText: 'CampaignSummary' }).first(),
    ])
      await part.locator('summary').first().click();
    await page.getByText('idempotency-key').locator('visible=true').first().waitFor();
    await expectSound(page);
    await page.locator('details[open]').getByRole('link', { name: 'Roster', exact: true }).first().click();
    await page.locator('#kieu-Roster').locator('visible=true').waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Danh sách người viết' }).click();
    await expect.poll(() => page.locator('#roster').evaluate((one) => Math.round(one.getBoundingClientRect().top))).toBeLessThan(100);
    expect(complaints).toEqual([]);
  });
});
