// @ts-check
import { Lexicon } from './lexicon.mjs';
import { capitalReadings, caseOfUse } from './names.mjs';
import { CAPITAL, LOWER, NUMBER } from './syllables.mjs';

/** A word in fewer documents may be one person's, and is left out. */
export const LEAST_DOCUMENTS = 5;
/** Single syllables have many meanings, and need this much more use than words of several. */
const SINGLES = 3;
/** Leaving out a word makes others of its syllables; a few rounds settle it. */
const ROUNDS = 20;

/**
 * The words that get vectors, most frequent first, and the lexicon that finds exactly them.
 * @typedef {{ lexicon: Lexicon, numbers: Int32Array, words: string[], frequencies: number[], leftOut: { rare: number, names: number } }} Vocabulary
 *   `numbers`: place in `words` by number in the lexicon, -1 for none
 * @typedef {{ known: ReadonlySet<string>, minimum: number, most: number }} Options `known`: numbers of the syllables of words known from elsewhere, joined by blanks; `most`: size of the vocabulary
 * @typedef {{ uses: Uint32Array, holders: Uint32Array, lower: Uint32Array, capital: Uint32Array }} Counts
 */

/** @param {readonly Uint32Array[]} documents @param {Lexicon} whole @param {import('./syllables.mjs').SyllableTable} table @param {Options} options @returns {Vocabulary} */
export function chooseVocabulary(documents, whole, table, options) {
  const leftOut = { rare: 0, names: 0 };
  let lexicon = whole;
  for (let round = 1; ; round++) {
    const counts = countWords(documents, lexicon, capitalReadings(lexicon, table, options.known));
    const kept = judge(lexicon, counts, table, options);
    if (round === 1) for (const { verdict } of kept) if (verdict !== 'kept') leftOut[verdict]++;
    const chosen = kept.filter(({ verdict }) => verdict === 'kept').sort((a, b) => b.frequency - a.frequency || (a.word < b.word ? -1 : 1));
    const vocabulary = chosen.slice(0, options.most);
    const next = new Lexicon(vocabulary.map(({ parts }) => parts));
    // The longest match must be among the listed words only, as a reader knows no others.
    if (vocabulary.length === lexicon.words.length || round === ROUNDS) {
      const numbers = new Int32Array(lexicon.words.length).fill(-1);
      for (const [place, { number }] of vocabulary.entries()) numbers[number] = place;
      const [words, frequencies] = [vocabulary.map(({ word }) => word), vocabulary.map(({ frequency }) => frequency)];
      return { lexicon, numbers, words, frequencies, leftOut };
    }
    lexicon = next;
  }
}

/** @param {Lexicon} lexicon @param {Counts} counts @param {import('./syllables.mjs').SyllableTable} table @param {Options} options */
function judge(lexicon, { uses, holders, lower, capital }, table, { minimum }) {
  return lexicon.words.map((parts, number) => {
    const word = parts.map((part) => table.spellingOf(part)).join(' ');
    const frequency = uses[number] ?? 0;
    const least = parts.length === 1 ? SINGLES * minimum : minimum;
    const isRare = frequency < least || (holders[number] ?? 0) < LEAST_DOCUMENTS;
    const isOrdinary = parts[0] === NUMBER || isMostlyLower(lower[number] ?? 0, capital[number] ?? 0);
    /** @type {'rare' | 'names' | 'kept'} */
    const verdict = isRare ? 'rare' : isOrdinary ? 'kept' : 'names';
    return { parts, number, word, frequency, verdict };
  });
}

/** Without a single use in lower case nothing speaks against a name. @param {number} lower @param {number} capital */
const isMostlyLower = (lower, capital) => lower > 0 && lower >= capital;

/** Uses of each word, the documents that hold it, and in how many uses it has a capital or could have one and has none. @param {readonly Uint32Array[]} documents @param {Lexicon} lexicon @param {Uint8Array} readings @returns {Counts} */
function countWords(documents, lexicon, readings) {
  const size = lexicon.words.length;
  const counts = {
    uses: new Uint32Array(size),
    holders: new Uint32Array(size),
    lower: new Uint32Array(size),
    capital: new Uint32Array(size),
  };
  const last = new Int32Array(size).fill(-1);
  for (const [place, document] of documents.entries()) {
    lexicon.forEachWord(document, (word, from, to) => {
      if (word < 0) return;
      increase(counts.uses, word);
      if (last[word] !== place) increase(counts.holders, word);
      last[word] = place;
      const written = caseOfUse(document, from, to, readings[word]);
      if (written === CAPITAL) increase(counts.capital, word);
      else if (written === LOWER) increase(counts.lower, word);
    });
  }
  return counts;
}

/** @param {Uint32Array} counts @param {number} at */
function increase(counts, at) {
  counts[at] = (counts[at] ?? 0) + 1;
}
