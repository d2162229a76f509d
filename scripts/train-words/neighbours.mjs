// @ts-check

/** Words shown, and how many of the most frequent ones of two syllables and more they are drawn from, evenly. */
const SHOWN = 12;
const FREQUENT = 1_200;

/** @param {readonly string[]} words most frequent first */
export function wordsToLookAt(words) {
  const frequent = words.filter((word) => word.includes(' ')).slice(0, FREQUENT);
  return frequent.filter((_, i) => i % Math.ceil(frequent.length / SHOWN) === 0);
}

/**
 * The words that are nearest to one, by the cosine of their rows; none when it is not in the list.
 * @param {{ words: readonly string[], rows: Float32Array, dimensions: number }} vectors @param {string} word @param {number} count
 */
export function neighbours({ words, rows, dimensions }, word, count) {
  const at = words.indexOf(word);
  if (at < 0) return [];
  const row = rows.subarray(at * dimensions, (at + 1) * dimensions);
  const near = words.map((other, i) => ({
    word: other,
    cosine: row.reduce((sum, value, k) => sum + value * (rows[i * dimensions + k] ?? 0), 0),
  }));
  return near
    .filter((other) => other.word !== word)
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, count);
}
