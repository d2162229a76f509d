import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser.js';
import { choose, fixture } from './fixture-campaign.js';
import { expectSound } from './page-checks.js';
import { openService, type ServicePage, setUp } from './service-page.js';

/** Clicks, typed fields and files from the home page to a campaign that takes essays. */
const MOST_INPUTS = 10;
const SUGGEST = 'Gợi ý chủ đề từ nghị quyết';

describe.skipIf(!hasBrowser)('a campaign from its resolution', () => {
  let service: ServicePage;
  let page: Page;

  beforeAll(async () => {
    service = await openService();
    page = service.page;
    await setUp(page);
  });
  afterAll(() => service?.close());

  it('is ready for files after a few inputs, themes and phrases filled in', async () => {
    let inputs = 0;
    const click = async (role: 'link' | 'button', name: string): Promise<void> => {
      inputs++;
      await page.getByRole(role, { name }).click();
    };
    await click('link', 'Tạo đợt học tập');
    expect(await page.getByRole('button', { name: SUGGEST }).count()).toBe(0);
    inputs += 2; // The button, and the file behind it.
    await choose(page, 'Chọn tệp: Nghị quyết, tài liệu học tập', [fixture('nghi-quyet.docx')]);
    await click('button', SUGGEST);
    await page.getByText('Đã gợi ý 6 chủ đề từ văn bản.').waitFor();
    expect(await page.getByLabel('Tên đợt').inputValue()).toMatch(/^Học tập Nghị quyết số 09-NQ\/HU về bảo vệ môi trường/);
    const names = await page.getByLabel('Tên chủ đề').all();
    expect(await Promise.all(names.map((one) => one.inputValue()))).toEqual([
      'Nhận thức về những nội dung cơ bản',
      'Bảo vệ môi trường, thu gom xử lý rác thải',
      'Xây dựng nông thôn mới nâng cao',
      'Trách nhiệm của bản thân',
      'Liên hệ đơn vị, lĩnh vực công tác',
      'Đề xuất, kiến nghị',
    ]);
    await page.locator('.themeform').nth(1).getByText('phân loại rác').waitFor();
    await expectSound(page);
    await click('button', 'Tạo đợt và nộp bài');
    await page.getByRole('heading', { level: 1, name: 'Lô 1: nộp bài' }).waitFor();
    expect(inputs).toBeLessThanOrEqual(MOST_INPUTS);
  });

  it('leaves a typed name alone, and gives back what was there when undone', async () => {
    await page.goto(service.url);
    await page.getByRole('link', { name: 'Tạo đợt học tập' }).click();
    await page.getByLabel('Tên đợt').fill('Đợt của chi bộ Sở');
    await choose(page, 'Chọn tệp: Nghị quyết, tài liệu học tập', [fixture('nghi-quyet.docx')]);
    await page.getByRole('button', { name: SUGGEST }).click();
    await page.getByText('Đã gợi ý 6 chủ đề từ văn bản.').waitFor();
    expect(await page.getByLabel('Tên đợt').inputValue()).toBe('Đợt của chi bộ Sở');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(() => page.getByLabel('Tên chủ đề').count()).toBe(4);
    expect(await page.getByLabel('Tên đợt').inputValue()).toBe('Đợt của chi bộ Sở');
    expect(service.complaints).toEqual([]);
  });
});
