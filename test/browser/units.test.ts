import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onDatabase } from '../corpus/records/units.js';
import { hasBrowser } from '../support/browser.js';
import { expectSound } from './page-checks.js';
import { openPlace, openService, type ServicePage } from './service-page.js';
import { fillRoster, OWN_FILE, SHARED, signIn, twoUnits, UNMATCHED, WRITER } from './two-units.js';

type Cells = Awaited<ReturnType<typeof twoUnits>>;
type Somebody = Awaited<ReturnType<typeof signIn>>;

/** Whatever of the other cell's essay must not come over. */
const SECRETS = [...UNMATCHED, WRITER, '77120045', 'to-5'];
const LINE = SHARED.split('\n')[1]!;

describe.skipIf(!hasBrowser)('units below one commune', () => {
  let service: ServicePage;
  let cells: Cells;

  beforeAll(async () => {
    service = await openService();
    cells = await twoUnits(service);
  }, 60_000);
  afterAll(() => service?.close());

  const toResults = (page: Page) => page.goto(`${service.url}/dot/${cells.campaign}/ket-qua`);

  it('see of each other a passage and a unit, ask for the rest, and find all of it in both logs', async () => {
    const upper = await signIn(service, cells.names.upper);
    await seesPassageOnly(upper);
    await asks(upper.page);
    expectNothingOf(upper, [...SECRETS, ...foreignIds(cells)]);

    const lower = await signIn(service, cells.names.lower);
    await approves(lower.page);
    expectNothingOf(lower, [OWN_FILE, 'vườn một lần', 'Quàng Thị Thượng']);

    await reads(upper.page);
    expect(upper.answers.join('\n')).not.toContain(WRITER);
    await logTells(upper.page, [
      'Đồng chí Quàng Thị Thượng đề nghị Chi bộ thôn Hạ',
      'Chi bộ thôn Hạ đồng ý cho xem',
      'mở xem toàn văn bài của Chi bộ thôn Hạ',
    ]);
    await logTells(lower.page, [
      'Chi bộ thôn Thượng đề nghị xem toàn văn',
      'Đồng chí Vi Văn Hạ đồng ý cho Chi bộ thôn Thượng',
      'Chi bộ thôn Thượng mở xem toàn văn',
    ]);
    expect([...upper.complaints, ...lower.complaints]).toEqual([]);
  }, 120_000);

  async function seesPassageOnly({ page }: Somebody): Promise<void> {
    await toResults(page);
    await page
      .getByRole('link', { name: /Thượng/ })
      .first()
      .click();
    await page.getByText('Một bài của Chi bộ thôn Hạ').first().waitFor();
    await page.getByRole('link', { name: 'Một bài của Chi bộ thôn Hạ' }).first().click();
    const sheet = page.getByRole('group', { name: 'Nội dung bài đối chiếu' });
    await sheet.getByText('Phần không trùng, không hiện').first().waitFor();
    expect(await sheet.innerText()).toContain(LINE.slice(20, 80));
    await expectSound(page);
  }

  async function asks(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Đề nghị xem toàn văn' }).click();
    await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await page.getByText('Cần nêu lý do').waitFor();
    await page.getByLabel('Lý do').fill('Cần xem phần trước và sau đoạn trùng để kết luận cho đúng.');
    await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await page.getByRole('link', { name: 'Đã gửi đề nghị, chờ trả lời' }).click();
    await page.getByText('Gửi Chi bộ thôn Hạ').waitFor();
    await expectSound(page);
  }

  async function approves(page: Page): Promise<void> {
    await page.getByRole('link', { name: /Đề nghị.*1 đề nghị chờ trả lời/ }).click();
    await page.getByText('Chi bộ thôn Thượng đề nghị').waitFor();
    expect(await page.locator('main').innerText()).toContain(WRITER);
    await page.getByRole('button', { name: 'Đồng ý cho xem' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đồng ý cho xem' }).click();
    await page.getByText(/Xem được đến hết ngày/).waitFor();
    await expectSound(page);
  }

  async function reads(page: Page): Promise<void> {
    await page.goto(`${service.url}/de-nghi`);
    await page.getByRole('link', { name: 'Xem toàn văn' }).click();
    await page.getByRole('heading', { level: 1, name: 'Toàn văn một bài của Chi bộ thôn Hạ' }).waitFor();
    const text = await page.getByRole('article', { name: 'Toàn văn' }).innerText();
    for (const sentence of UNMATCHED) expect(text).toContain(sentence);
    await expectSound(page);
  }

  async function logTells(page: Page, sentences: readonly string[]): Promise<void> {
    await page.goto(`${service.url}/dot/${cells.campaign}/nhat-ky`);
    for (const sentence of sentences) await page.getByText(sentence).first().waitFor();
  }

  it('are followed by the commune in figures alone', async () => {
    const { folder, campaign, units } = cells;
    const essays = foreignIds(cells);
    fillRoster(folder, campaign, [
      { unit: units.upper, people: 12 },
      { unit: units.lower, people: 8, essays, due: '2026-11-01' },
      { unit: units.commune, people: 3 },
    ]);
    const commune = await signIn(service, cells.names.commune);
    const { page } = commune;
    await openPlace(page, 'Tiến độ');
    await page.getByRole('link', { name: 'Học tập Nghị quyết số 21' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tiến độ: Học tập Nghị quyết số 21' }).waitFor();
    const rows = page.locator('.table--report tbody tr');
    await rows.nth(3).waitFor();
    const told = await rows.allInnerTexts();
    expect(told.map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringContaining('Đảng ủy xã Mả Vối 1/23 4,34%'),
      expect.stringContaining('Đảng ủy xã Mả Vối, riêng đơn vị 0/3 0,00%'),
      expect.stringMatching(/^Chi bộ thôn Hạ 1\/8 12,50% 7\/8, 87,50% 1 7 7 \(\d+ ngày\)/),
      expect.stringContaining('Chi bộ thôn Thượng 0/12 0,00%'),
    ]);
    await expectSound(page);
    await page.getByRole('button', { name: 'Đảng ủy xã Mả Vối', exact: true }).click();
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByLabel('Chỉ tính cán bộ chủ chốt').check();
    await rows.filter({ hasText: '1/3' }).waitFor();
    expectNothingOf(commune, [...SECRETS, OWN_FILE, 'Đảng viên', ...essays]);
    expect(commune.complaints).toEqual([]);
  }, 60_000);
});

function foreignIds({ folder, units }: Cells): string[] {
  return onDatabase(
    folder,
    (database) => database.prepare('SELECT id FROM submission WHERE tenant = ?').pluck().all(units.lower) as string[],
  );
}

function expectNothingOf({ answers }: Pick<Somebody, 'answers'>, secrets: readonly string[]): void {
  expect(answers.length).toBeGreaterThan(3);
  for (const secret of secrets)
    expect(
      answers.filter((answer) => answer.includes(secret)),
      secret,
    ).toEqual([]);
}
