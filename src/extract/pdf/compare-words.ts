import { isSyllable } from '../../vietnamese/syllables.js';
import { countLetters } from '../text-quality.js';

/** Share of the words of each of two texts that must stand in the other, for both to say the same; a recogniser misreads some. */
const SAME_WORDS = 0.6;
/** A line of which less than this share of pairs of words is known says something new. */
const KNOWN_PAIRS = 0.5;
/** Share of the new words that are Vietnamese syllables: what is read into a photograph has fewer. */
const SYLLABLES = 0.65;
/** Fewer new letters are a number, a stamp or a misread word. */
const NEW_LETTERS = 30;

/** Words in lower case, without numbers. */
export function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}

/** Whether most words of the first text stand in the second, each as often as there. */
export function isWithin(text: string, whole: string): boolean {
  const left = new Map<string, number>();
  for (const word of wordsIn(whole)) left.set(word, (left.get(word) ?? 0) + 1);
  const words = wordsIn(text);
  let found = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    found++;
    left.set(word, count - 1);
  }
  return found >= words.length * SAME_WORDS;
}

/** The lines of a recognised text that a known one does not have; empty where they are next to nothing, or no language. */
export function newLines(recognised: string, known: string): string {
  const words = wordsIn(known);
  const pairs = new Set(words.map((word, i) => `${word} ${words[i + 1] ?? ''}`));
  const single = new Set(words);
  const isNew = (line: string): boolean => {
    const own = wordsIn(line);
    if (own.length < 2) return own.length === 1 && !single.has(own[0]!);
    const seen = own.slice(1).filter((word, i) => pairs.has(`${own[i]} ${word}`)).length;
    return seen < (own.length - 1) * KNOWN_PAIRS;
  };
  const text = recognised
    .split('\n')
    .filter((line) => line === '' || isNew(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const found = wordsIn(text);
  return countLetters(text) >= NEW_LETTERS && found.filter(isSyllable).length >= found.length * SYLLABLES ? text : '';
}
