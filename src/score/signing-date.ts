import { type BareText, tokensBefore } from './bare-text.js';
import { TITLE } from './form-words.js';

/** Tokens at the head and at the foot of an essay among which its date stands. */
const HEAD = 120;
const FOOT = 60;
/** Syllables of a line besides its date: "Thượng Đoài, ngày … Kính bút", not a sentence with a day in it. */
const MOST_BESIDE = 12;

const NUMBER_WORDS = 'mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi(?: mot| hai)?|gieng|chap';
const YEAR = '(?:20)?\\d{2}';
/** "ngày 18 tháng 4 năm 2026", "26 tháng 4", "24/4/2026", "20.4.2026", "tháng 5 năm 2026", "tháng 5/2026". */
const DATES = new RegExp(
  [
    `(?:ngay )?\\d{1,2} ?thang (?:\\d{1,2}|${NUMBER_WORDS})(?:,? ?nam ${YEAR})?`,
    `(?:ngay )?\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?${YEAR}`,
    'ngay \\d{1,2} ?[/-] ?\\d{1,2}',
    `thang (?:\\d{1,2}|${NUMBER_WORDS})(?:,? ?nam |[/.-])20\\d{2}`,
  ]
    .map((form) => `(?:${form})`)
    .join('|'),
  'g',
);
/** A day before which, from which or on which something is to happen. */
const DEADLINE = /(?:truoc|den|tu|sau|het|han|trong|qua|vao|cham nhat|tinh|hom|dip|sang|chieu|toi) $/;

/** Whether an essay says when it was written, at its head or foot: a date of a study day or a deadline in a sentence is none. */
export function hasSigningDate(bare: BareText): boolean {
  return [...bare.text.matchAll(DATES)].some(({ 0: date, index }) => {
    const at = tokensBefore(bare, index);
    if (at >= HEAD && at < bare.tokens.length - FOOT) return false;
    const before = bare.text.slice(0, index);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const after = bare.text.slice(index + date.length).split('\n', 1)[0]!;
    if (DEADLINE.test(line) || /\bsinh\b/.test(line) || TITLE.test(line)) return false;
    return wordsIn(line) + wordsIn(after) <= MOST_BESIDE || standsApart(line, after);
  });
}

/** Whether the date is a sentence of its own at the end of a line, behind a place at most: "… cho biết. Hiền Sơn, 24/4/2026". */
function standsApart(before: string, after: string): boolean {
  const sentence = before.split(/[.!?…] /).at(-1)!;
  return /^(?:[a-z]+(?: [a-z]+){0,4}, ?)?$/.test(sentence) && /^[.\s]*(?:[a-z]+(?: [a-z]+){0,5}[.\s]*)?$/.test(after);
}

const wordsIn = (text: string): number => text.match(/[a-z0-9]+/g)?.length ?? 0;
