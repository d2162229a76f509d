import { parse } from 'csv-parse/sync';
import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { EXTRACT_LIMITS } from '../../src/model/extraction.js';
import type { DocumentParts } from '../../src/model/unit-report.js';
import { totalsOf, type YearEntry, type YearExtract } from '../../src/model/year-record.js';
import { writeExport } from '../../src/report/export-job.js';
import { toYearDocument } from '../../src/report/year/year-document.js';
import { ALL, HOSTILE, squeezed } from './every-letter.js';

const ENTRY: YearEntry = {
  ...{ campaign: 'dot', study: 'attended', exemption: null, due: '2026-11-20', handedIn: '2026-11-19', daysLate: 0 },
  ...{ verdict: 'accepted', rewrites: 0 },
};
const PARTS: DocumentParts = {
  ...{
    upperIssuer: 'Huyện ủy Vân Trạch',
    issuer: 'Đảng ủy xã Bờ Lau',
    number: '',
    place: '',
    signerPost: 'Bí thư',
    signerName: 'Lương Thị Hậu',
  },
  recipients: 'Chi bộ các thôn\nLưu',
};

/** One member for each of these names. */
const extractOf = (names: readonly string[]): YearExtract => ({
  year: 2026,
  unit: { id: 'x', name: 'Đảng ủy xã Bờ Lau' },
  campaigns: [{ id: 'dot', name: ALL, day: '2026-11-20' }],
  members: names.map((name, at) => {
    return { id: String(at), card: String(at).padStart(6, '0'), name, cell: 'Chi bộ Gò', post: '', isKeyCadre: false, entries: [ENTRY] };
  }),
});

describe('files of the yearly extract', () => {
  it('keep every letter of Vietnamese, in Word, PDF, Excel and CSV', async () => {
    const document = toYearDocument(extractOf([ALL]), PARTS, new Date(2026, 11, 30));
    const { value: word } = await mammoth.extractRawText({ buffer: Buffer.from(await writeExport({ kind: 'year-docx', document })) });
    const pdf = await extract(await writeExport({ kind: 'year-pdf', document }), 'nam.pdf', EXTRACT_LIMITS);
    const [each] = await readExcel(Buffer.from(await writeExport({ kind: 'year-xlsx', document })));
    const csv = new TextDecoder().decode(await writeExport({ kind: 'year-csv', document }));
    for (const text of [word, pdf.text, JSON.stringify(each!.data), csv]) expect(squeezed(text)).toContain(squeezed(ALL));
    for (const text of [word, pdf.text].map(squeezed))
      for (const part of ['HUYỆN ỦY VÂN TRẠCH', 'BÍ THƯ', 'Lương Thị Hậu', 'Chi bộ các thôn', 'không phải xếp loại', 'năm 2026'])
        expect(text).toContain(squeezed(part));
  });

  it('hold no formula, whatever somebody is called', async () => {
    const document = toYearDocument(extractOf(HOSTILE), PARTS, new Date(2026, 11, 30));
    const csv = new TextDecoder().decode(await writeExport({ kind: 'year-csv', document }));
    const cells = (parse(csv, { bom: true, relax_column_count: true }) as string[][]).flat();
    expect(cells.filter((cell) => /^[\s\u200B]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
    const [each] = await readExcel(Buffer.from(await writeExport({ kind: 'year-xlsx', document })));
    expect(each!.data.filter((row) => /^0000/.test(String(row[1]))).every((row) => typeof row[2] === 'string')).toBe(true);
  });

  it('are made for a unit without anybody, and for hundreds', async () => {
    for (const names of [[], Array.from({ length: 300 }, (_, at) => `Ngần Văn ${at}`)]) {
      const document = toYearDocument(extractOf(names), PARTS, new Date(2026, 11, 30));
      for (const kind of ['year-docx', 'year-pdf'] as const) expect((await writeExport({ kind, document })).length).toBeGreaterThan(1000);
    }
  }, 120_000);
});

describe('totals of a year', () => {
  it('add up: required are those who hand in and those who do not, and an exempt member’s essay is no duty', () => {
    const entries: YearEntry[] = [
      ENTRY,
      { ...ENTRY, daysLate: 2, verdict: 'rewrite', rewrites: 1, study: 'caught-up' },
      { ...ENTRY, handedIn: null, verdict: null, study: 'unknown' },
      { ...ENTRY, exemption: 'retired', daysLate: 4 },
    ];
    const totals = totalsOf(entries);
    expect(totals).toEqual({
      ...{ campaigns: 4, attended: 2, caughtUp: 1, exempt: 1, required: 3, submitted: 2, onTime: 1, late: 1, accepted: 2, rewrites: 1 },
    });
    expect(totals.required + totals.exempt).toBe(totals.campaigns);
    expect(totals.onTime + totals.late).toBe(totals.submitted);
  });
});
