import { inflateSync } from 'node:zlib';
import { PDFParse } from 'pdf-parse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onDatabase } from '../corpus/records/units.js';
import { hasBrowser } from '../support/browser.js';
import { expectSound } from './page-checks.js';
import { openPlace, openService, type ServicePage } from './service-page.js';
import { fillRoster, signIn, twoUnits } from './two-units.js';

type Cells = Awaited<ReturnType<typeof twoUnits>>;

describe.skipIf(!hasBrowser)('figures of a commune', () => {
  let service: ServicePage;
  let cells: Cells;
  let page: Page;

  beforeAll(async () => {
    service = await openService();
    cells = await twoUnits(service);
    const { campaign, units, folder } = cells;
    fillRoster(folder, campaign, [
      { unit: units.upper, people: 12 },
      { unit: units.lower, people: 8, essays: essaysOf(cells), due: '2026-11-01' },
      { unit: units.commune, people: 3 },
    ]);
    addFacts(cells);
    ({ page } = await signIn(service, cells.names.commune));
  }, 90_000);
  afterAll(() => service?.close());

  it('are those of the facts, down to each unit, of key cadres when asked for', async () => {
    await openPlace(page, 'Số liệu');
    await page.getByRole('heading', { level: 1, name: 'Số liệu qua các đợt học tập' }).waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: 'Học tập Nghị quyết số 21' }).click();
    await page.getByRole('heading', { level: 1, name: 'Số liệu: Học tập Nghị quyết số 21' }).waitFor();
    // Attended on the roster 10 + 7 + 3, and one who caught up.
    expect(await stripOf(page)).toEqual([
      'Tham gia học tập 91,30% 21/23',
      'Được cấp tài liệu 8,69% 2/23',
      'Viết bài thu hoạch 4,34% 1/23',
      'Nộp đúng hạn 0,00% 0/1',
      'Bài đạt yêu cầu 0,00% 0/1',
    ]);
    const rows = await page.locator('table.table--cards tbody tr').allInnerTexts();
    expect(rows.map(plain)).toEqual([
      'Chi bộ thôn Hạ 8 8/8, 100,00% 1/8, 12,50% 0/1, 0,00% 0/1, 0,00% 1 7 0 0/1, 0,00%',
      'Chi bộ thôn Thượng 12 10/12, 83,33% 0/12, 0,00% – – 0 12 0 0/1, 0,00%',
    ]);
    expect(plain(await page.locator('table.table--cards tfoot tr').innerText())).toContain('Cộng cả trực thuộc 23 21/23, 91,30%');
    expect(plain(await page.getByRole('region', { name: 'Đơn vị theo tiến độ' }).innerText())).toContain(
      'Quá hạn, còn thiếu bài: 1 Chi bộ thôn Hạ Chưa có bài nào: 2 Chi bộ thôn Thượng · Đảng ủy xã Mả Vối',
    );
    await page.getByText('Kiểm tra phép cộng').click();
    const checks = await page.getByRole('listitem').filter({ hasText: ' = ' }).allInnerTexts();
    expect(checks.length).toBeGreaterThan(7);
    expect(checks.filter((line) => !line.endsWith('cộng đúng'))).toEqual([]);
    await expectSound(page);

    await page.getByRole('link', { name: 'Chi bộ thôn Hạ' }).click();
    await page.getByText('Chi bộ thôn Hạ · 1 đơn vị có danh sách đảng viên').waitFor();
    expect((await stripOf(page))[2]).toBe('Viết bài thu hoạch 12,50% 1/8');
    expect(await figureOf(page, 'Phải viết lại do sao chép')).toBe('1/1, 100,00% 1/1, 100,00%');
    expect(await figureOf(page, 'Đã học bù')).toBe('1/8, 12,50% 1/8, 12,50%');
    expect(await figureOf(page, 'Đơn vị tổ chức viết thu hoạch')).toBe('1/1, 100,00% 1/1, 100,00%');
    await page.getByText('Đơn vị này không có đơn vị trực thuộc.').waitFor();
    await page.getByRole('link', { name: 'Đảng ủy xã Mả Vối' }).click();
    await page.getByText('Đảng ủy xã Mả Vối · 3 đơn vị').waitFor();
    await page.getByLabel('Chỉ tính cán bộ chủ chốt').check();
    await expect.poll(() => figureOf(page, 'Tổng số đảng viên')).toBe('1 3');
  }, 120_000);

  it('are legible on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${service.url}/so-lieu/${cells.campaign}`);
    await page.getByRole('heading', { level: 1, name: /^Số liệu:/ }).waitFor();
    await expectSound(page);
    await page.goto(`${service.url}/so-lieu`);
    await page.getByRole('img').or(page.locator('.trend')).first().waitFor();
    await expectSound(page);
    await page.setViewportSize({ width: 1440, height: 900 });
  }, 60_000);

  it('are told apart on paper without colour: each line by its dashes, its points and its name', async () => {
    await page.goto(`${service.url}/so-lieu`);
    await page.locator('.trend [data-series]').nth(2).waitFor();
    const pdf = await page.pdf({ format: 'A4', landscape: true });
    const { text } = await new PDFParse({ data: new Uint8Array(pdf) }).getText();
    // Letters with two marks come out of a PDF in pieces.
    for (const label of [/h.{0,3}c t.{0,3}p 91,30%/u, /vi.{0,3}t thu ho.{0,3}ch 4,34%/u, /sao ch.{0,3}p 100,00%/u, /10\/2025/u])
      expect(plain(text)).toMatch(label);
    const drawn = drawingOf(Buffer.from(pdf));
    const dashes = dashLengths(drawn);
    expect(dashes.filter((length) => length === 9).length).toBeGreaterThan(10);
    expect(dashes.filter((length) => length === 2).length).toBeGreaterThan(10);
    const forms = await page.locator('.trend [data-series]').evaluateAll((series) =>
      series.map((one) =>
        one
          .querySelector('.trend__point')!
          .getAttribute('d')!
          .replaceAll(/M[\d. ]+/g, ''),
      ),
    );
    expect(new Set(forms).size).toBe(3);
  }, 60_000);
});

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

