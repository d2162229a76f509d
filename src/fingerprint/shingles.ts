import { kgramHashes } from './hash.js';
import { ownStretches } from './stretches.js';

/** Hashes of all runs of `size` own tokens, as a set; of all tokens when `kinds` is null. */
export function shingleHashes(ids: Uint32Array, kinds: Uint8Array | null, size: number): Set<number> {
  const hashes = new Set<number>();
  for (const [start, end] of ownStretches(ids.length, kinds)) for (const hash of kgramHashes(ids, start, end, size)) hashes.add(hash);
  return hashes;
}
