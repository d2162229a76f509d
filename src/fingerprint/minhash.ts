import type { Signature } from '../model/detection.js';
import { mix32 } from '../model/hash.js';
import type { FingerprintSettings } from '../model/settings.js';
import { kgramHashes } from './hash.js';
import { ownStretches } from './stretches.js';

/** The hash family of the signatures: one function for each seed. */
export interface Permutations {
  readonly seeds: Uint32Array;
  /** Room to work in, one place a value: making it anew would take a third of the time of a signature. */
  readonly room: { readonly values: Uint32Array; readonly others: Uint32Array };
}

const MULTIPLIER = 0x9e3779b1;
/** Value of a bin that nothing reached. */
const EMPTY = 0xffffffff;
/** Each reaches more of the bins and costs as much as the first; from the fourth on the error falls by less than a tenth. */
const ROUNDS = 3;

/** The same functions on every machine. RangeError when `numPerm` is no power of two from 32 to 65536. */
export function createPermutations(numPerm: number): Permutations {
  if (!isPowerOfTwo(numPerm) || numPerm < 32 || numPerm > 65_536)
    throw new RangeError(`numPerm ${numPerm} is no power of two from 32 to 65536`);
  const room = { values: new Uint32Array(numPerm), others: new Uint32Array(numPerm) };
  return { seeds: Uint32Array.from({ length: ROUNDS }, (_, round) => mix32(round + 1)), room };
}

/**
 * Signature over the own shingles of a text: the share of equal values of two signatures tells the Jaccard similarity of
 * the two shingle sets. In each round every shingle goes to one of `numPerm` bins, and only bins that no round before
 * reached take their smallest (fast similarity sketching: Dahlgaard, Knudsen & Thorup 2017); after the last one an empty
 * bin takes over from another (optimal densification: Shrivastava 2017). So three hashes a shingle do the work of
 * `numPerm`. Of each value the low bits are kept (b-bit minwise hashing: Li & König 2010).
 */
export function minhash(
  ids: Uint32Array,
  kinds: Uint8Array | null,
  permutations: Permutations,
  { shingle, numPerm, bitsPerValue }: FingerprintSettings,
): Signature {
  if (permutations.room.values.length !== numPerm)
    throw new RangeError(`permutations for ${permutations.room.values.length} values, not ${numPerm}`);
  if (!isPowerOfTwo(bitsPerValue) || bitsPerValue > 32) throw new RangeError(`bitsPerValue ${bitsPerValue} is no power of two up to 32`);
  const shingles = ownStretches(ids.length, kinds)
    .map(([start, end]) => kgramHashes(ids, start, end, shingle))
    .filter(({ length }) => length > 0);
  return shingles.length === 0 ? new Uint32Array(0) : packed(minima(shingles, permutations), bitsPerValue);
}

/** The smallest value of each bin in the first round that reached it; what no round reached is taken from another bin. */
function minima(shingles: readonly Uint32Array[], { seeds, room: { values, others } }: Permutations): Uint32Array {
  let empty = values.fill(EMPTY).length;
  for (let round = 0; round < seeds.length && empty > 0; round++) {
    others.fill(EMPTY);
    for (const hashes of shingles) fillBins(hashes, seeds[round]!, others);
    empty = 0;
    for (let bin = 0; bin < values.length; bin++) {
      if (values[bin] === EMPTY) values[bin] = others[bin]!;
      if (values[bin] === EMPTY) empty++;
    }
  }
  return empty === 0 ? values : densify(values, others);
}

function fillBins(hashes: Uint32Array, seed: number, bins: Uint32Array): void {
  // The low bits go into the signature, so the bin is told by the high ones.
  const shift = 32 - Math.log2(bins.length);
  for (let at = 0; at < hashes.length; at++) {
    const value = remix(hashes[at]!, seed);
    const bin = value >>> shift;
    if (value < bins[bin]!) bins[bin] = value;
  }
}

/**
 * The values with every empty bin filled from the first full one in an order of its own, which is the same for texts whose
 * bins are full alike. At least one must be full.
 */
function densify(values: Uint32Array, full: Uint32Array): Uint32Array {
  full.set(values);
  for (let bin = 0; bin < values.length; bin++) {
    if (values[bin] === EMPTY) full[bin] = remix(values[donorOf(bin, values)]!, bin + 1);
  }
  return full;
}

function donorOf(bin: number, values: Uint32Array): number {
  let donor = bin;
  let state = Math.imul(bin + 1, MULTIPLIER);
  while (values[donor] === EMPTY) {
    // A linear congruential generator (L'Ecuyer 1999): of its state the high bits are the good ones.
    state = (Math.imul(state, 0x915f77f5) + 1) | 0;
    donor = (state >>> 16) & (values.length - 1);
  }
  return donor;
}

/** Shingle hashes are mixed already: two multiplications make another function of them. */
function remix(hash: number, seed: number): number {
  const mixed = Math.imul(hash ^ seed, MULTIPLIER);
  return Math.imul(mixed ^ (mixed >>> 15), seed | 1) >>> 0;
}

function packed(values: Uint32Array, bits: number): Signature {
  const mask = bits === 32 ? 0xffffffff : 2 ** bits - 1;
  const words = new Uint32Array((values.length * bits) / 32);
  let at = 0;
  for (let word = 0; word < words.length; word++) {
    let packedBits = 0;
    for (let shift = 0; shift < 32; shift += bits) {
      const value = values[at++]!;
      // A product has poor low bits.
      packedBits |= ((value ^ (value >>> 16)) & mask) << shift;
    }
    words[word] = packedBits;
  }
  return words;
}

const isPowerOfTwo = (value: number): boolean => Number.isInteger(value) && value > 0 && (value & (value - 1)) === 0;
