import writeWorkbook from 'write-excel-file/node';
import { csvOf } from './results/result-csv.js';

/** Rows of texts below one line of heads. */
export interface TextTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A list of people as CSV that spreadsheet programs read as UTF-8; no cell is a formula. */
export const tableCsv = ({ head, rows }: TextTable): string => csvOf([head, ...rows]);

/** The same as a workbook; all cells are text, so that card numbers keep their digits. */
export function tableSheet({ head, rows }: TextTable): Promise<Buffer> {
  const bold = head.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map((value) => ({ value, type: String, format: '@' })));
  const columns = head.map((name, place) => ({ width: widthOf([name, ...rows.slice(0, MEASURED).map((row) => row[place] ?? '')]) }));
  return writeWorkbook([bold, ...cells], { columns, stickyRowsCount: 1 }).toBuffer();
}

/** Rows that a column's width is told by. */
const MEASURED = 200;
const widthOf = (texts: readonly string[]): number => Math.min(60, Math.max(10, ...texts.map(({ length }) => length + 3)));
