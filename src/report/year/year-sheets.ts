import writeExcel, { type Cell } from 'write-excel-file/node';
import { formatDay } from '../../model/format.js';
import type { YearTotals } from '../../model/year-record.js';
import { csvOf } from '../results/result-csv.js';
import type { YearDocument, YearPerson } from './year-document.js';
import { exemptOf, handedInOf, STUDY_WORDS, verdictOf, YEAR_WORDS } from './year-words.js';

type Value = string | number | null;
type Entry = YearPerson['entries'][number];

/** Columns that say who it is. */
const WHO: readonly (readonly [title: string, width: number, value: (person: YearPerson) => Value])[] = [
  ['Chi bộ', 28, ({ cell }) => cell],
  ['Số thẻ', 18, ({ card }) => card],
  ['Họ và tên', 26, ({ name }) => name],
  ['Chức vụ', 22, ({ post }) => post],
  ['Cán bộ chủ chốt', 10, ({ isKeyCadre }) => (isKeyCadre ? 'x' : '')],
];

/** Columns of one campaign. Days are texts, as Vietnamese writes them: the same wherever the file is opened. */
const ENTRY: readonly (readonly [title: string, width: number, value: (entry: Entry) => Value])[] = [
  ['Đợt học tập', 40, ({ name }) => name],
  ['Học tập', 18, ({ study }) => STUDY_WORDS[study]],
  ['Miễn viết (lý do)', 20, exemptOf],
  ['Hạn nộp', 12, ({ due }) => (due === null ? '' : formatDay(due))],
  ['Ngày nộp', 12, ({ handedIn }) => (handedIn === null ? '' : formatDay(handedIn))],
  ['Nộp bài', 30, handedInOf],
  ['Số ngày muộn', 10, ({ exemption, handedIn, daysLate }) => (exemption === null && handedIn !== null ? daysLate : null)],
  ['Kết luận', 30, verdictOf],
  ['Số lần viết lại', 10, ({ rewrites }) => rewrites],
];

const TOTALS: readonly (readonly [title: string, figure: keyof YearTotals])[] = [
  ['Số đợt', 'campaigns'],
  ['Đã học', 'attended'],
  ['Học bù', 'caughtUp'],
  ['Miễn viết', 'exempt'],
  ['Phải nộp', 'required'],
  ['Đã nộp', 'submitted'],
  ['Đúng hạn', 'onTime'],
  ['Muộn', 'late'],
  ['Đạt yêu cầu', 'accepted'],
  ['Số lần viết lại', 'rewrites'],
];

const people = ({ cells }: YearDocument): readonly YearPerson[] => cells.flatMap((cell) => cell.people);

/** The extract as a table: a line for each member and campaign. No cell is a formula. */
export function yearCsv(document: YearDocument): string {
  return csvOf([[YEAR_WORDS.note], [...WHO, ...ENTRY].map(([title]) => title), ...entryRows(document)]);
}

function entryRows(document: YearDocument): Value[][] {
  return people(document).flatMap((person) => {
    const who = WHO.map(([, , value]) => value(person));
    return person.entries.map((entry) => [...who, ...ENTRY.map(([, , value]) => value(entry))]);
  });
}

/** The same as a workbook of two sheets, each campaign and the totals; every text is a text, whatever it begins with. */
export async function yearXlsx(document: YearDocument): Promise<Uint8Array> {
  const { title, note, issuer, counted } = document;
  const head = [title, issuer, note, counted].map((line) => [text(line)]);
  const totals = people(document).map((person) => [
    ...WHO.map(([, , value]) => value(person)),
    ...TOTALS.map(([, figure]) => person.totals[figure]),
  ]);
  return writeExcel([
    sheetOf(YEAR_WORDS.sheet, [...WHO, ...ENTRY], [...head, [], ...rowsOf([...WHO, ...ENTRY], entryRows(document))]),
    sheetOf(YEAR_WORDS.totalsSheet, [...WHO, ...TOTALS], [...head, [], ...rowsOf([...WHO, ...TOTALS], totals)]),
  ]).toBuffer();
}

type Titled = readonly [title: string, ...rest: readonly unknown[]];

const rowsOf = (columns: readonly Titled[], rows: readonly (readonly Value[])[]): Cell[][] => [
  columns.map(([title]): Cell => ({ value: title, type: String, fontWeight: 'bold', wrap: true, backgroundColor: '#e6ebee' })),
  ...rows.map((row) => row.map(cellOf)),
];

const sheetOf = (sheet: string, columns: readonly Titled[], data: Cell[][]) => ({
  data,
  sheet,
  columns: columns.map(([, width]) => ({ width: typeof width === 'number' ? width : 11 })),
});

const text = (value: string): Cell => ({ value, type: String });

function cellOf(value: Value): Cell {
  if (value === null || value === '') return null;
  return typeof value === 'number' ? { value, type: Number, format: '#,##0' } : text(value);
}
