import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { Client } from '../../scripts/service/client.mjs';
import { startServer } from '../../scripts/service/server.mjs';
import type { RosterPreview, RosterView } from '../../src/api/roster.js';

const HEAD = ['Số thẻ', 'Họ và tên', 'Đơn vị', 'Miễn viết', 'Lý do miễn', 'Đã học tập'];
type Row = readonly (string | number | null)[];

/** A workbook as a spreadsheet saves it, the rows below a title and an empty line. */
function workbook(...rows: readonly Row[]): Promise<Buffer> {
  const cells = [['Danh sách đảng viên'], [], HEAD, ...rows].map((row) => row.map((value) => (value === null ? null : { value })));
  return writeWorkbook(cells).toBuffer();
}

/** The service as its users start it, which reads workbooks in a thread of its own. */
describe('a roster as a workbook', () => {
  let home: string;
  let server: Awaited<ReturnType<typeof startServer>>;
  let client: Client;
  let address: string;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'soatbai-sheet-'));
    server = await startServer(join(home, 'data'));
    client = new Client(server.url);
    await client.enter('quan-tri', 'mật khẩu đủ dài');
    const { id } = await client.post('/api/campaigns', { name: 'Đợt 1', prompt: 'Đề bài chung' });
    address = `/api/campaigns/${id}/roster`;
  });
  afterAll(async () => {
    await server?.kill();
    await rm(home, { recursive: true, force: true });
  });

  const send = async (
    what: 'preview' | 'import',
    bytes: Buffer,
  ): Promise<{ status: number; body: RosterPreview & { error: { code: string } } }> => {
    const headers = { origin: server.url, cookie: client.cookie, 'x-csrf-token': client.csrf, 'content-type': 'application/octet-stream' };
    const answer = await fetch(`${server.url}${address}/${what}`, { method: 'POST', headers, body: new Uint8Array(bytes) });
    return { status: answer.status, body: (await answer.json()) as RosterPreview & { error: { code: string } } };
  };
  const kept = async (): Promise<string[]> =>
    ((await client.get(address)) as RosterView).people.map(({ card, name, standing }) => `${card} ${name}: ${standing}`);

  test('is refused as a whole while rows are wrong, each told by the row and column of the sheet', async () => {
    const bytes = await workbook(
      ['VT-01', 'Lê An', 'Chi bộ 1', null, null, 'x'],
      [null, 'Không Thẻ', 'Chi bộ 1', null, null, null],
      ['VT-03', 'Vũ Bình', 'Chi bộ 2', 'x', null, null],
      ['VT-01', 'Lê An', 'Chi bộ 2', null, null, null],
      ['VT-05', 'Hà My', 'Chi bộ 2', null, null, 'có lẽ'],
      ['VT-06', 'Cù Văn Sáu', 'Chi bộ 2', null, null, 'x'],
    );
    for (const what of ['preview', 'import'] as const) {
      const { status, body } = await send(what, bytes);
      expect([what, status]).toEqual([what, what === 'preview' ? 200 : 422]);
      const { problems, problemCount } = body as RosterPreview;
      expect(problemCount).toBe(4);
      expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual(['5 Số thẻ', '6 Lý do miễn', '7 Số thẻ', '8 Đã học tập']);
      expect(await kept()).toEqual([]);
    }
    const kinds = ((await client.get('/api/log')) as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds).not.toContain('roster-imported');
  });

  test('is imported with long card numbers as they are written, and once only', async () => {
    const bytes = await workbook(
      [123456789012, 'Lê An', 'Chi bộ 1', null, null, 'x'],
      ['VT-02', 'Vũ Bình', 'Chi bộ 2', 'x', 'nghỉ hưu', null],
    );
    const first = await send('import', bytes);
    expect([first.status, first.body.added]).toEqual([200, 2]);
    expect(await kept()).toEqual(['123456789012 Lê An: missing', 'VT-02 Vũ Bình: exempt']);
    expect((await send('import', bytes)).body).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  });

  test('that is broken, or kept under another name, changes nobody, and the next one is read all the same', async () => {
    const before = await kept();
    const whole = await workbook(['VT-07', 'Ma Văn Bảy', 'Chi bộ 2', null, null, 'x']);
    const broken = await send('import', whole.subarray(0, whole.length - 200));
    expect([broken.status, broken.body.error.code]).toEqual([422, 'roster-file']);
    const other = await workbook(
      ['VT-07', 'Ma Văn Bảy', 'Chi bộ 2', null, null, 'x'],
      ['VT-02', 'Người Khác', 'Chi bộ 2', null, null, null],
    );
    const clash = await send('import', other);
    expect([clash.status, clash.body.problems[0]?.row]).toEqual([422, 5]);
    expect(await kept()).toEqual(before);
    expect((await send('import', whole)).status).toBe(200);
    expect(await kept()).toHaveLength(before.length + 1);
  });
});
