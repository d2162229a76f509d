import type { Ground } from '../../model/assessment.js';
import type { Verdict } from '../../model/result-record.js';

/** What committees write in a table of conclusions, letters without marks. */
const VERDICTS: Readonly<Record<string, Verdict>> = {
  accepted: 'accepted',
  accept: 'accepted',
  dat: 'accepted',
  'dat yeu cau': 'accepted',
  'cong nhan': 'accepted',
  'chap nhan': 'accepted',
  rewrite: 'rewrite',
  'viet lai': 'rewrite',
  'phai viet lai': 'rewrite',
  'chua dat': 'rewrite',
  'chua dat yeu cau': 'rewrite',
  'khong dat': 'rewrite',
  'khong dat yeu cau': 'rewrite',
};

const GROUND_WORDS: Readonly<Record<string, readonly Ground[]>> = {
  copied: ['copied'],
  trung: ['copied'],
  'trung khop': ['copied'],
  content: ['content'],
  'noi dung': ['content'],
  both: ['copied', 'content'],
  'ca hai': ['copied', 'content'],
};

/** 2 and 1 are told apart, since in some tables 1 is the best. */
const GRADES: Readonly<Record<string, 0 | 1 | 2>> = {
  '0': 0,
  khong: 0,
  chua: 0,
  'chua dat': 0,
  'khong dat': 0,
  no: 0,
  false: 0,
  '1': 1,
  '2': 2,
};
const MET = new Set(['co', 'dat', 'met', 'yes', 'true']);

/** A grade of a theme: met or not, or 1 of a scale that the whole table decides. */
export type Grade = boolean | 'one';

/** null when it is not understood. */
export const readVerdict = (cell: string): Verdict | null => VERDICTS[plain(cell)] ?? null;

/** Parts of a cell that are no ground are returned as they stand. */
export function readGrounds(cell: string): readonly Ground[] | { readonly unknown: string } {
  const grounds = new Set<Ground>();
  for (const part of cell.split(/[;,+/|]|\s+và\s+/iu).map((one) => one.trim())) {
    if (part === '') continue;
    const known = GROUND_WORDS[plain(part)];
    if (known === undefined) return { unknown: part };
    for (const ground of known) grounds.add(ground);
  }
  return [...grounds];
}

/** null when it is not understood. */
export function readGrade(cell: string): Grade | null {
  const word = plain(cell);
  if (MET.has(word)) return true;
  const grade = GRADES[word];
  return grade === undefined ? null : grade === 1 ? 'one' : grade === 2;
}

/** Whether a cell says that its table grades from 0 to 2. */
export const isTopGrade = (cell: string): boolean => plain(cell) === '2';

/** Lower case, letters without marks, one blank between words, no full stop. */
export const plain = (cell: string): string =>
  cell
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[\s_]+/gu, ' ')
    .replace(/[.!]+$/, '')
    .trim();
