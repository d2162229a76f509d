import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser.js';
import { choose } from './fixture-campaign.js';
import { expectSound } from './page-checks.js';
import { openPlace, openService, type ServicePage, setUp } from './service-page.js';

const fixture = (name: string): string => resolve('fixtures/kinds', name);
const QUESTION =
  'Ở một bản vùng cao, mười hộ dân phát nương lấn vào rừng đầu nguồn, khe nước chung của bản bị cạn, hai nhóm hộ to tiếng với nhau tại nhà văn hóa. Nếu là bí thư chi bộ bản, đồng chí sẽ giải quyết như thế nào trong tháng đầu tiên?';

describe.skipIf(!hasBrowser)('a campaign of situational answers in a browser', () => {
  let service: ServicePage;
  let page: Page;

  beforeAll(async () => {
    service = await openService();
    page = service.page;
    await setUp(page);
    await page.getByRole('link', { name: 'Tạo đợt học tập' }).click();
    await page.getByRole('heading', { name: 'Tạo đợt học tập', level: 1 }).waitFor();
  });
  afterAll(() => service?.close());

  const limit = (name: string): Locator => page.getByLabel(`Mức: ${name}`);
  const themeNames = (): Promise<string[]> =>
    page.getByLabel('Tên chủ đề').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));

  it('offers each kind with what it asks for', async () => {
    const kind = page.getByLabel('Loại bài');
    const seen: Record<string, readonly [number, string]> = {};
    for (const value of ['personal-plan', 'action-programme', 'situational-answer', 'essay']) {
      const answer = page.waitForResponse((response) => response.url().includes(`kind=${value}`), { timeout: 3000 }).catch(() => null);
      await kind.selectOption(value);
      // What was asked before is not asked again.
      if (value !== 'essay') await answer;
      await page.waitForTimeout(200);
      seen[value] = [(await themeNames()).length, await limit('bài ngắn dưới').inputValue()];
    }
    expect(seen).toEqual({
      'personal-plan': [4, '150'],
      'action-programme': [4, '300'],
      'situational-answer': [0, '80'],
      essay: [4, '200'],
    });
  });

  it('cannot be saved without a question, and says at which field', async () => {
    await page.getByLabel('Tên đợt').fill('Tình huống quý I');
    await page.getByLabel('Loại bài').selectOption('situational-answer');
    await page.getByText('Cứ để vậy, máy lấy chủ đề từ tình huống khi lưu').waitFor();
    await page.getByLabel('Hạn nộp bài viết lại').fill('31/2/2027');
    await page.getByRole('button', { name: 'Tạo đợt và nộp bài' }).click();
    await page.getByText('Nhập tình huống phải trả lời').waitFor();
    expect(await page.getByLabel('Tình huống phải trả lời').getAttribute('aria-invalid')).toBe('true');
    await page.getByText('Nhập ngày có thật').waitFor();
    await expectSound(page);
  });

  it('shows the themes of the question, to be edited', async () => {
    await page.getByLabel('Tình huống phải trả lời').fill(QUESTION);
    await page.getByLabel('Hạn nộp bài viết lại').fill('5/1/2027');
    await page.getByRole('button', { name: 'Lấy chủ đề từ tình huống' }).click();
    await page.getByText('Đã lấy 2 chủ đề từ tình huống.').waitFor();
    expect(await themeNames()).toEqual(['Trả lời tình huống', 'Cách giải quyết']);
    await page.getByRole('button', { name: 'Bỏ “rừng đầu nguồn”' }).waitFor();
    await expectSound(page);
  });

  it('judges answers by the question, down to the result', async () => {
    await choose(page, 'Chọn tệp: Nghị quyết, tài liệu học tập', [fixture('nghi-quyet.txt')]);
    await page.getByLabel('Bỏ tệp nghi-quyet.txt').waitFor();
    await page.getByRole('button', { name: 'Tạo đợt và nộp bài' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lô 1: nộp bài' }).waitFor();
    const only = join(service.folder, 'chep-de-bai.txt');
    writeFileSync(only, `Họ và tên: Lý A Sinh\nChi bộ: Bản Mòn\n\n${QUESTION}\n\n${QUESTION}\n`);
    await choose(page, 'Chọn tệp', [fixture('tinh-huong/vang-thi-mo.txt'), fixture('tinh-huong/ha-quang-dieu.txt'), only]);
    await page.getByText('Đã lưu an toàn 3 tệp').first().waitFor();
    await page.getByRole('button', { name: 'Bắt đầu soát' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lô 1: đã soát xong 3 tệp' }).waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'Xem kết quả' }).click();
    const row = (name: string): Locator => page.locator('.table--results tbody tr').filter({ hasText: name });
    await row('vang-thi-mo').locator('.chip--proposal').getByText('Đạt yêu cầu').waitFor();
    expect(await row('ha-quang-dieu').locator('.chip--proposal').textContent()).toContain('Cần xem xét');
    expect(await row('chep-de-bai').locator('.chip--proposal').textContent()).toContain('Viết lại');
    await row('ha-quang-dieu').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Chủ đề bắt buộc: đạt 1/2' }).waitFor();
    await expectSound(page);
  });

  it('keeps question and day, as they were typed', async () => {
    await openPlace(page, 'Thiết lập');
    await page.getByLabel('Tình huống phải trả lời').waitFor();
    expect(await page.getByLabel('Tình huống phải trả lời').inputValue()).toBe(QUESTION);
    expect(await page.getByLabel('Hạn nộp bài viết lại').inputValue()).toBe('05/01/2027');
    expect(service.complaints).toEqual([]);
  });
});
