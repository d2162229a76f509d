import type { Span } from '../model/span.js';
import { joinBrokenWords } from './broken-words.js';
import { cutGluedWords } from './glued-words.js';
import { judgeWriting } from './language.js';
import type { PlacedWord } from './placed-word.js';
import { joinSpacedLetters } from './spaced-letters.js';
import { OTHER } from './syllable.js';

/** The words of a text as they would stand without lost and added spaces, and where such were. */
export interface RestoredWords {
  readonly words: readonly PlacedWord[];
  /** Words that were run together. */
  readonly glued: readonly Span[];
  /** Words whose letters were set wide apart. */
  readonly spaced: readonly Span[];
}

/**
 * Cuts words that were run together, and joins letters that were set wide apart, by the syllables that Vietnamese allows. In
 * texts that are not Vietnamese all words stay as they are, and in any text those that are no sequence of syllables.
 */
export function restoreWords(text: string, words: readonly PlacedWord[]): RestoredWords {
  if (!words.some(isOdd)) return { words, glued: [], spaced: [] };
  const writing = judgeWriting(words.map(({ word }) => word));
  if (!writing.isVietnamese) return { words, glued: [], spaced: [] };
  const joined = joinSpacedLetters(text, joinBrokenWords(text, words, writing), writing);
  const cut = cutGluedWords(text, joined.words, writing);
  return { words: cut.words, glued: cut.glued, spaced: joined.spaced };
}

const isOdd = ({ word }: PlacedWord, i: number, words: readonly PlacedWord[]): boolean =>
  word.shape === OTHER || (word.size === 1 && words[i + 1]?.word.size === 1);
