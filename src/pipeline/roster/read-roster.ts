import { AppError } from '../../model/errors.js';
import type { Exemption, RosterRow } from '../../model/roster.js';
import { foldName, isRounded, tidy } from './cells.js';
import { COLUMN_NAMES, columnOf, type RosterColumn } from './columns.js';
import { ROSTER_FILE_PROBLEMS, ROSTER_PROBLEMS } from './messages.js';

/** One row of a table, from 1, its cells as text. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What is wrong with one row; `column` as the template calls it. */
export interface RosterProblem {
  readonly row: number;
  readonly column: string;
  readonly problem: string;
}

/** A table read as a roster. With a problem nothing of it is to be taken. */
export interface ReadRoster {
  readonly rows: readonly RosterRow[];
  readonly problems: readonly RosterProblem[];
  /** Heads of columns that say nothing a roster knows; they are left out. */
  readonly ignored: readonly string[];
}

/** People of one import at most. */
const MAX_PEOPLE = 20_000;
/** Rows in which the head may stand: lists have a title above it. */
const HEAD_WITHIN = 10;
const MOST_GROUPS = 10;
/** Characters of a cell at most. */
const LONGEST: Readonly<Partial<Record<RosterColumn, number>>> = { card: 30, name: 100, reason: 300 };
const LONGEST_OTHER = 200;

/** Reads a table as a roster. Throws AppError `roster-file` for what is none at all; what is wrong with single rows is listed. */
export function readRoster(table: readonly SheetRow[]): ReadRoster {
  const { head, columns, ignored } = findHead(table);
  const body = table.filter(({ row, cells }) => row > head && cells.some((cell) => tidy(cell) !== ''));
  if (body.length === 0) throw new AppError('roster-file', ROSTER_FILE_PROBLEMS.empty);
  if (body.length > MAX_PEOPLE) throw new AppError('roster-file', ROSTER_FILE_PROBLEMS.tooMany(MAX_PEOPLE));
  const problems: RosterProblem[] = [];
  const rows: RosterRow[] = [];
  const cards = new Map<string, RosterRow>();
  for (const { row, cells } of body) {
    const tell = (column: RosterColumn, problem: string): void => void problems.push({ row, column: COLUMN_NAMES[column], problem });
    const read = readRow(row, (column) => (columns.has(column) ? tidy(cells[columns.get(column)!] ?? '') : undefined), tell);
    const known = cards.get(read.card);
    if (known !== undefined && read.card !== '') {
      const isSame = foldName(known.name) === foldName(read.name);
      tell('card', isSame ? ROSTER_PROBLEMS.duplicate(read.card, known.row) : ROSTER_PROBLEMS.otherName(read.card, known.row, known.name));
    } else cards.set(read.card, read);
    rows.push(read);
  }
  return { rows, problems, ignored };
}

interface Head {
  /** Number of its row. */
  readonly head: number;
  readonly columns: ReadonlyMap<RosterColumn, number>;
  readonly ignored: readonly string[];
}

function findHead(table: readonly SheetRow[]): Head {
  for (const { row, cells } of table.slice(0, HEAD_WITHIN)) {
    const columns = new Map<RosterColumn, number>();
    const ignored: string[] = [];
    let twice: RosterColumn | null = null;
    for (const [place, cell] of cells.entries()) {
      const column = columnOf(cell);
      if (column === null) {
        if (tidy(cell) !== '') ignored.push(tidy(cell));
      } else if (columns.has(column)) twice = column;
      else columns.set(column, place);
    }
    if (!columns.has('card') || !columns.has('name')) continue;
    if (twice !== null) throw new AppError('roster-file', ROSTER_FILE_PROBLEMS.columnTwice(COLUMN_NAMES[twice]));
    return { head: row, columns, ignored };
  }
  throw new AppError('roster-file', ROSTER_FILE_PROBLEMS.noHead);
}

type Cell = (column: RosterColumn) => string | undefined;
type Tell = (column: RosterColumn, problem: string) => void;

function readRow(row: number, cell: Cell, tell: Tell): RosterRow {
  const text = (column: RosterColumn): string | undefined => {
    const value = cell(column);
    const most = LONGEST[column] ?? LONGEST_OTHER;
    if (value !== undefined && value.length > most) tell(column, ROSTER_PROBLEMS.tooLong(most));
    return value;
  };
  const card = text('card') ?? '';
  const name = text('name') ?? '';
  if (card === '') tell('card', ROSTER_PROBLEMS.missing);
  else if (isRounded(card)) tell('card', ROSTER_PROBLEMS.rounded(card));
  if (name === '') tell('name', ROSTER_PROBLEMS.missing);
  const yesNo = (column: RosterColumn): boolean | undefined => readYesNo(cell(column), column, tell);
  return {
    row,
    card,
    name,
    cell: text('cell'),
    post: text('post'),
    place: text('place'),
    isHead: yesNo('isHead'),
    isKeyCadre: yesNo('isKeyCadre'),
    isProbationary: yesNo('isProbationary'),
    exemption: readExemption(yesNo('isExempt'), text('reason'), tell),
    attended: yesNo('attended'),
    groups: readGroups(text('groups'), tell),
  };
}

const YES = new Set(['x', 'co', 'yes', 'y', '1', 'true', 'dung', 'roi', 'da hoc', 'da tham gia', 'mien', 'du bi', 'v', '✓', '✔']);
const NO = new Set(['', 'khong', 'no', 'n', '0', 'false', 'chua', 'chua hoc', 'chinh thuc', '-', '–']);

function readYesNo(value: string | undefined, column: RosterColumn, tell: Tell): boolean | undefined {
  if (value === undefined) return undefined;
  const plain = foldName(value);
  if (YES.has(plain)) return true;
  if (!NO.has(plain)) tell(column, ROSTER_PROBLEMS.unknownYesNo(value));
  return false;
}

const RETIRED = /\b(nghi cong tac|nghi huu|huu tri|nghi che do|retired)\b/;
const HEALTH = /\b(suc khoe|om|benh|health)\b/;

function readExemption(isExempt: boolean | undefined, reason: string | undefined, tell: Tell): Exemption | null | undefined {
  const note = reason ?? '';
  if (isExempt === undefined && reason === undefined) return undefined;
  if (!isExempt) {
    if (note !== '') tell('reason', ROSTER_PROBLEMS.reasonAlone);
    return null;
  }
  if (note === '') tell('reason', ROSTER_PROBLEMS.reasonMissing);
  const plain = foldName(note);
  return { kind: RETIRED.test(plain) ? 'retired' : HEALTH.test(plain) ? 'health' : 'other', note };
}

function readGroups(value: string | undefined, tell: Tell): string[] | undefined {
  if (value === undefined) return undefined;
  const groups = [...new Set(value.split(/[;,]/).map(tidy).filter(Boolean))];
  if (groups.length > MOST_GROUPS) tell('groups', ROSTER_PROBLEMS.tooManyGroups(MOST_GROUPS));
  return groups;
}
