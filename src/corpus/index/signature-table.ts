import { EMPTY_MINIMUM, type Signature } from '../../model/detection.js';
import { withRoom } from './growable.js';

/** Whether the signature is that of a text without a shingle, which resembles nothing. */
export function isEmptySignature(signature: Signature): boolean {
  return signature.every((minimum) => minimum === EMPTY_MINIMUM);
}

/** The signatures of all essays, one after the other. */
export class SignatureTable {
  private values: Uint32Array;
  private count = 0;

  constructor(private readonly numPerm: number) {
    this.values = new Uint32Array(64 * numPerm);
  }

  /** RangeError when the signature has not `numPerm` values. */
  check(signature: Signature): void {
    if (signature.length !== this.numPerm) throw new RangeError(`signature of ${signature.length} values, not ${this.numPerm}`);
  }

  /** Appends the signature of the next essay. RangeError as `check`. */
  add(signature: Signature): void {
    this.check(signature);
    this.values = withRoom(this.values, (this.count + 1) * this.numPerm);
    this.values.set(signature, this.count * this.numPerm);
    this.count++;
  }

  /** Estimated Jaccard similarity: share of equal minima, 0..1; 0 when either is empty. */
  estimate(essay: number, signature: Signature): number {
    const from = essay * this.numPerm;
    let equal = 0;
    for (let at = 0; at < this.numPerm; at++) {
      const minimum = signature[at]!;
      if (minimum === this.values[from + at] && minimum !== EMPTY_MINIMUM) equal++;
    }
    return equal / this.numPerm;
  }

  /** Whether both have the same signatures. */
  equals(other: SignatureTable): boolean {
    const end = this.count * this.numPerm;
    const theirs = other.values.subarray(0, end);
    return this.count === other.count && this.values.subarray(0, end).every((value, at) => value === theirs[at]);
  }
}
