import { parse } from 'csv-parse/sync';
import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { EXTRACT_LIMITS } from '../../src/model/extraction.js';
import type { CaseFile } from '../../src/report/case/case-file.js';
import { writeExport } from '../../src/report/export-job.js';
import type { Letter } from '../../src/report/letter/letter.js';
import type { ResultTable } from '../../src/report/results/result-table.js';
import { ALL, HOSTILE, LETTERS, squeezed } from './every-letter.js';

const LETTER: Letter = {
  ...({
    kind: 'rewrite',
    banner: '',
    title: 'Về việc viết lại',
    facts: [{ name: 'Đơn vị', value: ALL }],
    greeting: 'Kính gửi đồng chí,',
  } as const),
  ...{ opening: [ALL], reason: [ALL], closing: ['Kết luận là của cấp ủy.'], signature: null },
  sections: [{ title: 'Việc cần làm', paragraphs: [], items: [{ head: ALL, text: '', quotes: [ALL] }], isNumbered: true }],
};
const OFFICIAL = { letter: LETTER, unit: 'Chi bộ Bãi Sậy', concludedAt: null };

const TABLE: ResultTable = {
  campaign: 'Đợt',
  columns: [
    { title: 'Tệp', kind: 'text', width: 20 },
    { title: 'Trùng', kind: 'share', width: 10 },
    { title: 'Ngày', kind: 'moment', width: 10 },
  ],
  rows: [ALL, ...HOSTILE].map((text, at) => [text, at === 0 ? 0.3967 : null, at === 0 ? new Date(2026, 10, 5, 9, 4) : null]),
};

function caseOf(members: number): CaseFile {
  const pieces = [
    { text: `${ALL} `, isQuote: false },
    { text: ALL, isQuote: true },
  ];
  return {
    ...({
      kind: 'group',
      title: 'Hồ sơ nhóm',
      campaign: ALL,
      unit: 'Chi bộ Bãi Sậy',
      prompt: ALL,
      exportedBy: 'Mận',
      exportedAt: '2026-11-05T02:04:00Z',
    } as const),
    members: Array.from({ length: members }, (_, at) => ({
      ...{ title: `VT-${at + 1}`, number: at + 1, facts: [['Tệp', `${at + 1}.docx`] as const], conclusion: null },
      proposal: { words: 'Viết lại', reason: ALL },
    })),
    pairs: Array.from({ length: members - 1 }, (_, at) => ({
      ...{ left: 0, right: at + 1, shareOfLeft: 0.5, shareOfRight: null, more: 3 },
      passages: [{ number: 1, syllables: 40, identical: 0.95, left: pieces, right: pieces }],
    })),
    shares: [{ left: 0, right: 1, shareOfLeft: 0.5, shareOfRight: null }],
    notes: [],
  };
}

describe('every Vietnamese letter is read back', () => {
  it('has all of them in what is written', () => {
    expect([LETTERS.length, new Set(LETTERS).size]).toEqual([134, 134]);
    expect(LETTERS.filter((letter) => !ALL.includes(letter))).toEqual([]);
  });

  it('from the case as PDF, with numbered pages, by our own reader', async () => {
    const bytes = await writeExport({ kind: 'case-pdf', file: caseOf(3) });
    const { text, state } = await extract(bytes, 'ho-so.pdf', EXTRACT_LIMITS);
    expect(state).toBe('ok');
    const read = squeezed(text);
    // Campaign, prompt, three reasons, four sides with their quotes.
    expect(read.split(squeezed(ALL)).length - 1).toBeGreaterThanOrEqual(1 + 1 + 3);
    for (const part of ['Trang1/', 'Còn3đoạnngắnhơn', 'giống95%']) expect(read).toContain(part);
  });

  it('from the letter as Word, by two readers', async () => {
    const bytes = await writeExport({ kind: 'letter-docx', official: OFFICIAL });
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const { text } = await extract(bytes, 'thu.docx', EXTRACT_LIMITS);
    for (const read of [value, text]) {
      expect(squeezed(read).split(squeezed(ALL)).length - 1).toBe(5);
      expect(read.toUpperCase()).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    }
  });

  it('from the tables, where no text is a formula, numbers are numbers and days are days', async () => {
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writeExport({ kind: 'results-csv', table: TABLE }));
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const [head, first, ...hostile] = parse(csv, { bom: true }) as string[][];
    expect([head, first]).toEqual([
      ['Tệp', 'Trùng', 'Ngày'],
      [ALL, '39.67', '05/11/2026, 09:04'],
    ]);
    for (const [at, [cell = '']] of hostile.entries()) {
      expect(cell).not.toMatch(/^[\s\u200B]*[=+\-@＝＋－＠]/u);
      expect(cell.replace(/^'/, '')).toBe(HOSTILE[at]);
    }
    const sheet = (await readExcel(Buffer.from(await writeExport({ kind: 'results-xlsx', table: TABLE })))) as unknown;
    const rows = (Array.isArray(sheet) && sheet.length > 0 && 'data' in sheet[0] ? sheet[0].data : sheet) as unknown[][];
    expect(rows[1]?.[0]).toBe(ALL);
    expect(rows[1]?.[1]).toBeCloseTo(0.3967, 6);
    expect(rows[1]?.[2]).toEqual(new Date('2026-11-05T09:04:00.000Z'));
    expect(rows[2]?.[0]).toBe('=1+1');
  });
});

it('a case of many members has every one of them', async () => {
  const bytes = await writeExport({ kind: 'case-pdf', file: caseOf(12) });
  const { text } = await extract(bytes, 'ho-so.pdf', EXTRACT_LIMITS);
  for (let number = 1; number <= 12; number++) expect(text).toContain(`${number}.docx`);
});
