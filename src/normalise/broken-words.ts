import type { Writing } from './language.js';
import type { PlacedWord } from './placed-word.js';
import { BARE, describeWord, OTHER, SYLLABLE } from './syllable.js';

/** A hyphen at the end of a line, and what the next line begins with. */
const LINE_HYPHEN = /^[-\u00ad\u2010][^\S\n\r\v\u2028]*[\n\r\v\u2028]\s*$/;

/** Joins a syllable that the end of a line broke: pieces that are no syllables both, but are one together. */
export function joinBrokenWords(text: string, words: readonly PlacedWord[], { isBare }: Writing): readonly PlacedWord[] {
  const joined: (readonly PlacedWord[])[] = [];
  let done = 0;
  for (let i = 0; i + 1 < words.length; i++) {
    const [one, next] = [words[i]!, words[i + 1]!];
    if ((one.word.shape !== OTHER && next.word.shape !== OTHER) || !LINE_HYPHEN.test(text.slice(one.span.end, next.span.start))) continue;
    const span = { start: one.span.start, end: next.span.end };
    const word = describeWord(text.slice(span.start, span.end));
    if (word.shape !== SYLLABLE && !(isBare && word.shape === BARE)) continue;
    joined.push(words.slice(done, i), [{ word, span }]);
    done = ++i + 1;
  }
  return done === 0 ? words : [...joined, words.slice(done)].flat();
}
