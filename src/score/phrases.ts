import { OWN, type Sentence, type Token } from '../model/tokens.js';

/** Stands among a sentence's words for any number in it. */
export const NUMBER = '<số>';

/** A phrase as the sequence of its keys, and of its keys without marks. */
export interface Phrase {
  readonly keys: readonly string[];
  readonly bareKeys: readonly string[];
}

export const toPhrase = (tokens: readonly Token[]): Phrase => ({
  keys: tokens.map((token) => token.key),
  bareKeys: tokens.map((token) => token.bareKey),
});

/** A phrase made ready to be looked for: what must stand in a sentence, with marks and without. */
export interface PreparedPhrase {
  readonly marked: readonly string[];
  readonly bare: readonly string[];
  /** Share of its syllables that must stand there, 0..1. */
  readonly covered: number;
}

/** Half of what a campaign's phrase says is enough to be about it; the turn of speech that marks an act must stand whole. */
export const ABOUT = 0.5;
export const WHOLE = 1;

/** A phrase's neighbouring syllables in pairs, which are what Vietnamese words mostly are; its only syllable if it has one. */
export const preparePhrase = ({ keys, bareKeys }: Phrase, covered: number): PreparedPhrase => ({
  marked: toPairs(keys),
  bare: toPairs(bareKeys),
  covered,
});

const toPairs = (keys: readonly string[]): string[] => (keys.length === 1 ? [...keys] : keys.slice(1).map((key, i) => `${keys[i]} ${key}`));

/** The own words of a sentence as phrases are looked for in it. */
export interface SentenceWords {
  readonly sentence: Sentence;
  /** Own syllables. */
  readonly length: number;
  /** Its own syllables, and every two neighbours of them joined by a space. */
  readonly words: ReadonlySet<string>;
  /** Keys without marks are meant: the whole essay is written without them. */
  readonly bare: boolean;
}

/** First syllable of "chúng tôi" as a key. */
const WE = 'chung1';

/** Share of tokens without any mark from which a text counts as written without marks; ordinary Vietnamese has 15 to 25 %. */
const UNMARKED_SHARE = 0.9;

/** Prepares the sentences of an essay once for all its themes. */
export function toSentenceWords(tokens: readonly Token[], kinds: Uint8Array, sentences: readonly Sentence[]): SentenceWords[] {
  const unmarked = tokens.filter((token) => token.key === token.bareKey).length;
  const bare = unmarked >= UNMARKED_SHARE * tokens.length;
  return sentences.map((sentence) => {
    const words = new Set<string>();
    let length = 0;
    let previous: string | null = null;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const word: string | null = kinds[i] === OWN ? (bare ? tokens[i]!.bareKey : tokens[i]!.key) : null;
      if (word !== null) {
        length++;
        // "Chúng tôi" is not "tôi": a pledge is one's own.
        if (word !== 'tôi' || previous !== WE) words.add(word);
        if (/^\d+$/.test(word)) words.add(NUMBER);
        if (previous !== null) words.add(`${previous} ${word}`);
      }
      previous = word;
    }
    return { sentence, length, words, bare };
  });
}

/**
 * Whether a sentence says a phrase, in its words or near them: enough of the phrase's syllables stand in it in the pairs
 * that make Vietnamese words, in any order. A phrase of one or two syllables must stand there as it is.
 */
export function saysPhrase({ words, bare }: SentenceWords, phrase: PreparedPhrase): boolean {
  const pairs = bare ? phrase.bare : phrase.marked;
  let covered = 0;
  let last = -1;
  for (let i = 0; i < pairs.length; i++) {
    if (!words.has(pairs[i]!)) continue;
    // Two pairs that follow each other have a syllable in common.
    covered += i === last + 1 && last >= 0 ? 1 : 2;
    last = i;
  }
  return covered > 0 && covered >= phrase.covered * (pairs.length + 1);
}

/** The phrase and its variants with one synonym in the place of another. */
export function withSynonyms(phrase: Phrase, synonyms: readonly (readonly Phrase[])[]): Phrase[] {
  const variants = [phrase];
  for (const group of synonyms) {
    for (const word of group) {
      const at = indexOf(phrase.keys, word.keys);
      if (at < 0) continue;
      for (const other of group) if (other !== word) variants.push(replaceAt(phrase, at, word, other));
    }
  }
  return variants;
}

function indexOf(keys: readonly string[], part: readonly string[]): number {
  if (part.length === 0) return -1;
  return keys.findIndex((_, i) => i + part.length <= keys.length && part.every((key, j) => keys[i + j] === key));
}

function replaceAt(phrase: Phrase, at: number, word: Phrase, other: Phrase): Phrase {
  return {
    keys: phrase.keys.toSpliced(at, word.keys.length, ...other.keys),
    bareKeys: phrase.bareKeys.toSpliced(at, word.bareKeys.length, ...other.bareKeys),
  };
}
