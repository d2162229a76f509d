import { AppError } from '../model/errors.js';
import { groupBy } from './group-by.js';
import {
  fileNotInRoster,
  rosterAmbiguous,
  rosterColumns,
  rosterDuplicate,
  rosterEmptyCell,
  rosterError,
  rosterFileUnknown,
  rosterRounded,
  rosterRunAgain,
  rosterTooManyCells,
  rosterTwoUnits,
} from './messages.js';
import { nearestName } from './nearest-name.js';
import { decodeTable, readTable, type TableFailure } from './table-file.js';

/** Who handed in a file. */
export interface RosterEntry {
  readonly member: string;
  readonly unit: string;
  /** Empty where the column is missing or the cell is. */
  readonly post: string;
  readonly place: string;
  readonly line: number;
}

/** Entries by file name as listed, NFC. */
export type Roster = ReadonlyMap<string, RosterEntry>;

const REQUIRED = ['file', 'member', 'unit'] as const;

/**
 * Reads a roster: UTF-8 (or UTF-16, or Windows-1258), comma, semicolon or tab, first line `file,member,unit,post,place`.
 * Throws AppError `roster-file` naming the line, with `advice` on how to go on; nothing is taken from a file with an error.
 */
export function parseRoster(bytes: Uint8Array, file: string, advice: string = rosterRunAgain): Roster {
  const failure: TableFailure = (line, reason, cause) => new AppError('roster-file', rosterError(file, line, reason, advice), { cause });
  const rows = readTable(decodeTable(bytes), failure);
  const header = rows[0]?.record.map((cell) => cell.toLowerCase()) ?? [];
  for (const column of REQUIRED) if (!header.includes(column)) throw failure(1, rosterColumns(column));
  const roster = new Map<string, RosterEntry>();
  const units = new Map<string, RosterEntry>();
  for (const { record, line } of rows.slice(1)) {
    const cell = (column: string): string => record[header.indexOf(column)] ?? '';
    if (record.length > header.length) throw failure(line, rosterTooManyCells);
    for (const column of REQUIRED) if (cell(column) === '') throw failure(line, rosterEmptyCell(column));
    const name = cell('file').normalize('NFC');
    const entry = { member: cell('member'), unit: cell('unit'), post: cell('post'), place: cell('place'), line };
    // A spreadsheet that shows a long number like this has lost its last digits, and two members become one.
    if (/^\d([.,]\d+)?E\+?\d+$/i.test(entry.member)) throw failure(line, rosterRounded(entry.member));
    const [sameFile, sameMember] = [roster.get(name), units.get(entry.member)];
    if (sameFile) throw failure(line, rosterDuplicate(name, sameFile.line));
    if (sameMember && sameMember.unit !== entry.unit) throw failure(line, rosterTwoUnits(entry.member, sameMember.line));
    roster.set(name, entry);
    units.set(entry.member, entry);
  }
  return roster;
}

/** A roster held against the files of one batch. */
export interface RosterMatch {
  readonly entries: ReadonlyMap<string, RosterEntry>;
  /** What does not fit, each with the nearest name: the machine asks and never guesses. */
  readonly warnings: readonly string[];
}

/**
 * Finds each file's entry: by its whole name as the report shows it, else by its last part if no other file of the batch and
 * no other entry shares that. Two files that one listed name would fit get none, since one of them is somebody else's.
 */
export function matchRoster(roster: Roster, names: readonly string[]): RosterMatch {
  const filesByLastPart = groupBy(names, lastPart);
  const listedByLastPart = groupBy([...roster.keys()], lastPart);
  const entries = new Map<string, RosterEntry>();
  for (const name of names) {
    const last = lastPart(name);
    const isAlone = filesByLastPart.get(last)?.length === 1 && listedByLastPart.get(last)?.length === 1;
    const entry = roster.get(name) ?? (isAlone ? roster.get(last) : undefined);
    if (entry) entries.set(name, entry);
  }
  return { entries, warnings: warningsOf(roster, names, entries) };
}

/** Names looked at for the nearest one: comparing all with all takes minutes when nothing fits. */
const MAX_COMPARED = 20_000;

function warningsOf(roster: Roster, names: readonly string[], entries: ReadonlyMap<string, RosterEntry>): string[] {
  const used = new Set(entries.values());
  const unused = [...roster].filter(([, entry]) => !used.has(entry));
  const unlisted = names.filter((name) => !entries.has(name));
  const canCompare = unused.length * unlisted.length <= MAX_COMPARED;
  const bearers = groupBy(names, lastPart);
  return [
    ...unused.map(([listed, { line }]) => {
      const places = bearers.get(listed) ?? [];
      return places.length > 1
        ? rosterAmbiguous(listed, line, places)
        : rosterFileUnknown(listed, line, canCompare ? nearestName(lastPart(listed), unlisted, lastPart) : null);
    }),
    ...unlisted.map((name) => fileNotInRoster(name)),
  ];
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
