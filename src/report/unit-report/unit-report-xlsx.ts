import writeExcel, { type Cell } from 'write-excel-file/node';
import type { FigureCell } from './figure-table.js';
import { REPORT_WORDS } from './report-words.js';
import type { UnitDocument } from './unit-document.js';

const WIDTHS = [34, 44, 12, 14, 12, 16, 16, 16] as const;
/** A cell takes no more. */
const LONGEST = 32_000;

/** The figures of a report as a workbook: numbers are numbers, every text is a text; a second sheet holds what people typed. */
export function unitReportXlsx({ title, campaign, issuer, sections, counted }: UnitDocument): Promise<Uint8Array> {
  const { columns, cadreOf, cadreShare } = REPORT_WORDS;
  const titles = [columns.group, columns.figure, columns.count, columns.of, columns.share, columns.cadres, cadreOf, cadreShare];
  const figures = sections.flatMap(({ tables }) =>
    tables.flatMap(({ title: group, rows }) =>
      rows.map(({ label, all, keyCadres }): Cell[] => [text(group), text(label), ...cells(all), ...cells(keyCadres)]),
    ),
  );
  const head = [[text(title)], [text(campaign)], [text(issuer)], [text(counted)], []];
  const typed = sections.flatMap(({ heading, paragraphs }): Cell[][] =>
    paragraphs === null ? [] : [[text(heading), text(paragraphs.join('\n'))]],
  );
  const { sheet, texts, heading, text: written } = REPORT_WORDS;
  return writeExcel([
    { data: [...head, titles.map(bold), ...figures], sheet, columns: WIDTHS.map((width) => ({ width })) },
    { data: [[bold(heading), bold(written)], ...typed], sheet: texts, columns: [{ width: 44 }, { width: 110 }] },
  ]).toBuffer();
}

/** A count, what it is of, and its share: a formula would be the only thing in the file that works. */
const cells = ({ count, of }: FigureCell): Cell[] => [
  { value: count, type: Number, format: '#,##0' },
  of === null ? null : { value: of, type: Number, format: '#,##0' },
  of === null || of === 0 ? null : { value: count / of, type: Number, format: '0.00%' },
];

/** As a text, whatever it begins with. */
const text = (value: string): Cell => ({ value: value.slice(0, LONGEST), type: String, wrap: true, alignVertical: 'top' });
const bold = (value: string): Cell => ({ value, type: String, fontWeight: 'bold', wrap: true, backgroundColor: '#e6ebee' });
