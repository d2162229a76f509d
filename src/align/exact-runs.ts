import { type SeedIndex, seedHash } from './seed-index.js';

/** The same tokens in both streams: `length` of them from `first` and from `second` on. */
export interface ExactRun {
  readonly first: number;
  readonly second: number;
  readonly length: number;
}

/** A seed with more places than this in the second stream tells nothing of where a run belongs; its neighbours do. */
const MAX_PLACES = 32;
/** New runs that one place of the first stream may begin: a stream that repeats itself must not cost a square. */
const MAX_RUNS_A_PLACE = 8;

/**
 * The longest runs of at least `index.seed` equal tokens that hold a seed whose bucket has at most MAX_PLACES places, at most
 * MAX_RUNS_A_PLACE new ones from a place, sorted by their place in the first stream, then in the second. A diagonal is read once, so time and memory are linear in the lengths.
 */
export function findExactRuns(first: Uint32Array, index: SeedIndex): ExactRun[] {
  const { ids: second, seed } = index;
  const runs: ExactRun[] = [];
  /** By diagonal (second - first + first.length): up to which place of the first stream it has been read. */
  const readTo = new Int32Array(first.length + second.length + 1);
  const places = new Uint32Array(MAX_PLACES);
  for (let i = 0; i + seed <= first.length; i++) {
    const count = placesOf(first, i, index, places);
    let found = 0;
    for (let p = 0; p < count; p++) {
      const j = places[p]!;
      const diagonal = j - i + first.length;
      // Another seed of the same bucket is no match; a diagonal already read has its run.
      if (readTo[diagonal]! > i || !isEqual(first[i]!, second[j]!)) continue;
      const run = longestRun(first, i, second, j);
      readTo[diagonal] = run.first + run.length;
      if (run.length < seed) continue;
      runs.push(run);
      if (++found === MAX_RUNS_A_PLACE) break;
    }
  }
  return runs.sort((a, b) => a.first - b.first || a.second - b.second);
}

/** Puts the places in the second stream of the seed at `i`, by hash, into `places`; how many: 0 for a seed that is masked or too frequent. */
function placesOf(first: Uint32Array, i: number, { seed, heads, next }: SeedIndex, places: Uint32Array): number {
  const hash = seedHash(first, i, seed);
  if (hash === 0) return 0;
  let count = 0;
  for (let j = heads[hash & (heads.length - 1)]!; j >= 0; j = next[j]!) {
    if (count === MAX_PLACES) return 0;
    places[count++] = j;
  }
  return count;
}

/** The run through one pair of places, both ways: its beginning may be too frequent to have been found by itself. */
function longestRun(first: Uint32Array, i: number, second: Uint32Array, j: number): ExactRun {
  let back = 0;
  while (back < i && back < j && isEqual(first[i - back - 1]!, second[j - back - 1]!)) back++;
  const most = Math.min(first.length - i, second.length - j);
  let ahead = 0;
  while (ahead < most && isEqual(first[i + ahead]!, second[j + ahead]!)) ahead++;
  return { first: i - back, second: j - back, length: back + ahead };
}

/** Masked tokens (0) equal nothing. */
const isEqual = (one: number, other: number): boolean => one === other && one !== 0;
