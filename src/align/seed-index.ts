import { isCompared } from '../model/tokens.js';

/** A token stream to be aligned; only own words, in the body and beside it, take part when `kinds` is given. */
export interface AlignInput {
  readonly ids: Uint32Array;
  readonly kinds?: Uint8Array;
}

/** Where every run of `seed` tokens stands in one stream; `next` chains equal buckets, -1 ends a chain. */
export interface SeedIndex {
  readonly ids: Uint32Array;
  readonly seed: number;
  readonly heads: Int32Array;
  readonly next: Int32Array;
}

/** Ids with 0, which no token has, for all that is not own text: nothing matches it and no chain crosses it. */
export function maskedIds({ ids, kinds }: AlignInput): Uint32Array {
  if (kinds === undefined) return ids;
  const masked = ids.slice();
  for (let i = 0; i < kinds.length; i++) if (!isCompared(kinds[i]!)) masked[i] = 0;
  return masked;
}

/** Indexes the runs of `seed` (>= 1) own tokens of a stream, in time and memory linear in its length. */
export function indexSeeds(input: AlignInput, seed: number): SeedIndex {
  if (!Number.isInteger(seed) || seed < 1) throw new RangeError(`seed ${seed} is no positive whole number`);
  const ids = maskedIds(input);
  const buckets = 1 << Math.max(4, Math.ceil(Math.log2(ids.length + 1)));
  const heads = new Int32Array(buckets).fill(-1);
  const next = new Int32Array(ids.length).fill(-1);
  // From the end, so that each chain lists its places in text order.
  for (let i = ids.length - seed; i >= 0; i--) {
    const hash = seedHash(ids, i, seed);
    if (hash === 0) continue;
    const bucket = hash & (buckets - 1);
    next[i] = heads[bucket]!;
    heads[bucket] = i;
  }
  return { ids, seed, heads, next };
}

/** Hash of `seed` tokens from `at` on; 0 when one of them is masked. */
export function seedHash(ids: Uint32Array, at: number, seed: number): number {
  let hash = 0x9747b28c;
  for (let i = at; i < at + seed; i++) {
    const id = ids[i]!;
    if (id === 0) return 0;
    hash = Math.imul(hash ^ id, 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  return hash >>> 0 || 1;
}
