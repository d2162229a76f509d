import { AppError } from '../../model/errors.js';
import { decodeTable, readTable } from '../table-file.js';
import { ROSTER_FILE_PROBLEMS } from './messages.js';
import type { SheetRow } from './read-roster.js';

/** Whether bytes are a spreadsheet (a ZIP), whatever the file is called. */
export const isSheet = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The rows of a CSV file. Throws AppError `roster-file`. */
export function readCsvRows(bytes: Uint8Array): SheetRow[] {
  const rows = readTable(decodeTable(bytes), (line) => new AppError('roster-file', ROSTER_FILE_PROBLEMS.csv(line)));
  return rows.map(({ record, line }) => ({ row: line, cells: record }));
}
