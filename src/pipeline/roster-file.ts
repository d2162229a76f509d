import { parse } from 'csv-parse/sync';
// The package's root loads a .env file and opens database drivers; the one function needed stands alone.
import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';
import { AppError } from '../model/errors.js';
import { fileNotInRoster, rosterColumns, rosterDuplicate, rosterEmptyCell, rosterError, rosterFileUnknown } from './messages.js';

/** Who handed in a file. */
export interface RosterEntry {
  readonly member: string;
  readonly unit: string;
  readonly line: number;
}

/** Entries by file name as listed, NFC. */
export type Roster = ReadonlyMap<string, RosterEntry>;

const REQUIRED = ['file', 'member', 'unit'] as const;
/** Similarity from which a name is offered as the one that was meant. */
const NEAR = 0.85;

/**
 * Reads a roster: UTF-8 (or UTF-16, or Windows-1258), comma, semicolon or tab, first line `file,member,unit,post,place`.
 * Throws AppError `roster-file` naming the line; nothing is taken from a file with an error.
 */
export function parseRoster(bytes: Uint8Array, file: string): Roster {
  const text = decode(bytes);
  const rows = readRows(text, file);
  const header = rows[0]?.record.map((cell) => cell.toLowerCase()) ?? [];
  for (const column of REQUIRED) if (!header.includes(column)) throw failure(1, rosterColumns(column));
  const roster = new Map<string, RosterEntry>();
  for (const { record, line } of rows.slice(1)) {
    const cell = (column: string): string => record[header.indexOf(column)] ?? '';
    for (const column of REQUIRED) if (cell(column) === '') throw failure(line, rosterEmptyCell(column));
    const name = cell('file').normalize('NFC');
    const earlier = roster.get(name);
    if (earlier) throw failure(line, rosterDuplicate(name, earlier.line));
    roster.set(name, { member: cell('member'), unit: cell('unit'), line });
  }
  return roster;

  function failure(line: number, reason: string): AppError {
    return new AppError('roster-file', rosterError(file, line, reason));
  }
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}

function readRows(text: string, file: string): { record: string[]; line: number }[] {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].sort((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0]!;
  try {
    const rows = parse(text, { delimiter, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, info: true });
    return (rows as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({ record, line: info.lines }));
  } catch (cause) {
    const line = (cause as { lines?: number }).lines ?? 1;
    throw new AppError('roster-file', rosterError(file, line, 'dấu ngoặc kép hoặc dấu phân cách không đúng'), { cause });
  }
}

/** Finds a file's entry: by its whole name in the report, else by its last part if no other listed file shares that. */
export function findInRoster(roster: Roster, name: string): RosterEntry | null {
  const exact = roster.get(name);
  if (exact) return exact;
  const last = lastPart(name);
  const same = [...roster].filter(([listed]) => listed === last);
  return same.length === 1 ? same[0]![1] : null;
}

/** What does not fit between a roster and the files of a batch, each with the nearest name: the machine asks and never guesses. */
export function checkRoster(roster: Roster, names: readonly string[]): string[] {
  const unlisted = names.filter((name) => findInRoster(roster, name) === null);
  const known = new Set(names.flatMap((name) => [name, lastPart(name)]));
  const unused = [...roster].filter(([listed]) => !known.has(listed));
  return [
    ...unused.map(([listed, { line }]) => rosterFileUnknown(listed, line, nearest(listed, unlisted))),
    ...unlisted.map((name) => fileNotInRoster(name)),
  ];
}

function nearest(name: string, others: readonly string[]): string | null {
  const scored = others.map((other) => ({ other, score: jaroWinkler(lastPart(name), lastPart(other), { ignoreCase: true }) }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score >= NEAR ? best.other : null;
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
