import type { Signature } from '../../model/detection.js';
import type { FingerprintSettings } from '../../model/settings.js';

/** Essays of one block. */
const BLOCK = 1024;

/** The signatures of all essays, one after the other. */
export class SignatureTable {
  /** Blocks, since an array that doubles when it is full would be half empty at times. */
  private readonly blocks: Uint32Array[] = [];
  private count = 0;
  /** Essays without a shingle, whose signature has no words. */
  private readonly empty = new Set<number>();
  private readonly words: number;
  private readonly numPerm: number;
  private readonly bits: number;

  constructor({ numPerm, bitsPerValue }: FingerprintSettings) {
    this.numPerm = numPerm;
    this.bits = bitsPerValue;
    this.words = (numPerm * bitsPerValue) / 32;
  }

  get byteLength(): number {
    return this.blocks.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** RangeError when the signature is not one of these settings. */
  check(signature: Signature): void {
    if (signature.length !== 0 && signature.length !== this.words) {
      throw new RangeError(`signature of ${signature.length} words, not ${this.words}`);
    }
  }

  /** Appends the signature of the next essay. RangeError as `check`. */
  add(signature: Signature): void {
    this.check(signature);
    if (this.count % BLOCK === 0) this.blocks.push(new Uint32Array(BLOCK * this.words));
    if (signature.length === 0) this.empty.add(this.count);
    this.blocks.at(-1)!.set(signature, (this.count % BLOCK) * this.words);
    this.count++;
  }

  /**
   * Estimated Jaccard similarity, 0..1; 0 when either has no shingle. The share of equal values, less those that are equal by
   * chance (Li & König 2010, for sets that are small among all possible shingles).
   */
  estimate(essay: number, signature: Signature): number {
    if (signature.length === 0 || this.empty.has(essay)) return 0;
    const block = this.blocks[Math.floor(essay / BLOCK)]!;
    const from = (essay % BLOCK) * this.words;
    const lowBits = LOW_BITS[this.bits]!;
    let different = 0;
    for (let word = 0; word < this.words; word++) {
      let bits = signature[word]! ^ block[from + word]!;
      for (let shift = this.bits >> 1; shift > 0; shift >>= 1) bits |= bits >>> shift;
      different += bitCount(bits & lowBits);
    }
    const byChance = 2 ** -this.bits;
    return Math.max(0, (1 - different / this.numPerm - byChance) / (1 - byChance));
  }

  /** Whether both have the same signatures. */
  equals(other: SignatureTable): boolean {
    return (
      this.count === other.count &&
      this.empty.size === other.empty.size &&
      [...this.empty].every((essay) => other.empty.has(essay)) &&
      this.blocks.every((block, at) => block.every((word, place) => word === other.blocks[at]![place]))
    );
  }
}

/** The lowest bit of each value in a word, by the bits of a value. */
const LOW_BITS: Readonly<Record<number, number>> = { 1: 0xffffffff, 2: 0x55555555, 4: 0x11111111, 8: 0x01010101, 16: 0x00010001, 32: 1 };

/** Bits that are set (Warren, Hacker's Delight, 5-1). */
function bitCount(word: number): number {
  let pairs = word - ((word >>> 1) & 0x55555555);
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
