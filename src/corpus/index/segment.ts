import type { FoundHolders } from './found-holders.js';
import type { IndexKeys } from './index-keys.js';

/** Bits of a key behind those of the fingerprint's hash: its check. */
const CHECK_BITS = 4;
/** The directory has this many bits more than an essay's number: about a dozen postings a place, which lie in one cache line. */
const DIRECTORY_BITS_MORE = 4;
/** Words up to which a place is sorted by insertion. */
const SHORT = 24;
/** Words of a place up to which a key is looked for from the first one on. */
const LINEAR = 16;

/** Told of a key that is left out, and who holds it, in order. */
export type OnFrequent = (hash: number, check: number, holders: readonly number[]) => void;

/** Postings as they come: entry by entry, those of an essay side by side, essays in order. */
export interface Postings {
  readonly hashes: Uint32Array;
  readonly checks: Uint8Array;
  readonly essays: Uint32Array;
}

/**
 * The postings of up to 2^bits essays in a row, never changed. A key has 36 bits: the first bits + 4 of them choose a place
 * in the directory; the others stand before the bits of the essay in one 32-bit word, so that a posting takes four bytes.
 * The words of a place are in order.
 */
export class Segment {
  private constructor(
    /** Number of the first essay. */
    readonly first: number,
    /** Logarithm of the number of essays that it has room for. */
    readonly bits: number,
    /** The words of place `i` are `words[starts[i]]` up to, but not including, `words[starts[i + 1]]`. */
    private readonly starts: Uint32Array,
    private readonly words: Uint32Array,
  ) {}

  get byteLength(): number {
    return this.starts.byteLength + this.words.byteLength;
  }

  /** Of the postings [from, to), which are those of essays from `first` on. */
  static of({ hashes, checks, essays }: Postings, [from, to]: readonly [number, number], first: number, bits: number): Segment {
    const directoryBits = bits + DIRECTORY_BITS_MORE;
    const toPlace = 32 - directoryBits;
    const next = new Uint32Array(2 ** directoryBits + 1);
    for (let at = from; at < to; at++) next[(hashes[at]! >>> toPlace) + 1]!++;
    for (let place = 1; place < next.length; place++) next[place]! += next[place - 1]!;
    const starts = next.slice();
    const words = new Uint32Array(to - from);
    for (let at = from; at < to; at++) {
      const hash = hashes[at]!;
      words[next[hash >>> toPlace]!++] = restOf(hash, checks[at]!, bits) | (essays[at]! - first);
    }
    for (let place = 0; place < starts.length - 1; place++) sortWords(words, starts[place]!, starts[place + 1]!);
    return new Segment(first, bits, starts, words);
  }

  /** Of the essays of `one` and of `other`, which follow them; both of the same `bits`. */
  static merge(one: Segment, other: Segment): Segment {
    const { bits, starts: oneStarts, words: oneWords } = one;
    const { starts: otherStarts, words: otherWords } = other;
    const places = oneStarts.length - 1;
    const starts = new Uint32Array(2 * places + 1);
    const words = new Uint32Array(oneWords.length + otherWords.length);
    const essay = 2 ** bits - 1;
    let end = 0;
    for (let place = 0; place < places; place++) {
      let at = oneStarts[place]!;
      let otherAt = otherStarts[place]!;
      const until = oneStarts[place + 1]!;
      const otherUntil = otherStarts[place + 1]!;
      // One place becomes two by the first bit of the words, and that bit falls off them.
      let lower = end;
      while (at < until || otherAt < otherUntil) {
        const isOne = otherAt === otherUntil || (at < until && oneWords[at]! >>> bits <= otherWords[otherAt]! >>> bits);
        const word = isOne ? oneWords[at++]! : otherWords[otherAt++]!;
        words[end++] = ((word >>> bits) << (bits + 1)) | (word & essay) | (isOne ? 0 : essay + 1);
        if (word >>> 31 === 0) lower = end;
      }
      starts[2 * place + 1] = lower;
      starts[2 * place + 2] = end;
    }
    return new Segment(one.first, bits + 1, starts, words);
  }

