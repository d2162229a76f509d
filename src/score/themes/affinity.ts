import { type FoundWord, findWords, type SyllableKeys, type WordVectors } from '../../vietnamese/word-vectors.js';

/** Words from whose cosines mean and spread are taken, the most frequent ones: they are nearly all that any text consists of. */
const MEASURED = 4_000;

/**
 * How near words are to a subject, given by directions (its phrases): the largest cosine to any of them, in standard deviations above
 * that of an ordinary word of the language. Worked out word by word, as essays use them.
 */
export class Affinity {
  private readonly known: Float32Array;
  private readonly mean: number;
  private readonly spread: number;

  /** `directions`: unit rows, one after another. */
  constructor(
    private readonly vectors: WordVectors,
    private readonly directions: Float32Array,
  ) {
    const { words, frequencies } = vectors;
    this.known = new Float32Array(words.length).fill(Number.NaN);
    const measured = Math.min(words.length, MEASURED);
    let total = 0;
    let sum = 0;
    let squares = 0;
    for (let word = 0; word < measured; word++) {
      const cosine = this.nearest(word);
      total += frequencies[word]!;
      sum += frequencies[word]! * cosine;
      squares += frequencies[word]! * cosine * cosine;
    }
    this.mean = total === 0 ? 0 : sum / total;
    this.spread = Math.sqrt(Math.max(1e-6, (total === 0 ? 1 : squares / total) - this.mean ** 2));
  }

  /** Standard deviations above an ordinary word; 0 for every word where the subject has no direction. */
  of(word: number): number {
    let value = this.known[word]!;
    if (Number.isNaN(value)) {
      this.known[word] = (this.nearest(word) - this.mean) / this.spread;
      // As it is kept: the same whoever asks first.
      value = this.known[word]!;
    }
    return value;
  }

  private nearest(word: number): number {
    const { rows, dimensions } = this.vectors;
    const { directions } = this;
    let best = directions.length === 0 ? 0 : -1;
    for (let at = 0; at < directions.length; at += dimensions) {
      let cosine = 0;
      for (let j = 0; j < dimensions; j++) cosine += directions[at + j]! * rows[word * dimensions + j]!;
      if (cosine > best) best = cosine;
    }
    return best;
  }
}

/** Directions of texts: of each the mean of its words, weighted, as a unit row; texts without a listed word are left out. */
export function directionsOf(vectors: WordVectors, texts: readonly (readonly SyllableKeys[])[]): Float32Array {
  const { dimensions } = vectors;
  const rows = texts.flatMap((tokens) => directionOf(vectors, findWords(vectors, tokens, { from: 0, to: tokens.length })) ?? []);
  const directions = new Float32Array(rows.length * dimensions);
  for (const [i, row] of rows.entries()) directions.set(row, i * dimensions);
  return directions;
}

function directionOf({ rows, weights, dimensions }: WordVectors, words: readonly FoundWord[]): Float32Array | null {
  const direction = new Float32Array(dimensions);
  for (const { word } of words) for (let j = 0; j < dimensions; j++) direction[j]! += weights[word]! * rows[word * dimensions + j]!;
  const length = Math.hypot(...direction);
  return length === 0 ? null : direction.map((value) => value / length);
}

/** Weight that a mean is drawn towards 0 with: one word alone says little. */
const DRAWN = 1.5;

/** Mean affinity of a sentence's words, weighted; few words are drawn towards 0. */
export function meanAffinity({ weights }: WordVectors, affinity: Affinity, words: readonly FoundWord[], drawn: number = DRAWN): number {
  let sum = 0;
  let total = drawn;
  for (const { word } of words) {
    sum += weights[word]! * affinity.of(word);
    total += weights[word]!;
  }
  return total === 0 ? 0 : sum / total;
}
