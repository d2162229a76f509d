import { parse } from 'csv-parse/sync';
import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { fromBuffer } from 'yauzl';
import { essaySchema } from '../../src/api/view.js';
import { extract } from '../../src/extract/extract.js';
import { EXTRACT_LIMITS } from '../../src/model/extraction.js';
import { assessedSample, overviewOf } from './assessed-sample.js';
import { type Browser, NAME } from './service.js';

/** One assessed campaign for everything that can be taken along: assessing it takes most of the time. */
test('results, cases and letters are taken along whole, and the log says so', async () => {
  const { service, browser, campaign } = await assessedSample();
  const at = `/api/campaigns/${campaign}`;
  const { rows, groups } = await overviewOf(browser, campaign);
  const row = rows.find(({ grounds, group }) => grounds.includes('copied') && group !== null)!;
  const reason = '=HYPERLINK("http://x") Trùng đoạn đầu với bài khác.';
  await browser
    .send('put', `${at}/essays/${row.id}/conclusion`, { verdict: 'rewrite', grounds: ['copied'], reason, revision: 0 })
    .expect(200);

  // The table as it is shown: three rows, in that order.
  const ids = [row.id, ...rows.filter(({ id }) => id !== row.id).map(({ id }) => id)].slice(0, 3);
  const csv = await saved(browser.send('post', `${at}/results/export`, { format: 'csv', essays: ids }));
  const lines = parse(csv, { bom: true }) as string[][];
  expect(lines.map(([, file]) => file)).toEqual(['Tệp', ...ids.map((id) => rows.find((one) => one.id === id)?.file)]);
  const told = (title: string): string => lines[1]![lines[0]!.findIndex((one) => one.startsWith(title))]!;
  expect(told('Lý do của kết luận')).toBe(`'${reason}`);
  expect(told('Kết luận của cấp ủy')).toBe('Phải viết lại');
  expect(told('Người kết luận')).toBe(NAME);
  expect(told('Ngày kết luận')).toMatch(/^\d\d\/\d\d\/\d{4}, \d\d:\d\d$/);
  expect(Number(told('Trùng khớp cao nhất'))).toBeCloseTo((row.copied.best ?? 0) * 100, 1);

  const sheet = await readExcel(await saved(browser.send('post', `${at}/results/export`, { format: 'xlsx' })));
  const cells = (Array.isArray(sheet) && 'data' in sheet[0]! ? (sheet[0] as { data: unknown[][] }).data : sheet) as unknown[][];
  expect(cells).toHaveLength(rows.length + 1);
  const column = (title: string): number => cells[0]!.findIndex((one) => String(one).startsWith(title));
  const mine = cells.find((one) => one[column('Tệp')] === row.file)!;
  expect(mine[column('Trùng khớp cao nhất')]).toBeCloseTo(row.copied.best ?? 0, 3);
  expect(mine[column('Ngày kết luận')]).toBeInstanceOf(Date);
  expect(mine[column('Lý do của kết luận')]).toBe(reason);

  // The case of a pair, on paper and on the screen; nothing of a third essay in it.
  const essay = essaySchema.parse((await browser.get(`${at}/essays/${row.id}`).expect(200)).body);
  const match = essay.submission.matches.find(({ id }) => rows.some((one) => one.id === id))!;
  const pdf = await saved(browser.get(`${at}/essays/${row.id}/case/${match.id}?format=pdf`));
  const text = await readBack(pdf, 'ho-so.pdf');
  const passage = wordsOf(await textOf(browser, `${at}/documents/${row.id}`, match.passages[0]!.this))
    .slice(0, 12)
    .join(' ');
  for (const part of ['Hồ sơ đối chiếu hai bài', 'Kết luận của cấp ủy', 'Đề xuất của máy', NAME, passage, 'Trang 1/'])
    expect(squeezed(text)).toContain(squeezed(part));
  const html = (await saved(browser.get(`${at}/essays/${row.id}/case/${match.id}?format=html`))).toString('utf8');
  const third = rows.find(({ id }) => id !== row.id && id !== match.id)!;
  expect(html).toContain(row.file);
  expect(html).not.toContain(third.file);

  const group = groups.find(({ id }) => id === row.group)!;
  const grouped = await readBack(await saved(browser.get(`${at}/groups/${group.id}/case?format=pdf`)), 'nhom.pdf');
  expect(squeezed(grouped)).toContain(squeezed(`nhóm ${group.members.length} bài gần giống nhau`));
  expect(squeezed(grouped)).toContain(squeezed('Tỷ lệ trùng khớp từng cặp'));

  // Letters: the words of the text letter, as Word.
  const letter = (await browser.get(`${at}/essays/${row.id}/letter`).expect(200)).text;
  const word = await saved(browser.get(`${at}/essays/${row.id}/letter?format=docx`));
  const { value } = await mammoth.extractRawText({ buffer: word });
  for (const line of letter
    .split('\n')
    .slice(1)
    .filter((one) => one !== ''))
    expect(squeezed(value)).toContain(squeezed(line.replace(/^ *(- |\d+\. )?/, '')));
  expect(value).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
  expect(value).not.toContain(match.file);
  expect(squeezed(await readBack(word, 'thu.docx'))).toContain('nơi nhận:');
  expect(await namesIn(await saved(browser.get(`${at}/letters.zip`)))).toEqual([expect.stringMatching(/^\d{3} .*\.docx$/)]);

  const log = await service.records.log.list({ limit: 20, kinds: ['exported'] });
  expect(log.map(({ actor, details: { what, format, essays } }) => [actor, what, format, essays])).toEqual([
    [NAME, 'letters', 'zip', 1],
    [NAME, 'letter', 'docx', undefined],
    [NAME, 'group', 'pdf', group.members.length],
    [NAME, 'pair', 'html', 2],
    [NAME, 'pair', 'pdf', 2],
    [NAME, 'results', 'xlsx', rows.length],
    [NAME, 'results', 'csv', 3],
  ]);
  for (const path of ['essays/abc/case/abc', `essays/${row.id}/case/abc`, 'groups/abc/case', 'essays/abc/letter?format=docx'])
    await browser.get(`${at}/${path}`).expect(404);
});

/** The bytes of a file that a browser keeps. */
async function saved(request: ReturnType<Browser['get']>): Promise<Buffer> {
  const answer = await request.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
  });
  expect([answer.status, answer.get('Content-Disposition')]).toEqual([200, expect.stringMatching(/^attachment; filename="/)]);
  return answer.body as Buffer;
}

const readBack = async (bytes: Uint8Array, name: string): Promise<string> => (await extract(bytes, name, EXTRACT_LIMITS)).text;

async function textOf(browser: Browser, path: string, { start, end }: { start: number; end: number }): Promise<string> {
  return ((await browser.get(path).expect(200)).body as { text: string }).text.slice(start, end);
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
/** Without what setting a text in lines and columns changes. */
const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').toLowerCase();

function namesIn(zip: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, (error, file) => {
      if (error) return reject(error);
      const names: string[] = [];
      file.on('entry', ({ fileName }: { fileName: string }) => names.push(fileName)).on('end', () => resolve(names));
    });
  });
}
