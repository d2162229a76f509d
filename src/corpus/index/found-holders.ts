import { withRoom } from './growable.js';

/** Holders of several keys as segments give them: pairs of a key's number and an essay. */
export class FoundHolders {
  private keys: Uint32Array = new Uint32Array(1024);
  private essays: Uint32Array = new Uint32Array(1024);
  private length = 0;
  /** The same by key: those of key `i` are `sorted[starts[i]]` up to, but not including, `sorted[starts[i + 1]]`. */
  private sorted: Uint32Array = new Uint32Array(1024);
  private starts: Uint32Array = new Uint32Array(256);
  /** Where a segment looks for each key, for its own use; two numbers a key. */
  ranges: Uint32Array = new Uint32Array(512);
  /** What a segment read ahead, so that reading it is not left out as useless. */
  touched = 0;

  /** Forgets all and makes room for some keys. */
  begin(keys: number): void {
    this.length = 0;
    this.ranges = withRoom(this.ranges, 2 * keys);
  }

  push(key: number, essay: number): void {
    if (this.length === this.keys.length) {
      this.keys = withRoom(this.keys, this.length + 1);
      this.essays = withRoom(this.essays, this.length + 1);
    }
    this.keys[this.length] = key;
    this.essays[this.length++] = essay;
  }

  /** Brings the pairs into the order of their keys; `of` gives them then. */
  sort(keys: number): void {
    this.starts = withRoom(this.starts, keys + 1);
    this.sorted = withRoom(this.sorted, this.length);
    const { starts, sorted } = this;
    starts.fill(0, 0, keys + 1);
    for (let at = 0; at < this.length; at++) starts[this.keys[at]! + 1]!++;
    for (let key = 1; key <= keys; key++) starts[key]! += starts[key - 1]!;
    // Each start moves to the end of its list, and back again with the next one's place.
    for (let at = 0; at < this.length; at++) sorted[starts[this.keys[at]!]!++] = this.essays[at]!;
    starts.copyWithin(1, 0, keys);
    starts[0] = 0;
  }

  /** The holders of a key. */
  of(key: number): Uint32Array {
    return this.sorted.subarray(this.starts[key]!, this.starts[key + 1]!);
  }
}
