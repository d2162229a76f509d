import { AppError } from '../../model/errors.js';
import {
  type Option,
  QUESTION_LIMITS,
  type QuestionContent,
  type QuestionKind,
  tidyWords,
  trueFalseOptions,
} from '../../model/question.js';
import { withoutMarks } from '../../vietnamese/without-marks.js';
import type { SheetRow } from '../roster/read-roster.js';
import { decodeTable, readTable } from '../table-file.js';
import { QUESTION_FILE_MESSAGES, QUESTION_FILE_PROBLEMS } from './messages.js';
import { type FileProblem, MAX_QUESTIONS, type PlacedQuestion, type ReadQuestions, sortOut } from './read-file.js';

/** Letters of the columns that hold options. */
export const LETTERS = 'ABCDEFGHIJ'.slice(0, QUESTION_LIMITS.options).split('');
/** Heads of the other columns. */
export const QUESTION_COLUMNS = {
  topic: 'Chủ đề',
  kind: 'Loại',
  words: 'Câu hỏi',
  right: 'Đáp án đúng',
  explanation: 'Giải thích',
} as const;
/** How kinds are written. */
export const KIND_WORDS: Readonly<Record<QuestionKind, string>> = { one: 'một', many: 'nhiều', 'true-false': 'đúng sai' };
/** Head of the column with what is said of an option. */
export const feedbackColumn = (letter: string): string => `Nhận xét ${letter}`;

const HEAD_WITHIN = 10;

/** The rows of a CSV file of questions. Throws AppError `roster-file`. */
export function readQuestionCsv(bytes: Uint8Array): SheetRow[] {
  const rows = readTable(decodeTable(bytes), (line) => new AppError('roster-file', QUESTION_FILE_MESSAGES.csv(line)));
  return rows.map(({ record, line }) => ({ row: line, cells: record }));
}

/** Reads a table as questions. Throws AppError `roster-file` for what is none at all. */
export function readQuestionTable(table: readonly SheetRow[]): ReadQuestions {
  const { head, columns } = findHead(table);
  const body = table.filter(({ row, cells }) => row > head && cells.some((cell) => cell.trim() !== ''));
  if (body.length === 0) throw new AppError('roster-file', QUESTION_FILE_MESSAGES.empty);
  if (body.length > MAX_QUESTIONS) throw new AppError('roster-file', QUESTION_FILE_MESSAGES.tooMany(MAX_QUESTIONS));
  return sortOut(body.map(({ row, cells }) => readRow(row, (name) => cellOf(cells[columns.get(fold(name)) ?? -1] ?? ''))));
}

const fold = (text: string): string => withoutMarks(text.trim().toLowerCase()).replace(/\s+/g, ' ');

function findHead(table: readonly SheetRow[]): { head: number; columns: ReadonlyMap<string, number> } {
  for (const { row, cells } of table.slice(0, HEAD_WITHIN)) {
    const columns = new Map(cells.map((cell, place) => [fold(cell), place]));
    if (columns.has(fold(QUESTION_COLUMNS.words)) && columns.has(fold(QUESTION_COLUMNS.right))) return { head: row, columns };
  }
  throw new AppError('roster-file', QUESTION_FILE_MESSAGES.noHead);
}

/** What was put before a text so that spreadsheets work out nothing. */
const GUARDED = /^'(?='*(?:[\t\r\n]|[\s\u200B]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]))/u;
const cellOf = (cell: string): string => tidyWords(cell.replace(GUARDED, ''));

type Cell = (column: string) => string;

function readRow(line: number, cell: Cell): PlacedQuestion | FileProblem {
  const right = cell(QUESTION_COLUMNS.right);
  const given = LETTERS.map((letter) => ({ letter, words: cell(letter), feedback: cell(feedbackColumn(letter)) }));
  const kind = kindOf(cell(QUESTION_COLUMNS.kind), right);
  if (kind === null) return { line, problem: QUESTION_FILE_PROBLEMS.unknownKind(cell(QUESTION_COLUMNS.kind)) };
  const shared = {
    topic: cell(QUESTION_COLUMNS.topic),
    words: cell(QUESTION_COLUMNS.words),
    explanation: cell(QUESTION_COLUMNS.explanation),
  };
  if (kind === 'true-false') return trueFalseRow(line, right, { ...shared, feedback: given.map(({ feedback }) => feedback) });
  const letters = right
    .toUpperCase()
    .split(/[\s,;.]+/)
    .filter(Boolean);
  const filled = given.slice(0, given.findLastIndex(({ words }) => words !== '') + 1);
  const isKnown = letters.length > 0 && letters.every((one) => filled.some(({ letter }) => letter === one));
  if (!isKnown) return { line, problem: QUESTION_FILE_PROBLEMS.unknownRight(right) };
  const options = filled.map(({ letter, words, feedback }): Option => ({ words, isRight: letters.includes(letter), feedback }));
  return { line, question: { ...shared, kind, options } satisfies QuestionContent };
}

function kindOf(cell: string, right: string): QuestionKind | null {
  const written = fold(cell);
  if (written === '') return truthOf(right) !== null ? 'true-false' : /[A-J][\s,;]+[A-J]/i.test(right) ? 'many' : 'one';
  if (['mot', 'one', '1', 'mot dap an', 'single'].includes(written)) return 'one';
  if (['nhieu', 'many', 'nhieu dap an', 'multiple'].includes(written)) return 'many';
  return ['dung sai', 'dung/sai', 'true-false', 'true/false', 'tf'].includes(written) ? 'true-false' : null;
}

function truthOf(right: string): boolean | null {
  const written = fold(right);
  if (['dung', 'true', 't'].includes(written)) return true;
  return ['sai', 'false'].includes(written) ? false : null;
}

type TrueFalse = Pick<QuestionContent, 'topic' | 'words' | 'explanation'> & { readonly feedback: readonly string[] };

function trueFalseRow(line: number, right: string, { feedback, ...shared }: TrueFalse): PlacedQuestion | FileProblem {
  const isTrue = truthOf(right);
  if (isTrue === null) return { line, problem: QUESTION_FILE_PROBLEMS.trueFalseRight(right) };
  const options = trueFalseOptions(isTrue).map((option, place) => ({ ...option, feedback: feedback[place] ?? '' }));
  return { line, question: { ...shared, kind: 'true-false', options } };
}
