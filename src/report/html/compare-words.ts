import type { Span } from '../../model/span.js';

/** Stretches of each text whose words do not stand, in the same order, in the other. */
export interface Differences {
  readonly first: readonly Span[];
  readonly second: readonly Span[];
}

interface Word extends Span {
  readonly key: string;
}

/** Cells of the longest table that is filled; two longer passages are shown without setting words apart. */
const LARGEST_TABLE = 16_000_000;

/** Compares two passages word by word, letter case and marks apart, by their longest common subsequence. */
export function compareWords(first: string, second: string): Differences {
  const one = wordsOf(first);
  const two = wordsOf(second);
  if (one.length * two.length > LARGEST_TABLE) return { first: [], second: [] };
  const common = commonWords(one, two);
  return { first: joinApart(one, common.first), second: joinApart(two, common.second) };
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu)) {
    words.push({ key: keyOf(word), start: index, end: index + word.length });
  }
  return words;
}

function keyOf(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
}

function commonWords(one: readonly Word[], two: readonly Word[]): { first: Set<Word>; second: Set<Word> } {
  const lengths = lengthTable(one, two);
  const width = two.length + 1;
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  const common = { first: new Set<Word>(), second: new Set<Word>() };
  let i = 0;
  let j = 0;
  for (let a = one[0], b = two[0]; a !== undefined && b !== undefined; a = one[i], b = two[j]) {
    if (a.key === b.key) {
      common.first.add(a);
      common.second.add(b);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return common;
}

/** Length of the common subsequence of the two tails that start at word i and word j. */
function lengthTable(one: readonly Word[], two: readonly Word[]): Uint16Array {
  const width = two.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    const key = one[i]?.key;
    for (let j = two.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      const below = lengths[here + width] ?? 0;
      const right = lengths[here + 1] ?? 0;
      lengths[here] = two[j]?.key === key ? (lengths[here + width + 1] ?? 0) + 1 : Math.max(below, right);
    }
  }
  return lengths;
}

/** Words not in `common`; neighbours become one stretch. */
function joinApart(words: readonly Word[], common: ReadonlySet<Word>): Span[] {
  const spans: Span[] = [];
  let joins = false;
  for (const word of words) {
    const apart = !common.has(word);
    const last = spans.at(-1);
    if (apart && joins && last !== undefined) spans[spans.length - 1] = { start: last.start, end: word.end };
    else if (apart) spans.push({ start: word.start, end: word.end });
    joins = apart;
  }
  return spans;
}
