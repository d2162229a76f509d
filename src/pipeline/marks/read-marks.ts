import { AppError } from '../../model/errors.js';
import { foldHead, foldName, isRounded, tidy } from '../roster/cells.js';
import type { RosterProblem, SheetRow } from '../roster/read-roster.js';
import { MARK_FILE_PROBLEMS, MARK_PROBLEMS } from './messages.js';

/** What a list marks people with. */
export interface MarkForm {
  /** How the column is called in the template and in messages. */
  readonly column: string;
  /** Other names of it, as `foldHead` leaves them. */
  readonly aliases: readonly string[];
  /** Words for yes and no, as `foldName` leaves them; an empty cell is neither. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** The words as they are told to whoever wrote another one. */
  readonly words: string;
}

/** Somebody whom a list may name. */
export interface Known {
  readonly id: string;
  readonly card: string;
  readonly name: string;
}

/** What a row says of somebody; null where its cell is empty. `note`: undefined where the list has no such column. */
export interface ReadMark {
  readonly person: string;
  readonly mark: boolean | null;
  readonly note: string | undefined;
}

/** A table read as a list of marks. With a problem nothing of it is to be taken. */
export interface ReadMarks {
  readonly marks: readonly ReadMark[];
  readonly problems: readonly RosterProblem[];
  /** Heads of columns that are left out. */
  readonly ignored: readonly string[];
}

const YES = ['x', 'co', 'yes', 'y', '1', 'true', 'dung', 'roi', 'v', '✓', '✔'];
const NO = ['khong', 'no', 'n', '0', 'false', 'chua', '-', '–'];

/** Who attended a session. */
export const ATTENDANCE: MarkForm = {
  column: 'Có mặt',
  aliases: ['co mat', 'tham gia', 'da tham gia', 'da hoc', 'da hoc tap', 'diem danh', 'hoc tap', 'attended'],
  yes: [...YES, 'co mat', 'da hoc', 'da tham gia', 'tham gia', 'du', 'da du'],
  no: [...NO, 'vang', 'vang mat', 'chua hoc', 'vang co ly do', 'vang khong ly do', 'khong tham gia'],
  words: 'x (có mặt), vắng, hoặc để trống nếu chưa rõ',
};

/** Who was given material. */
export const GIVEN: MarkForm = {
  column: 'Đã nhận',
  aliases: ['da nhan', 'nhan tai lieu', 'da nhan tai lieu', 'da phat', 'da cap', 'tai lieu', 'given'],
  yes: [...YES, 'da nhan', 'da phat', 'da cap', 'du'],
  no: [...NO, 'chua nhan', 'chua phat', 'chua cap', 'thieu'],
  words: 'x (đã nhận), chưa, hoặc để trống nếu giữ như cũ',
};

/** Names of the columns beside that of the mark, with others for them. */
export const MARK_COLUMNS = { card: 'Số thẻ', name: 'Họ và tên', cell: 'Đơn vị', note: 'Ghi chú' } as const;
const ALIASES = {
  card: ['so the', 'so the dang', 'so the dang vien', 'ma the', 'so tdv', 'the dang vien', 'card', 'member'],
  name: ['ho va ten', 'ho ten', 'ten', 'ten dang vien', 'ho va ten dang vien', 'ho ten dang vien', 'name'],
  note: ['ghi chu', 'ly do', 'ly do vang', 'note'],
  // Told again for whoever fills the list in; the roster knows it.
  cell: ['don vi', 'chi bo', 'don vi chi bo', 'chi bo don vi'],
} as const;
type Column = keyof typeof ALIASES | 'mark';

const HEAD_WITHIN = 10;
const MAX_ROWS = 20_000;
const LONGEST_NOTE = 300;

