import type { Token } from '../model/tokens.js';

/** What people write before their name or unit, as bare keys. */
const NAME_LABELS = ['ho va ten', 'ho ten', 'ten toi la', 'toi ten la', 'nguoi viet', 'nguoi viet thu hoach', 'dang vien'];
const UNIT_LABELS = [
  'don vi',
  'don vi cong tac',
  'noi sinh hoat',
  'co quan',
  'noi cong tac',
  'chi bo',
  'sinh hoat tai',
  'cong tac tai',
  'sinh hoat tai chi bo',
  'dang bo',
];

/** Syllables that a filled-in field has at least: a Vietnamese name has two or more. */
const MINIMUM_NAME = 2;
const MINIMUM_UNIT = 1;

/** Tokens at the head of an essay among which a line may name the unit without a colon: "CHI BỘ TRƯỜNG TIỂU HỌC TÂN LẠC". */
const HEAD = 120;

/** Whether a name, and a unit or cell, is filled in behind its label: after a colon, or on a line of the heading that the label begins. */
export function findFormFields(text: string, tokens: readonly Token[]): { readonly name: boolean; readonly unit: boolean } {
  return { name: isFilled(text, tokens, NAME_LABELS, MINIMUM_NAME), unit: isFilled(text, tokens, UNIT_LABELS, MINIMUM_UNIT) };
}

function isFilled(text: string, tokens: readonly Token[], labels: readonly string[], minimum: number): boolean {
  const gap = (i: number): string => text.slice(tokens[i - 1]?.span.end ?? 0, tokens[i]?.span.start ?? text.length);
  return tokens.some((_, i) => {
    const label = labelAt(tokens, i, labels);
    if (label === undefined) return false;
    const after = i + label.length;
    const isLabel = label.at(-1) === 'la' || gap(after).includes(':') || (i < HEAD && (i === 0 || /[\n\r]/.test(gap(i))));
    return isLabel && countUntil(gap, after, tokens.length) >= minimum;
  });
}

/** The words of the longest label that stands at a token: "đơn vị" is none where "đơn vị công tác" stands. */
function labelAt(tokens: readonly Token[], i: number, labels: readonly string[]): string[] | undefined {
  const standing = labels.map((label) => label.split(' ')).filter((words) => words.every((word, j) => tokens[i + j]?.bareKey === word));
  return standing.sort((a, b) => b.length - a.length)[0];
}

/** Syllables between a label and the end of its field: a line end, a full stop, or dots left to be written on. */
function countUntil(gap: (i: number) => string, first: number, end: number): number {
  let count = 0;
  while (first + count < end && count < MINIMUM_NAME && !/[\n\r….]/.test(gap(first + count))) count++;
  return count;
}
