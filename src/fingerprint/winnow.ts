import type { Fingerprints } from '../model/detection.js';
import type { FingerprintSettings } from '../model/settings.js';
import { kgramHashes } from './hash.js';
import { ownStretches } from './stretches.js';

/**
 * Winnowed fingerprints (Schleimer, Wilkerson & Aiken 2003): of every `window` neighbouring k-grams the rightmost
 * smallest hash. Two texts that share a run of kgram + window - 1 tokens, own in both, share a fingerprint. Only own
 * stretches are read when `kinds` is given; a stretch too short for a window still gives its smallest k-gram.
 */
export function winnow(ids: Uint32Array, kinds: Uint8Array | null, { kgram, window }: FingerprintSettings): Fingerprints {
  const hashes = new Uint32Array(ids.length);
  const positions = new Uint32Array(ids.length);
  let count = 0;
  for (const [start, end] of ownStretches(ids.length, kinds)) {
    const grams = kgramHashes(ids, start, end, kgram);
    let minimum = -1;
    for (let last = Math.min(window, grams.length) - 1; last < grams.length; last++) {
      const before = minimum;
      const first = Math.max(0, last - window + 1);
      if (minimum < first) minimum = lastMinimum(grams, first, last);
      else if (grams[last]! <= grams[minimum]!) minimum = last;
      if (minimum === before || minimum < 0) continue;
      hashes[count] = grams[minimum]!;
      positions[count++] = start + minimum;
    }
  }
  return { hashes: hashes.slice(0, count), positions: positions.slice(0, count) };
}

/** Place of the rightmost smallest gram from `first` to `last`. A window is looked through only when its minimum has left it. */
function lastMinimum(grams: Uint32Array, first: number, last: number): number {
  let minimum = last;
  for (let at = last - 1; at >= first; at--) if (grams[at]! < grams[minimum]!) minimum = at;
  return minimum;
}