/** Reads a table as marks of these people. Throws AppError `roster-file` for what is no such list; what is wrong with single rows is listed. */
export function readMarks(table: readonly SheetRow[], people: readonly Known[], form: MarkForm): ReadMarks {
  const { head, columns, ignored } = findHead(table, form);
  const body = table.filter(({ row, cells }) => row > head && cells.some((cell) => tidy(cell) !== ''));
  if (body.length === 0) throw new AppError('roster-file', MARK_FILE_PROBLEMS.empty);
  if (body.length > MAX_ROWS) throw new AppError('roster-file', MARK_FILE_PROBLEMS.tooMany(MAX_ROWS));
  const byCard = new Map(people.map((person) => [foldName(person.card), person]));
  const seen = new Map<string, number>();
  const problems: RosterProblem[] = [];
  const marks = body.flatMap(({ row, cells }) => {
    const cell = (column: Column): string | undefined => (columns.has(column) ? tidy(cells[columns.get(column)!] ?? '') : undefined);
    const tell = (column: string, problem: string): void => void problems.push({ row, column, problem });
    const person = findPerson({ card: cell('card') ?? '', name: cell('name') ?? '' }, byCard, tell);
    const mark = readMark(cell('mark') ?? '', form, tell);
    const note = cell('note');
    if (note !== undefined && note.length > LONGEST_NOTE) tell(MARK_COLUMNS.note, MARK_PROBLEMS.tooLong(LONGEST_NOTE));
    if (person === null) return [];
    const before = seen.get(person.id);
    if (before !== undefined) tell(MARK_COLUMNS.card, MARK_PROBLEMS.duplicate(person.card, before));
    else seen.set(person.id, row);
    return [{ person: person.id, mark, note }];
  });
  return { marks, problems, ignored };
}

type Tell = (column: string, problem: string) => void;

function findPerson({ card, name }: Omit<Known, 'id'>, byCard: ReadonlyMap<string, Known>, tell: Tell): Known | null {
  if (card === '') tell(MARK_COLUMNS.card, MARK_PROBLEMS.missing);
  else if (isRounded(card)) tell(MARK_COLUMNS.card, MARK_PROBLEMS.rounded(card));
  const person = byCard.get(foldName(card));
  if (person === undefined) {
    if (card !== '' && !isRounded(card)) tell(MARK_COLUMNS.card, MARK_PROBLEMS.unknownCard(card));
    return null;
  }
  if (name !== '' && foldName(name) !== foldName(person.name)) tell(MARK_COLUMNS.name, MARK_PROBLEMS.otherName(card, person.name));
  return person;
}

function readMark(value: string, { column, yes, no, words }: MarkForm, tell: Tell): boolean | null {
  const plain = foldName(value);
  if (plain === '') return null;
  if (yes.includes(plain)) return true;
  if (!no.includes(plain)) tell(column, MARK_PROBLEMS.unknownWord(value, words));
  return false;
}

interface Head {
  readonly head: number;
  readonly columns: ReadonlyMap<Column, number>;
  readonly ignored: readonly string[];
}

function findHead(table: readonly SheetRow[], form: MarkForm): Head {
  const known = new Map<string, Column>([
    ...Object.entries(ALIASES).flatMap(([column, names]) => names.map((name) => [name, column as Column] as const)),
    ...form.aliases.map((name) => [name, 'mark'] as const),
  ]);
  for (const { row, cells } of table.slice(0, HEAD_WITHIN)) {
    const columns = new Map<Column, number>();
    const ignored: string[] = [];
    let twice: string | null = null;
    for (const [place, cell] of cells.entries()) {
      const column = known.get(foldHead(cell));
      if (column === undefined) {
        if (tidy(cell) !== '') ignored.push(tidy(cell));
      } else if (columns.has(column)) twice = tidy(cell);
      else columns.set(column, place);
    }
    if (!columns.has('card') || !columns.has('mark')) continue;
    if (twice !== null) throw new AppError('roster-file', MARK_FILE_PROBLEMS.columnTwice(twice));
    return { head: row, columns, ignored };
  }
  throw new AppError('roster-file', MARK_FILE_PROBLEMS.noHead(form.column));
}
