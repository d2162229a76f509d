// @ts-check
import { PairCounter } from './pair-counter.mjs';
import { startsSentence } from './syllables.mjs';

/** Words to either side that count, the nearest most. */
const WINDOW = 8;
/** Ends of sentences between two words at most. */
const SENTENCE_ENDS = 1;
/** Pairs that weigh less, in uses side by side, are chance. */
const LEAST_USES = 0.5;
/** Exponent on the counts of contexts: without it rare words are near to other rare words. */
const CONTEXT_EXPONENT = 0.75;

/**
 * Rows of a sparse matrix: those of row i stand from `starts[i]` up to, but not including, `starts[i + 1]`.
 * @typedef {{ size: number, starts: Uint32Array, columns: Uint16Array, values: Float32Array }} Matrix
 */

/** Which words stand near which: weights fall from WINDOW to 1 with the distance. @param {readonly Uint32Array[]} documents @param {import('./vocabulary.mjs').Vocabulary} vocabulary */
export function countNeighbours(documents, { lexicon, numbers, words }) {
  const pairs = new PairCounter(words.length);
  const longest = documents.reduce((most, { length }) => Math.max(most, length), 0);
  const [row, sentences] = [new Int32Array(longest), new Int32Array(longest)];
  for (const document of documents) {
    let length = 0;
    let sentence = 0;
    lexicon.forEachWord(document, (word, from) => {
      if (startsSentence(document[from] ?? 0)) sentence++;
      row[length] = word < 0 ? -1 : (numbers[word] ?? -1);
      sentences[length++] = sentence;
    });
    for (let at = 1; at < length; at++) {
      const word = row[at] ?? -1;
      if (word < 0) continue;
      const first = Math.max(0, at - WINDOW);
      const earliest = (sentences[at] ?? 0) - SENTENCE_ENDS;
      for (let other = at - 1; other >= first && (sentences[other] ?? 0) >= earliest; other--) {
        const near = row[other] ?? -1;
        if (near >= 0 && near !== word) pairs.add(Math.min(near, word), Math.max(near, word), WINDOW + 1 - at + other);
      }
    }
  }
  return pairs;
}

/** Positive pointwise mutual information of words and contexts: what is beyond chance. @param {PairCounter} pairs @param {number} size @returns {Matrix} */
export function positiveInformation(pairs, size) {
  const sums = new Float64Array(size);
  visit((row, _column, weight) => {
    sums[row] = (sums[row] ?? 0) + weight;
  });
  const contexts = sums.map((sum) => sum ** CONTEXT_EXPONENT);
  const all = contexts.reduce((total, context) => total + context, 0);
  /** @param {number} row @param {number} column @param {number} weight */
  const information = (row, column, weight) => Math.log((weight * all) / ((sums[row] ?? 0) * (contexts[column] ?? 0)));

  const starts = new Uint32Array(size + 1);
  visit((row, column, weight) => {
    if (information(row, column, weight) > 0) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  });
  for (let row = 0; row < size; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const columns = new Uint16Array(starts[size] ?? 0);
  const values = new Float32Array(columns.length);
  const next = starts.slice();
  visit((row, column, weight) => {
    const value = information(row, column, weight);
    if (value <= 0) return;
    const at = next[row] ?? 0;
    next[row] = at + 1;
    columns[at] = column;
    values[at] = value;
  });
  return { size, starts, columns, values };

  /** Every pair both ways. @param {(row: number, column: number, weight: number) => void} take */
  function visit(take) {
    pairs.forEach((first, second, weight) => {
      if (weight < LEAST_USES * WINDOW) return;
      take(first, second, weight);
      take(second, first, weight);
    });
  }
}
