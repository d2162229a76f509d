import { findWords, type SyllableKeys, type WordVectors } from '../../vietnamese/word-vectors.js';

/** A direction of what words are about: of length 1, or 0 where no word is listed. */
export type Direction = Float32Array;

/** Mean direction of the listed words among tokens, rare words counting more; of all `ranges` together. */
export function directionOf(
  vectors: WordVectors,
  tokens: readonly SyllableKeys[],
  ranges: readonly { readonly from: number; readonly to: number }[],
): Direction {
  const sum = new Float32Array(vectors.dimensions);
  for (const range of ranges) {
    for (const { word } of findWords(vectors, tokens, range)) {
      const weight = vectors.weights[word]!;
      for (let j = 0; j < sum.length; j++) sum[j]! += weight * vectors.rows[word * sum.length + j]!;
    }
  }
  return toLengthOne(sum);
}

/** Mean of directions, each with its weight. */
export function meanDirection(directions: readonly (readonly [Direction, number])[], dimensions: number): Direction {
  const sum = new Float32Array(dimensions);
  for (const [direction, weight] of directions) for (let j = 0; j < dimensions; j++) sum[j]! += weight * direction[j]!;
  return toLengthOne(sum);
}

/** Cosine of two directions, -1..1; 0 when either has no word. */
export function cosine(first: Direction, second: Direction): number {
  let sum = 0;
  for (let j = 0; j < first.length; j++) sum += first[j]! * second[j]!;
  return sum;
}

function toLengthOne(sum: Float32Array): Direction {
  let square = 0;
  for (const one of sum) square += one * one;
  const length = Math.sqrt(square) || 1;
  return sum.map((one) => one / length);
}
