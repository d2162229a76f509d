import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hasBrowser, launchBrowser } from '../support/browser.js';
import { NAME, PASSWORD, startService } from './service.js';

const WEB = fileURLToPath(new URL('../../dist/web/app/', import.meta.url));
const CODE = 'ABCD2345';
/** An address of this machine under which it is not the machine itself to a browser. */
const ADDRESS = Object.values(networkInterfaces()).flatMap((all) =>
  (all ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal),
)[0]?.address;

async function open(url: string): Promise<Page> {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function fill(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Lập tài khoản và bắt đầu' }).click();
}

const CREDENTIALS = { 'Tên tổ chức': 'Đảng bộ xã Hòa An', 'Tên đăng nhập': NAME, 'Mật khẩu': PASSWORD, 'Nhập lại mật khẩu': PASSWORD };

describe.runIf(hasBrowser)('the first visit', () => {
  test.skipIf(ADDRESS === undefined)('over a network asks for the code, says where it stands, and that others can listen', async () => {
    const service = await startService({ webFolder: WEB, host: '0.0.0.0', settings: { isLocal: false, setupCode: CODE } });
    const page = await open(`http://${ADDRESS}:${new URL(service.url).port}`);
    await expect(page.getByText('chưa được mã hóa').count()).resolves.toBe(1);
    await fill(page, CREDENTIALS);
    await page.getByText('Nhập mã 8 ký tự trong cửa sổ lệnh').waitFor();
    await fill(page, { ...CREDENTIALS, 'Mã thiết lập': 'ZZZZ9999' });
    await page.getByText('Mã thiết lập không đúng').waitFor();
    expect(await service.records.people.count()).toBe(0);
    await fill(page, { 'Mã thiết lập': 'abcd 2345' });
    await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
    expect((await service.records.people.byName(NAME))?.name).toBe(NAME);
  });

  test('on this machine asks for no code, and calls nothing unsafe', async () => {
    const service = await startService({ webFolder: WEB });
    const page = await open(service.url);
    expect(await page.getByLabel('Mã thiết lập').count()).toBe(0);
    expect(await page.getByText('chưa được mã hóa').count()).toBe(0);
    await fill(page, CREDENTIALS);
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    expect(await page.getByText('chưa được mã hóa').count()).toBe(0);
  });
});
