import writeExcel, { type Cell as SheetCell } from 'write-excel-file/node';
import type { Cell, Column, ResultTable } from './result-table.js';
import { RESULT_WORDS } from './result-words.js';

const FORMATS: Readonly<Record<Column['kind'], string | undefined>> = {
  text: undefined,
  count: '#,##0',
  share: '0.00%',
  moment: 'dd/mm/yyyy hh:mm',
};
/** A cell takes no more. */
const LONGEST = 32_000;

/** Results as a workbook of one sheet whose head stays in sight: numbers are numbers, moments are dates, every text is a text. */
export async function resultXlsx({ columns, rows }: ResultTable): Promise<Uint8Array> {
  const head: SheetCell[] = columns.map(({ title, kind }) => ({
    value: title,
    type: String,
    fontWeight: 'bold',
    wrap: true,
    backgroundColor: '#e6ebee',
    alignVertical: 'top',
    align: kind === 'text' || kind === 'moment' ? 'left' : 'right',
  }));
  const body = rows.map((row) => row.map((cell, index) => toCell(cell, columns[index]?.kind ?? 'text')));
  return writeExcel([head, ...body], {
    sheet: RESULT_WORDS.sheet,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
    orientation: 'landscape',
  }).toBuffer();
}

function toCell(cell: Cell, kind: Column['kind']): SheetCell {
  if (cell === null) return null;
  const format = FORMATS[kind];
  if (cell instanceof Date) return { value: onClock(cell), type: Date, ...(format && { format }) };
  if (typeof cell === 'number') return { value: cell, type: Number, ...(format && { format }) };
  // As a text, whatever it begins with.
  return { value: cell.slice(0, LONGEST), type: String };
}

/** Spreadsheets know no time zone: what this machine's clock shows is what stands there. */
function onClock(moment: Date): Date {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
}