  /**
   * Adds the holders of keys to `found`, each with the number of its key. Three passes: in each the memory is read at places
   * that do not depend on each other, so that the processor waits for many of them at once and not for one after the other.
   */
  collect({ hashes, checks }: IndexKeys, wanted: Uint32Array, found: FoundHolders): void {
    const { words, starts, bits } = this;
    const toPlace = 32 - bits - DIRECTORY_BITS_MORE;
    const { ranges } = found;
    if (ranges.length < 2 * wanted.length) throw new RangeError(`room for ${ranges.length} numbers, not ${2 * wanted.length}`);
    for (let i = 0; i < wanted.length; i++) {
      const place = hashes[wanted[i]!]! >>> toPlace;
      ranges[2 * i] = starts[place]!;
      ranges[2 * i + 1] = starts[place + 1]!;
    }
    let touched = 0;
    for (let i = 0; i < 2 * wanted.length; i += 2) touched ^= words[ranges[i]!] ?? 0;
    found.touched = touched;
    for (let i = 0; i < wanted.length; i++) {
      const key = wanted[i]!;
      const least = restOf(hashes[key]!, checks[key]!, bits) >>> 0;
      const end = ranges[2 * i + 1]!;
      let at = lowerBound(words, ranges[2 * i]!, end, least);
      for (; at < end && words[at]! - least < 2 ** bits; at++) found.push(key, this.first + words[at]! - least);
    }
  }

  /** The same without the keys that `limit` essays or more hold: `onFrequent` is told of each. */
  withoutFrequent(limit: number, onFrequent: OnFrequent): Segment {
    const left: [from: number, to: number][] = [];
    for (let place = 0; place < this.starts.length - 1; place++) {
      const end = this.starts[place + 1]!;
      if (end - this.starts[place]! < limit) continue;
      this.forRuns(place, (from, to) => {
        if (to - from < limit) return;
        left.push([from, to]);
        this.tell(place, from, to, onFrequent);
      });
    }
    return left.length === 0 ? this : this.without(left);
  }

  /** Calls `visit` for each key that some essay holds. */
  forEachKey(visit: (hash: number, check: number) => void): void {
    for (let place = 0; place < this.starts.length - 1; place++) {
      this.forRuns(place, (from, to) => this.tell(place, from, to, visit));
    }
  }

  /** The runs of words with the same key in one place. */
  private forRuns(place: number, visit: (from: number, to: number) => void): void {
    const end = this.starts[place + 1]!;
    for (let from = this.starts[place]!; from < end; ) {
      const rest = this.words[from]! >>> this.bits;
      let to = from + 1;
      while (to < end && this.words[to]! >>> this.bits === rest) to++;
      visit(from, to);
      from = to;
    }
  }

  private tell(place: number, from: number, to: number, onKey: OnFrequent): void {
    const directoryBits = this.bits + DIRECTORY_BITS_MORE;
    const rest = this.words[from]! >>> this.bits;
    const hash = ((place << (32 - directoryBits)) | (rest >>> CHECK_BITS)) >>> 0;
    const mask = 2 ** this.bits - 1;
    const holders = Array.from(this.words.subarray(from, to), (word) => this.first + (word & mask));
    onKey(hash, rest & (2 ** CHECK_BITS - 1), holders);
  }

  /** Without some stretches of words, which are in order. */
  private without(left: readonly (readonly [from: number, to: number])[]): Segment {
    const words = new Uint32Array(left.reduce((length, [from, to]) => length - (to - from), this.words.length));
    const starts = this.starts.slice();
    let kept = 0;
    let gone = 0;
    let place = 0;
    for (const [from, to] of [...left, [this.words.length, this.words.length] as const]) {
      words.set(this.words.subarray(kept, from), kept - gone);
      for (; place < starts.length && this.starts[place]! <= from; place++) starts[place]! -= gone;
      gone += to - from;
      kept = to;
    }
    return new Segment(this.first, this.bits, starts, words);
  }
}

/** The bits of a key that its place does not tell, as they stand in a word. */
function restOf(hash: number, check: number, bits: number): number {
  const directoryBits = bits + DIRECTORY_BITS_MORE;
  return ((((hash << directoryBits) >>> directoryBits) << CHECK_BITS) | check) << bits;
}

/** Place of the first of the words [from, to) that is `least` or more. */
function lowerBound(words: Uint32Array, from: number, to: number, least: number): number {
  let low = from;
  let high = to;
  while (high - low > LINEAR) {
    const middle = (low + high) >>> 1;
    if (words[middle]! < least) low = middle + 1;
    else high = middle;
  }
  while (low < to && words[low]! < least) low++;
  return low;
}

function sortWords(words: Uint32Array, from: number, to: number): void {
  if (to - from > SHORT) {
    words.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const word = words[at]!;
    let hole = at;
    for (; hole > from && words[hole - 1]! > word; hole--) words[hole] = words[hole - 1]!;
    words[hole] = word;
  }
}
