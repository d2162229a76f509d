import type { Span } from '../model/span.js';
import { cutLetters, type Writing } from './language.js';
import { lettersOf } from './letters.js';
import { type PlacedWord, placePieces } from './placed-word.js';
import { NUMBER, OTHER } from './syllable.js';

/** So many letters in a row are a word set wide; in a text that has such words, two are. */
const SURE_RUN = 3;
/** So many wide words show that two letters beside each other may be one. */
const SURE_PLACES = 3;
/** What stands between the letters of a wide word: blanks, or the same single sign everywhere; "a) b)" and "a, b" are lists. */
const LETTER_GAP = /^(?:[^\S\n\r\v\f\u2028\u2029]{1,3}|[-–._·•*|/])\p{M}*$/u;

/** Single letters that stand beside each other, words `from` up to, but not including, `to`. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** Joins letters that were set wide apart and cuts them into syllables; letters that give no syllables stay as they are. */
export function joinSpacedLetters(
  text: string,
  words: readonly PlacedWord[],
  writing: Writing,
): { readonly words: readonly PlacedWord[]; readonly spaced: readonly Span[] } {
  const runs = findRuns(text, words);
  const restored = runs.map(({ from, to }) => restoreRun(text, words.slice(from, to), writing));
  const places = runs.filter(({ from, to }, i) => to - from >= SURE_RUN && restored[i] !== null).length;
  const joined: (readonly PlacedWord[])[] = [];
  const spaced: Span[] = [];
  let done = 0;
  runs.forEach(({ from, to }, i) => {
    const wide = to - from >= SURE_RUN || places >= SURE_PLACES ? restored[i] : null;
    if (!wide) return;
    joined.push(words.slice(done, from), wide);
    for (const { word, span } of wide) if (word.size > 1) spaced.push(span);
    done = to;
  });
  return { words: done === 0 ? words : [...joined, words.slice(done)].flat(), spaced };
}

function findRuns(text: string, words: readonly PlacedWord[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < words.length; from++) {
    if (!isLetter(words[from]!)) continue;
    const gap = signOf(gapAfter(text, words, from));
    let to = from + 1;
    while (
      to < words.length &&
      isLetter(words[to]!) &&
      LETTER_GAP.test(gapAfter(text, words, to - 1)) &&
      signOf(gapAfter(text, words, to - 1)) === gap
    )
      to++;
    if (to - from > 1) runs.push({ from, to });
    from = to - 1;
  }
  return runs;
}

const isLetter = ({ word }: PlacedWord): boolean => word.size === 1 && word.shape !== NUMBER;
const gapAfter = (text: string, words: readonly PlacedWord[], i: number): string =>
  text.slice(words[i]!.span.end, words[i + 1]?.span.start ?? text.length);
const signOf = (gap: string): string => gap.charAt(0).trim();

/** The syllables of a run; null when its letters are none, or are words by themselves. Wider gaps inside part words. */
function restoreRun(text: string, letters: readonly PlacedWord[], writing: Writing): PlacedWord[] | null {
  const gaps = letters.slice(1).map(({ span }, i) => span.start - letters[i]!.span.end);
  const narrow = gaps.reduce((least, gap) => Math.min(least, gap), Number.POSITIVE_INFINITY);
  const restored: PlacedWord[] = [];
  let start = 0;
  for (let end = 1; end <= letters.length; end++) {
    if (end < letters.length && gaps[end - 1] === narrow) continue;
    const span = { start: letters[start]!.span.start, end: letters[end - 1]!.span.end };
    const pieces = cutLetters(lettersOf(text.slice(span.start, span.end)), writing, () => 0);
    if (pieces === null) return null;
    for (const place of placePieces(text, pieces, span)) restored.push(place);
    start = end;
  }
  const isWords = letters.every(({ word }) => word.shape !== OTHER) || restored.every(({ word }) => word.size === 1);
  return isWords ? null : restored;
}
