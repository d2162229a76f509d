import { type SeedIndex, seedHash } from './seed-index.js';

/** The same tokens in both streams: `length` of them from `first` and from `second` on. */
export interface ExactRun {
  readonly first: number;
  readonly second: number;
  readonly length: number;
}

/** Places of one seed in the second stream that are looked at: a text made of one repeated word must not cost a square. */
const MAX_PLACES = 32;

/** Tokens compared at most, for each token of the two streams; real texts need one or two, repetition without end a square. */
const WORK_A_TOKEN = 64;

/** Every longest run of at least `index.seed` equal tokens, sorted by its place in the first stream, then in the second. */
export function findExactRuns(first: Uint32Array, index: SeedIndex): ExactRun[] {
  const { ids: second, seed, heads, next } = index;
  const runs: ExactRun[] = [];
  let work = WORK_A_TOKEN * (first.length + second.length);
  for (let i = 0; i + seed <= first.length && work > 0; i++) {
    const hash = seedHash(first, i, seed);
    if (hash === 0) continue;
    let places = 0;
    for (let j = heads[hash & (heads.length - 1)]!; j >= 0 && places < MAX_PLACES; j = next[j]!) {
      places++;
      // Only where a run begins; the rest of it was found with its beginning.
      if (i > 0 && j > 0 && first[i - 1] === second[j - 1] && first[i - 1] !== 0) continue;
      const length = commonLength(first, i, second, j);
      work -= length;
      if (length >= seed) runs.push({ first: i, second: j, length });
    }
  }
  return runs;
}

function commonLength(first: Uint32Array, i: number, second: Uint32Array, j: number): number {
  const most = Math.min(first.length - i, second.length - j);
  let length = 0;
  while (length < most && first[i + length] === second[j + length] && first[i + length] !== 0) length++;
  return length;
}
