import { AppError } from '../../model/errors.js';
import { SITUATION_LIMITS, type SituationContent } from '../../model/situation.js';
import { foldHead, tidy } from '../roster/cells.js';
import type { RosterProblem, SheetRow } from '../roster/read-roster.js';
import { SITUATION_FILE_PROBLEMS, SITUATION_PROBLEMS } from './messages.js';

type Column = keyof SituationContent;

/** How columns are called in the template, in files and in messages. */
export const SITUATION_COLUMNS: Readonly<Record<Column, string>> = { job: 'Công việc', title: 'Tình huống', prompt: 'Đề bài' };
/** Other names of them, as `foldHead` leaves them. */
const ALIASES: Readonly<Record<Column, readonly string[]>> = {
  job: ['cong viec', 'vi tri', 'vi tri cong viec', 'linh vuc', 'job'],
  title: ['tinh huong', 'ten tinh huong', 'tieu de', 'title'],
  prompt: ['de bai', 'noi dung', 'noi dung tinh huong', 'cau hoi', 'prompt'],
};
const BY_HEAD = new Map((Object.keys(ALIASES) as Column[]).flatMap((column) => ALIASES[column].map((name) => [name, column] as const)));

const HEAD_WITHIN = 10;
const MAX_ROWS = 2000;

/** A table read as situations. With a problem nothing of it is to be taken. */
export interface ReadSituations {
  readonly situations: readonly SituationContent[];
  readonly problems: readonly RosterProblem[];
  /** Heads of columns that are left out. */
  readonly ignored: readonly string[];
}

/** Reads a table as situations. Throws AppError `roster-file` for what is none at all; what is wrong with single rows is listed. */
export function readSituations(table: readonly SheetRow[]): ReadSituations {
  const { head, columns, ignored } = findHead(table);
  const body = table.filter(({ row, cells }) => row > head && cells.some((cell) => tidy(cell) !== ''));
  if (body.length === 0) throw new AppError('roster-file', SITUATION_FILE_PROBLEMS.empty);
  if (body.length > MAX_ROWS) throw new AppError('roster-file', SITUATION_FILE_PROBLEMS.tooMany(MAX_ROWS));
  const problems: RosterProblem[] = [];
  const seen = new Map<string, number>();
  const situations = body.map(({ row, cells }) => {
    const tell = (column: Column, problem: string): void => void problems.push({ row, column: SITUATION_COLUMNS[column], problem });
    const cell = (column: Column): string => cells[columns.get(column) ?? -1] ?? '';
    const read = { job: tidy(cell('job')), title: tidy(cell('title')), prompt: tidyText(cell('prompt')) };
    for (const column of ['title', 'prompt'] as const) if (read[column] === '') tell(column, SITUATION_PROBLEMS.missing);
    for (const column of ['job', 'title', 'prompt'] as const) {
      const most = SITUATION_LIMITS[column];
      if (read[column].length > most) tell(column, SITUATION_PROBLEMS.tooLong(most));
    }
    const key = JSON.stringify(read);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row);
    else tell('title', SITUATION_PROBLEMS.duplicate(before));
    return read;
  });
  return { situations, problems, ignored };
}

/** A prompt may have several lines; each is tidied by itself. */
const tidyText = (text: string): string =>
  text
    .split(/\r?\n/)
    .map(tidy)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

function findHead(table: readonly SheetRow[]) {
  for (const { row, cells } of table.slice(0, HEAD_WITHIN)) {
    const columns = new Map<Column, number>();
    const ignored: string[] = [];
    let twice: string | null = null;
    for (const [place, cell] of cells.entries()) {
      const column = BY_HEAD.get(foldHead(cell));
      if (column === undefined) {
        if (tidy(cell) !== '') ignored.push(tidy(cell));
      } else if (columns.has(column)) twice = tidy(cell);
      else columns.set(column, place);
    }
    if (!columns.has('title') || !columns.has('prompt')) continue;
    if (twice !== null) throw new AppError('roster-file', SITUATION_FILE_PROBLEMS.columnTwice(twice));
    return { head: row, columns, ignored };
  }
  throw new AppError('roster-file', SITUATION_FILE_PROBLEMS.noHead);
}
