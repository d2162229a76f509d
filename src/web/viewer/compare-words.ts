import type { Span } from './passages.js';

/** Stretches of each text whose words do not stand, in the same order, in the other. */
export interface Differences {
  readonly first: readonly Span[];
  readonly second: readonly Span[];
}

interface Word extends Span {
  /** Equal for words that are the same but for letter case and marks. */
  readonly key: string;
}

/** Cells of the longest table that is filled; where more would be needed, nothing between the common ends is set apart. */
const LARGEST_TABLE = 16_000_000;

/** Compares two passages word by word, letter case and marks apart, by their longest common subsequence. */
export function compareWords(first: string, second: string): Differences {
  const one = wordsOf(first);
  const two = wordsOf(second);
  const shorter = Math.min(one.length, two.length);
  let head = 0;
  while (head < shorter && one[head]?.key === two[head]?.key) head += 1;
  let tail = 0;
  while (tail < shorter - head && one[one.length - 1 - tail]?.key === two[two.length - 1 - tail]?.key) tail += 1;
  const [here, there] = [one.slice(head, one.length - tail), two.slice(head, two.length - tail)];
  if (here.length * there.length > LARGEST_TABLE) return { first: [], second: [] };
  const common = commonWords(here, there);
  return { first: joinApart(here, common.first), second: joinApart(there, common.second) };
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

/** For each word of the two lists, 1 where it belongs to the common subsequence. */
function commonWords(one: readonly Word[], two: readonly Word[]): { first: Uint8Array; second: Uint8Array } {
  const common = { first: new Uint8Array(one.length), second: new Uint8Array(two.length) };
  if (one.length === 0 || two.length === 0) return common;
  const lengths = lengthTable(one, two);
  const width = two.length + 1;
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  let i = 0;
  let j = 0;
  while (i < one.length && j < two.length) {
    if (one[i]?.key === two[j]?.key) {
      common.first[i] = 1;
      common.second[j] = 1;
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

/** Words that are not common; neighbours become one stretch. */
function joinApart(words: readonly Word[], common: Uint8Array): Span[] {
  const spans: Span[] = [];
  let joins = false;
  for (const [index, word] of words.entries()) {
    const apart = common[index] === 0;
    const last = spans.at(-1);
    if (apart && joins && last !== undefined) spans[spans.length - 1] = { start: last.start, end: word.end };
    else if (apart) spans.push({ start: word.start, end: word.end });
    joins = apart;
  }
  return spans;
}
