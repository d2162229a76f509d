import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWriter } from '../../scripts/service/essays.mjs';
import { hasBrowser } from '../support/browser.js';
import { choose } from './fixture-campaign.js';
import { expectSound } from './page-checks.js';
import { openService, type ServicePage, setUp } from './service-page.js';

const FILES = 300;
/** What is wrong with five of them, and what the page must say of each. */
const BAD = [
  ['011 rỗng.docx', Buffer.alloc(0), /rỗng/],
  ['077 cụt.docx', Buffer.from('PK\u0003\u0004 không còn gì nữa'), /hỏng|không mở được/i],
  ['123 hỏng.pdf', Buffer.from('%PDF-1.7\nđây không phải là một tệp PDF'), /hỏng|không mở được/i],
  ['204 chương trình.docx', Buffer.from('MZ\u0090\u0000'.padEnd(400, '\u0000')), /không phải|định dạng|chương trình/i],
  ['299 ảnh.jpg', Buffer.from('\u00ff\u00d8\u00ff\u00e0 không phải ảnh'), /ảnh/i],
] as const;

/** Three hundred files of which five cannot be read; whoever sends them closes the page twice. */
describe.skipIf(!hasBrowser)('a large batch', () => {
  let service: ServicePage;
  let page: Page;
  let files: readonly string[];

  const reopen = async (): Promise<void> => {
    const place = page.url();
    const context = page.context();
    await page.close();
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(place);
  };
  const title = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });

  beforeAll(async () => {
    service = await openService();
    page = service.page;
    files = writeFiles(join(service.folder, 'bài nộp'));
    await setUp(page);
  });
  afterAll(() => service?.close());

  it('goes on where it was after the page was closed while it was being sent', async () => {
    await page.getByRole('link', { name: 'Tạo đợt học tập' }).click();
    await page.getByLabel('Tên đợt').fill('Đợt có lô lớn');
    await page.getByRole('button', { name: 'Tạo đợt và nộp bài' }).click();
    await title('Lô 1: nộp bài').waitFor();
    await slowDown(page);
    await choose(page, 'Chọn tệp', files);
    await page
      .getByText(/^Đã lưu an toàn [1-9]\d*\/300 tệp$/)
      .first()
      .waitFor();
    await reopen();
    await title('Lô 1: nộp bài').waitFor();
    const kept = Number(
      (
        await page
          .getByText(/^Đã lưu an toàn \d+ tệp$/)
          .first()
          .textContent()
      )?.match(/\d+/)?.[0],
    );
    expect(kept).toBeGreaterThan(0);
    await choose(page, 'Chọn tệp', files);
    await page.getByText('Mọi tệp đã lưu an toàn', { exact: false }).waitFor({ timeout: 60_000 });
    await page.getByText(`Đã lưu an toàn ${FILES} tệp`).first().waitFor();
  });

  it('is read to its end with the page closed, and five files are named with what is wrong', async () => {
    await page.getByRole('button', { name: 'Bắt đầu soát' }).click();
    await title(/^Lô 1: (chờ đến lượt|đang soát|đã đọc)/).waitFor();
    await reopen();
    await title(`Lô 1: đã soát xong ${FILES} tệp`).waitFor({ timeout: 180_000 });
    await page.getByText('Cần xử lý 5').first().click();
    for (const [name, , reason] of BAD)
      expect(await page.locator('.files li').filter({ hasText: name }).textContent(), name).toMatch(reason);
    await expectSound(page);
  });

  it('has a result for every file, those that could not be read before the accepted ones', async () => {
    await page.getByRole('link', { name: 'Xem kết quả' }).click();
    await page.locator('.table--results tbody tr').first().waitFor();
    expect(await page.locator('.table--results').getAttribute('aria-rowcount')).toBe(String(FILES + 1));
  });
});

/** A network on which what is sent is on its way for a while: this page can be closed amid it. */
async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const asFastAsCan = { downloadThroughput: -1, uploadThroughput: -1 };
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 400, ...asFastAsCan });
}

/** Writes the files and answers with their paths. */
function writeFiles(folder: string): readonly string[] {
  mkdirSync(folder);
  const write = createWriter({ seed: 7, sentences: 14 });
  const bad = new Map<string, Buffer>(BAD.map(([name, bytes]) => [name.slice(0, 3), bytes]));
  const names = new Map<string, string>(BAD.map(([name]) => [name.slice(0, 3), name]));
  return Array.from({ length: FILES }, (_, at) => {
    const number = String(at + 1).padStart(3, '0');
    const path = join(folder, names.get(number) ?? `${number} bài thu hoạch.txt`);
    writeFileSync(path, bad.get(number) ?? write());
    return path;
  });
}
