import { withRoom } from './growable.js';

/** A set of small numbers that is emptied at once, however many there were. */
export class Marks {
  private stamps: Uint32Array = new Uint32Array(64);
  private now = 0;

  /** Empties the set and makes room for the numbers below `size`. */
  begin(size: number): void {
    this.stamps = withRoom(this.stamps, size);
    if (this.now === 0xffffffff) {
      this.stamps.fill(0);
      this.now = 0;
    }
    this.now++;
  }

  has(number: number): boolean {
    return this.stamps[number] === this.now;
  }

  /** Whether it was not there before. */
  add(number: number): boolean {
    if (this.stamps[number] === this.now) return false;
    this.stamps[number] = this.now;
    return true;
  }
}
