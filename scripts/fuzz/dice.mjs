// @ts-check
import { createRandom } from '../random.mjs';

/** Chance, the same for the same seed and number on every machine. */
export class Dice {
  /**
   * @param {number} seed
   * @param {number} number
   */
  constructor(seed, number) {
    this.random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  }

  /**
   * A whole number from 0 up to, but not including, `limit`.
   * @param {number} limit
   */
  below(limit) {
    return Math.floor(this.random() * Math.max(limit, 1));
  }

  /** @param {number} share */
  happens(share) {
    return this.random() < share;
  }

  /**
   * @template T
   * @param {readonly T[]} list
   * @returns {T}
   */
  pick(list) {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  }

  /** A length that is mostly small and now and then large. */
  length() {
    return 1 + this.below(4 ** (1 + this.below(6)));
  }
}
