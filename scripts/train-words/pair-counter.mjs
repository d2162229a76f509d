// @ts-check

/** Numbers of the two halves of a pair stay below this, so that a pair is one number of 32 bits. */
export const MOST_NUMBERS = 65_535;
/** Slots in use at most, as a share: linear probing grows long beyond. */
const FULL = 0.6;
const GOLDEN = 0x9e3779b1;

/** Sums of whole weights by pairs of numbers, eight bytes a slot: tens of millions of pairs in a few hundred megabytes. */
export class PairCounter {
  bits = 16;
  size = 0;
  /** 0 for a free slot, else the pair's number + 1. */
  keys = new Uint32Array(1 << this.bits);
  sums = new Uint32Array(1 << this.bits);

  /** @param {number} width one more than the largest number, `MOST_NUMBERS` at most */
  constructor(width) {
    if (width > MOST_NUMBERS) throw new RangeError(`${width} numbers; ${MOST_NUMBERS} at most`);
    this.width = width;
  }

  /** @param {number} first @param {number} second @param {number} weight whole, from 1 */
  add(first, second, weight) {
    if (this.size >= this.keys.length * FULL) this.grow();
    const slot = this.slotOf(first * this.width + second + 1);
    this.sums[slot] = (this.sums[slot] ?? 0) + weight;
  }

  /** Visits every pair once; the order is that of the slots, the same for the same calls of `add`. @param {(first: number, second: number, sum: number) => void} visit */
  forEach(visit) {
    for (let slot = 0; slot < this.keys.length; slot++) {
      const key = this.keys[slot] ?? 0;
      if (key === 0) continue;
      const first = Math.floor((key - 1) / this.width);
      visit(first, key - 1 - first * this.width, this.sums[slot] ?? 0);
    }
  }

  /** The slot of a key; a free one is taken for it. @param {number} key */
  slotOf(key) {
    const { keys } = this;
    const mask = keys.length - 1;
    let slot = Math.imul(key, GOLDEN) >>> (32 - this.bits);
    while (keys[slot] !== key) {
      if (keys[slot] === 0) {
        keys[slot] = key;
        this.size++;
        break;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  grow() {
    const { keys, sums } = this;
    this.bits++;
    this.size = 0;
    this.keys = new Uint32Array(1 << this.bits);
    this.sums = new Uint32Array(1 << this.bits);
    for (const [at, key] of keys.entries()) if (key !== 0) this.sums[this.slotOf(key)] = sums[at] ?? 0;
  }
}
