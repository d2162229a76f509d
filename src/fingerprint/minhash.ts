import { EMPTY_MINIMUM, type Signature } from '../model/detection.js';
import { mix32 } from '../model/hash.js';
import type { FingerprintSettings } from '../model/settings.js';
import { kgramHashes } from './hash.js';
import { ownStretches } from './stretches.js';

/** The hash family of the signatures: value i of a signature is the smallest of multipliers[i] * shingle + increments[i]. */
export interface Permutations {
  readonly multipliers: Uint32Array;
  readonly increments: Uint32Array;
}

/** The same `numPerm` permutations on every machine: 32-bit, the multipliers odd and so invertible modulo 2^32. */
export function createPermutations(numPerm: number): Permutations {
  if (!Number.isInteger(numPerm) || numPerm < 1) throw new RangeError(`numPerm ${numPerm} is no positive whole number`);
  return {
    multipliers: Uint32Array.from({ length: numPerm }, (_, i) => mix32(2 * i + 1) | 1),
    increments: Uint32Array.from({ length: numPerm }, (_, i) => mix32(2 * i + 2)),
  };
}

/**
 * MinHash signature (Broder 1997) over the own shingles of a text: the share of equal values of two signatures
 * estimates the Jaccard similarity of the two shingle sets. All `EMPTY_MINIMUM` when the text has no shingle.
 */
export function minhash(
  ids: Uint32Array,
  kinds: Uint8Array | null,
  { multipliers, increments }: Permutations,
  { shingle }: FingerprintSettings,
): Signature {
  const signature = new Uint32Array(multipliers.length).fill(EMPTY_MINIMUM);
  for (const [start, end] of ownStretches(ids.length, kinds)) {
    for (const hash of kgramHashes(ids, start, end, shingle)) {
      for (let i = 0; i < signature.length; i++) {
        const value = (Math.imul(hash, multipliers[i]!) + increments[i]!) >>> 0;
        if (value < signature[i]!) signature[i] = value;
      }
    }
  }
  return signature;
}

/**
 * Locality-sensitive bands: one 32-bit key for each `rows` neighbouring values, its band number hashed in. Essays of
 * Jaccard similarity s share a key with probability 1 - (1 - s^rows)^bands. Empty for a signature without shingles.
 */
export function bandKeys(signature: Signature, { bands, rows }: FingerprintSettings): Uint32Array {
  if (bands * rows > signature.length) throw new RangeError(`${bands} bands of ${rows} rows need more than ${signature.length} values`);
  if (signature.every((value) => value === EMPTY_MINIMUM)) return new Uint32Array(0);
  return Uint32Array.from({ length: bands }, (_, band) => {
    let key = mix32(band + 1);
    for (let row = 0; row < rows; row++) key = mix32(key ^ signature[band * rows + row]!);
    return key;
  });
}
