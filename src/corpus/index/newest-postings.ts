import { withRoom } from './growable.js';
import { Segment } from './segment.js';

/** Logarithm of the essays from which postings become a segment that stays. */
const LEAST_BITS = 9;
/** Logarithm of the essays that are sorted at once at most. */
const MOST_BITS = 15;

/** The postings of the essays that came last, as they came. */
export class NewestPostings {
  private hashes: Uint32Array = new Uint32Array(1024);
  private checks = new Uint8Array(1024);
  private essays: Uint32Array = new Uint32Array(1024);
  private length = 0;
  /** Number of the first essay, and where each essay's postings end. */
  private first = 0;
  private ends: Uint32Array = new Uint32Array(64);
  private count = 0;

  get byteLength(): number {
    return this.hashes.byteLength + this.checks.byteLength + this.essays.byteLength + this.ends.byteLength;
  }

  /** Whether it is time to take segments. */
  get isFull(): boolean {
    return this.count === 2 ** MOST_BITS;
  }

  /** Adds a posting of the essay that is being added. */
  push(hash: number, check: number, essay: number): void {
    if (this.length === this.hashes.length) this.grow();
    this.hashes[this.length] = hash;
    this.checks[this.length] = check;
    this.essays[this.length++] = essay;
  }

  /** The essay that is being added has no more postings. */
  endEssay(): void {
    this.ends = withRoom(this.ends, this.count + 1);
    this.ends[this.count++] = this.length;
  }

  /** Removes as many essays as make segments that stay, and gives those: none is larger than what stands before it allows. */
  takeSegments(): Segment[] {
    const segments: Segment[] = [];
    let taken = 0;
    while (this.count - taken >= 2 ** LEAST_BITS) {
      const first = this.first + taken;
      const fitting = first === 0 ? MOST_BITS : 31 - Math.clz32(first & -first);
      const bits = Math.min(fitting, MOST_BITS, 31 - Math.clz32(this.count - taken));
      segments.push(this.segment(taken, taken + 2 ** bits, bits));
      taken += 2 ** bits;
    }
    if (taken > 0) this.forget(taken);
    return segments;
  }

  /** The essays that are left. */
  toSegment(): Segment {
    return this.segment(0, this.count, 32 - Math.clz32(Math.max(0, this.count - 1)));
  }

  private segment(from: number, to: number, bits: number): Segment {
    const range = [this.offsetOf(from), this.offsetOf(to)] as const;
    return Segment.of({ hashes: this.hashes, checks: this.checks, essays: this.essays }, range, this.first + from, bits);
  }

  private forget(taken: number): void {
    const from = this.offsetOf(taken);
    this.length -= from;
    this.count -= taken;
    this.first += taken;
    const ends = this.ends.slice(taken, taken + this.count).map((end) => end - from);
    // Room for a bulk of essays is not kept once it is over.
    this.ends = withRoom(ends, 64);
    const room = Math.max(1024, this.length);
    this.hashes = withRoom(this.hashes.slice(from, from + this.length), room);
    this.essays = withRoom(this.essays.slice(from, from + this.length), room);
    const checks = new Uint8Array(this.hashes.length);
    checks.set(this.checks.subarray(from, from + this.length));
    this.checks = checks;
  }

  private offsetOf(essay: number): number {
    return essay === 0 ? 0 : this.ends[essay - 1]!;
  }

  private grow(): void {
    this.hashes = withRoom(this.hashes, this.length + 1);
    this.essays = withRoom(this.essays, this.length + 1);
    const checks = new Uint8Array(this.hashes.length);
    checks.set(this.checks);
    this.checks = checks;
  }
}