async function stripOf(page: Page): Promise<string[]> {
  return (await page.locator('.figures > div').allInnerTexts()).map(plain);
}

async function figureOf(page: Page, name: string): Promise<string> {
  const row = page.getByRole('region', { name: 'Tất cả số liệu' }).getByRole('row', { name });
  return plain((await row.getByRole('cell').allInnerTexts()).join(' '));
}

/** What a PDF draws with: its streams, unpacked. */
function drawingOf(pdf: Buffer): string {
  const parts: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('endstream', at);
    try {
      parts.push(inflateSync(pdf.subarray(at + 7, end)).toString('latin1'));
    } catch {
      // A font or a picture, kept otherwise.
    }
  }
  return parts.join('\n');
}

/** Chromium draws each dash as a shape of its own, whose first edge is as long as the dash. */
function dashLengths(drawn: string): number[] {
  return [...drawn.matchAll(/(-?[\d.]+) (-?[\d.]+) m\n(-?[\d.]+) (-?[\d.]+) l\n/g)].map(([, ...ends]) => {
    const [x1, y1, x2, y2] = ends.map(Number) as [number, number, number, number];
    return Math.round(Math.hypot(x2 - x1, y2 - y1) * 10) / 10;
  });
}

function essaysOf({ folder, units }: Cells): string[] {
  return onDatabase(folder, (database) =>
    (database.prepare('SELECT id FROM submission WHERE tenant = ?').all(units.lower) as { id: string }[]).map(({ id }) => id),
  );
}

/** A catch-up that the one absent of the lower cell came to, material for two, a conclusion, and a campaign of the year before. */
function addFacts(cells: Cells): void {
  const { folder, campaign, units } = cells;
  const [essay] = essaysOf(cells);
  onDatabase(folder, (database) => {
    const run = (text: string, ...values: unknown[]) => database.prepare(text).run(...values);
    run(
      `INSERT INTO study_session (id, campaign, unit, day, title, form, mode, is_catch_up, place, speaker, speaker_post, is_combined)
        VALUES ('bu', ?, ?, '2026-11-10', '', 'class', 'in-person', 1, '', '', 'secretary', 0)`,
      ...[campaign, units.lower],
    );
    run(`INSERT INTO attendance (session, person, attended) VALUES ('bu', ?, 1)`, `${units.lower}-4`);
    run(`INSERT INTO material (id, campaign, unit, title, kind) VALUES ('tl', ?, ?, '', 'printed')`, campaign, units.lower);
    for (const at of [0, 1]) run(`INSERT INTO material_person VALUES ('tl', ?)`, `${units.lower}-${at}`);
    run(`INSERT INTO conclusion VALUES (?, 1, 'rewrite', '["copied"]', '', 'An', '2026-11-21T03:00:00.000Z')`, essay);
    run(
      `INSERT INTO campaign SELECT 'nam-truoc', unit, 'Học tập năm trước', 1, '2025-10-02T03:00:00.000Z' FROM campaign WHERE id = ?`,
      campaign,
    );
    run(
      `INSERT INTO campaign_version SELECT 'nam-truoc', 1, definition, created_at FROM campaign_version WHERE campaign = ? LIMIT 1`,
      campaign,
    );
    run(
      `INSERT INTO roster_entry (campaign, person, unit, attended) SELECT 'nam-truoc', person, unit, 1 FROM roster_entry WHERE campaign = ?`,
      campaign,
    );
    run(
      `INSERT INTO submission (id, campaign, member, unit, file, sha256, state, received_at, tenant)
        SELECT 'bài cũ', campaign, member, unit, file, sha256, state, '2025-10-20T03:00:00.000Z', tenant FROM submission WHERE id = ?`,
      essay,
    );
    run(`INSERT INTO essay_person VALUES ('bài cũ', ?, 'card', NULL, '2025-10-20T03:00:00.000Z')`, `${units.upper}-0`);
    run(
      `INSERT INTO result (submission, campaign, version, proposal, brief, detail) VALUES ('bài cũ', 'nam-truoc', 1, 'accept', '{}', '{}')`,
    );
  });
}
