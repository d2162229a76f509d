import { parse } from 'csv-parse/sync';
import type { AppError } from '../model/errors.js';
import { tableSyntax } from './messages.js';

/** One row of a table, cells trimmed; `line`: where it ends in the file, from 1. */
export interface TableRow {
  readonly record: readonly string[];
  readonly line: number;
}

/** Makes the error of a line, with the reason in Vietnamese. */
export type TableFailure = (line: number, reason: string, cause?: unknown) => AppError;

/** The text of a table as spreadsheets save it: UTF-8, UTF-16 with its mark, or Windows-1258. */
export function decodeTable(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}

/** Reads CSV with comma, semicolon or tab, whichever its first line has most of; empty lines are left out. Throws what `failure` makes. */
export function readTable(text: string, failure: TableFailure): TableRow[] {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].sort((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0]!;
  const rows: TableRow[] = [];
  try {
    parse(text, {
      delimiter,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (record: string[], { lines }) => {
        rows.push({ record, line: lines });
        return null;
      },
    });
  } catch (cause) {
    const { code, lines = 1 } = cause as { code?: string; lines?: number };
    // A quote that is never closed is noticed at the end of the file; it was opened behind the last whole row.
    const line = code === 'CSV_QUOTE_NOT_CLOSED' ? (rows.at(-1)?.line ?? 0) + 1 : lines;
    throw failure(line, tableSyntax, cause);
  }
  return rows;
}
