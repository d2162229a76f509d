import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startServer } from '../../scripts/service/server.mjs';
import { ADMIN, PASSWORD } from '../support/account.js';
import { launchBrowser } from '../support/browser.js';
import { copySample, type Sample } from '../support/sample.js';
import { watchPage } from './page-checks.js';

/** The service on an empty folder, and a browser that stands before it. */
export interface ServicePage {
  readonly url: string;
  /** A folder for what the test keeps; gone at the end, with the corpus. */
  readonly folder: string;
  readonly browser: Browser;
  readonly page: Page;
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

/** Starts the service as its users do, on an empty corpus unless one is prepared, and opens its first page. */
export async function openService(prepare: (folder: string) => Promise<unknown> = async () => {}): Promise<ServicePage> {
  const folder = mkdtempSync(join(tmpdir(), 'soatbai-browser-'));
  await prepare(join(folder, 'data'));
  const server = await startServer(join(folder, 'data'));
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints = watchPage(page);
  await page.goto(server.url);
  const close = async (): Promise<void> => {
    await browser.close();
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, folder, browser, page, complaints, close };
}

export { ADMIN };

/** Makes the first account on the first page, and waits for the campaigns. */
export async function setUp(page: Page): Promise<void> {
  await page.getByLabel('Tên tổ chức').fill('Đảng bộ xã Hòa An');
  await page.getByLabel('Tên đăng nhập').fill(ADMIN);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Nhập lại mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Lập tài khoản và bắt đầu' }).click();
  await page.getByRole('heading', { level: 1, name: 'Các đợt học tập' }).waitFor();
}

/** The service with the sample campaign assessed, somebody signed in and before its results. */
export async function openSample(): Promise<ServicePage & Sample & { readonly results: string }> {
  let sample: Sample = { campaign: '', batch: '' };
  const service = await openService(async (folder) => {
    sample = await copySample(folder);
  });
  await signIn(service.page);
  const results = `${service.url}/dot/${sample.campaign}/ket-qua`;
  await service.page.goto(results);
  await service.page.locator('.table--results tbody tr').first().waitFor();
  return { ...service, ...sample, results };
}

/** Signs in on the page that asks for it. */
export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(ADMIN);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: 'Đăng nhập' }).waitFor({ state: 'detached' });
}

/** Goes to a place of the bar, which may stand behind the button for the rest. */
export async function openPlace(page: Page, name: string): Promise<void> {
  const link = page.getByRole('navigation').getByRole('link', { name, exact: true });
  const more = page.getByRole('button', { name: 'Thêm', exact: true });
  // The bar comes with the campaign: what it has no room for is known once it is there.
  await link.or(more).first().waitFor();
  if ((await link.count()) > 0) return link.click();
  await more.click();
  // A campaign's part comes before the service's of the same name.
  await page.getByRole('dialog').getByRole('link', { name, exact: true }).first().click();
}
