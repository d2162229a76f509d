import type { Span } from '../model/span.js';
import { cutLetters, type Writing } from './language.js';
import { type PlacedWord, placePieces } from './placed-word.js';
import { OTHER } from './syllable.js';

/** Fewer letters are an abbreviation. */
const SHORTEST = 3;
/** So many words that can be nothing else show that a text lost spaces: then those count too that may be a foreign word or name. */
const SURE_WORDS = 5;

/** One capital, and it comes first: a foreign name as it is heard is written in one word ("Xanhximông"). */
const NAME = /^\p{Lu}\P{Lu}*$/u;

/** Cuts words that are no syllable into the syllables they consist of; `glued` are those that were surely run together. */
export function cutGluedWords(
  text: string,
  words: readonly PlacedWord[],
  writing: Writing,
): { readonly words: readonly PlacedWord[]; readonly glued: readonly Span[] } {
  const usesOf = countUses(words);
  const cut: (readonly PlacedWord[])[] = [];
  const glued: { readonly span: Span; readonly isSure: boolean }[] = [];
  const sureWords = new Set<string>();
  let done = 0;
  words.forEach(({ word, span }, i) => {
    if (word.shape !== OTHER || word.size < SHORTEST) return;
    const pieces = cutLetters(word.letters, writing, usesOf);
    if (pieces === null) return;
    const places = placePieces(text, pieces, span);
    const isSure = places.filter((piece) => piece.word.isMarked).length >= 2 || (writing.isBare && pieces.length > 2);
    cut.push(words.slice(done, i), places);
    done = i + 1;
    if (NAME.test(text.slice(span.start, span.end))) return;
    glued.push({ span, isSure });
    if (isSure) sureWords.add(word.spelling);
  });
  return {
    words: done === 0 ? words : [...cut, words.slice(done)].flat(),
    glued: glued.filter(({ isSure }) => isSure || sureWords.size >= SURE_WORDS).map(({ span }) => span),
  };
}

/** How often each word stands by itself; counted once the first is asked for, which few texts do. */
function countUses(words: readonly PlacedWord[]): (syllable: string) => number {
  let uses: Map<string, number> | null = null;
  return (syllable) => {
    if (uses === null) {
      uses = new Map();
      for (const { word } of words) uses.set(word.spelling, (uses.get(word.spelling) ?? 0) + 1);
    }
    return uses.get(syllable) ?? 0;
  };
}
