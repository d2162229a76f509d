import { stringify } from 'csv-stringify/sync';
import { formatMoment } from '../../model/format.js';
import type { Cell, ResultTable } from './result-table.js';

/** Tells spreadsheets that the text is UTF-8. */
const MARK = '\uFEFF';
/** Begins what a spreadsheet would work out: also behind blanks, and as full-width signs, which some read as the plain ones. */
const FORMULA = /^(?:[\t\r\n]|[\s\u200B]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/** Results as CSV with a mark of its encoding: numbers with a decimal point, shares in percent, days as dd/mm/yyyy. No cell is a formula. */
export function resultCsv({ columns, rows }: ResultTable): string {
  const lines = rows.map((row) => row.map((cell, index) => written(cell, columns[index]?.kind === 'share')));
  return csvOf([columns.map(({ title }) => title), ...lines]);
}

/** Any rows of texts and numbers as CSV, the same way. */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return (
    MARK +
    stringify(
      rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell))),
      { record_delimiter: '\r\n' },
    )
  );
}

const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

function written(cell: Cell, isShare: boolean): string | number | null {
  if (cell instanceof Date) return formatMoment(cell);
  return isShare && typeof cell === 'number' ? Number((cell * 100).toFixed(2)) : cell;
}
