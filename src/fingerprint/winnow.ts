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
  const hashes: number[] = [];
  const positions: number[] = [];
  for (const [start, end] of ownStretches(ids.length, kinds)) {
    const grams = kgramHashes(ids, start, end, kgram);
    for (const place of windowMinima(grams, window)) {
      hashes.push(grams[place]!);
      positions.push(start + place);
    }
  }
  return { hashes: Uint32Array.from(hashes), positions: Uint32Array.from(positions) };
}

/** Places of the rightmost minimum of each window, each place once, in order. Amortised constant time a gram. */
function windowMinima(grams: Uint32Array, window: number): number[] {
  const minima: number[] = [];
  // Places that can still be a minimum: hashes rise from the front, the front is the present minimum.
  const waiting: number[] = [];
  let front = 0;
  for (let i = 0; i < grams.length; i++) {
    while (waiting.length > front && grams[waiting.at(-1)!]! >= grams[i]!) waiting.pop();
    waiting.push(i);
    const windowStart = i - window + 1;
    if (windowStart < 0 && i < grams.length - 1) continue;
    while (waiting[front]! < windowStart) front++;
    const minimum = waiting[front]!;
    if (minimum !== minima.at(-1)) minima.push(minimum);
  }
  return minima;
}
