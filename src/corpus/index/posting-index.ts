import { withRoom } from './growable.js';

/** Holders of several keys. The arrays are used again by the next call that gives such lists. */
export interface HolderLists {
  /** Number of lists. */
  readonly count: number;
  /** The kept holders of list `i` are `holders[starts[i]]` up to, but not including, `holders[starts[i + 1]]`. */
  readonly holders: Uint32Array;
  readonly starts: Uint32Array;
  /** All holders of each key, also those that are not kept. */
  readonly totals: Uint32Array;
}

const FIRST_SLOTS_LOG2 = 10;
/** 2^32 over the golden ratio: spreads keys whose low bits are alike (Knuth, TAOCP 3, 6.4). */
const SPREAD = 0x9e3779b1;
/** Numbers of a slot: key, total, and the holder itself or, from two holders on, the place of their chunk. */
const SLOT = 3;

/**
 * Which essays hold a 32-bit key. Of a key with many holders only `representatives` are kept, those that come first by
 * `before` (a strict total order), so that the same set of holders in any order leaves the same ones.
 *
 * Open addressing in one typed array, so that a key costs one cache line; a slot is free while its total is 0. Most keys
 * have one holder, which stands in the slot. More lie in an arena in chunks of 2, 4, 8, … places; a chunk that was
 * outgrown is used again. Once a list is full, its first place has the holder to go next.
 */
export class PostingIndex {
  private slots = new Uint32Array(SLOT << FIRST_SLOTS_LOG2);
  private slotsLog2 = FIRST_SLOTS_LOG2;
  private used = 0;
  private arena: Uint32Array = new Uint32Array(1024);
  private arenaEnd = 0;
  /** Places of outgrown chunks, by the logarithm of their size. */
  private readonly outgrown: number[][] = Array.from({ length: 32 }, () => []);
  private lists = {
    count: 0,
    holders: new Uint32Array(0) as Uint32Array,
    starts: new Uint32Array(1) as Uint32Array,
    totals: new Uint32Array(0) as Uint32Array,
  };

  constructor(
    private readonly representatives: number,
    private readonly before: (a: number, b: number) => boolean,
  ) {
    if (!Number.isInteger(representatives) || representatives < 1) throw new RangeError(`representatives: ${representatives}`);
  }

  /** Notes that `holder` holds `key`; the caller sees to it that no pair is added twice. */
  add(key: number, holder: number): void {
    if (this.used * 4 >= 3 << this.slotsLog2) this.growTable();
    const slot = this.slotOf(key);
    const total = this.slots[slot + 1]!;
    if (total === 0) {
      this.slots[slot] = key;
      this.slots[slot + 2] = holder;
      this.used++;
    } else if (total < this.representatives) this.append(slot, holder);
    else this.replaceLast(slot, holder);
    this.slots[slot + 1] = total + 1;
  }

  /** The holders of each key without `except`, which a negative number leaves out nobody. */
  holdersOf(keys: Uint32Array, except: number): HolderLists {
    const lists = this.lists;
    lists.count = keys.length;
    lists.starts = withRoom(lists.starts, keys.length + 1);
    lists.totals = withRoom(lists.totals, keys.length);
    let end = 0;
    for (let list = 0; list < keys.length; list++) {
      lists.starts[list] = end;
      end = this.copyList(list, this.slotOf(keys[list]!), except);
    }
    lists.starts[keys.length] = end;
    return lists;
  }

  /** Whether both give the same holders for every key. */
  equals(other: PostingIndex): boolean {
    if (this.used !== other.used) return false;
    for (let slot = 0; slot < this.slots.length; slot += SLOT) {
      if (this.slots[slot + 1] !== 0 && !this.sameHolders(slot, other)) return false;
    }
    return true;
  }

  private sameHolders(slot: number, other: PostingIndex): boolean {
    const theirs = other.slotOf(this.slots[slot]!);
    const sorted = other.keptAt(theirs).sort();
    const mine = this.keptAt(slot).sort();
    return this.slots[slot + 1] === other.slots[theirs + 1] && mine.every((holder, at) => holder === sorted[at]);
  }

  private keptAt(slot: number): Uint32Array {
    const total = this.slots[slot + 1]!;
    const place = this.slots[slot + 2]!;
    return total === 1 ? Uint32Array.of(place) : this.arena.slice(place, place + Math.min(total, this.representatives));
  }

  /** Copies one list behind those before it, and returns where it ends. */
  private copyList(list: number, slot: number, except: number): number {
    const { lists, arena } = this;
    const total = this.slots[slot + 1]!;
    const place = this.slots[slot + 2]!;
    const kept = Math.min(total, this.representatives);
    let end = lists.starts[list]!;
    lists.holders = withRoom(lists.holders, end + kept);
    const holders = lists.holders;
    const single = total === 1 || this.representatives === 1;
    lists.totals[list] = total;
    for (let at = 0; at < kept; at++) {
      const holder = single ? place : arena[place + at]!;
      if (holder === except) lists.totals[list] = total - 1;
      else holders[end++] = holder;
    }
    return end;
  }

  /** The slot of `key`, or the free one where it belongs. */
  private slotOf(key: number): number {
    const { slots } = this;
    const end = SLOT << this.slotsLog2;
    let slot = SLOT * (Math.imul(key, SPREAD) >>> (32 - this.slotsLog2));
    while (slots[slot + 1] !== 0 && slots[slot] !== key) {
      slot += SLOT;
      if (slot === end) slot = 0;
    }
    return slot;
  }

  private append(slot: number, holder: number): void {
    const kept = this.slots[slot + 1]!;
    // Chunks have 2, 4, 8, … places: one is full when its holders are a power of two.
    if ((kept & (kept - 1)) === 0) this.slots[slot + 2] = this.moveToLarger(this.slots[slot + 2]!, kept);
    const place = this.slots[slot + 2]!;
    this.arena[place + kept] = holder;
    if (kept + 1 === this.representatives) this.bringLastToFront(place);
  }

  private replaceLast(slot: number, holder: number): void {
    const place = this.slots[slot + 2]!;
    if (this.representatives === 1) {
      if (this.before(holder, place)) this.slots[slot + 2] = holder;
      return;
    }
    if (!this.before(holder, this.arena[place]!)) return;
    this.arena[place] = holder;
    this.bringLastToFront(place);
  }

  private bringLastToFront(place: number): void {
    let last = place;
    for (let at = place + 1; at < place + this.representatives; at++) {
      if (this.before(this.arena[last]!, this.arena[at]!)) last = at;
    }
    const holder = this.arena[last]!;
    this.arena[last] = this.arena[place]!;
    this.arena[place] = holder;
  }

  /** The place of a chunk of twice the size with the same holders. */
  private moveToLarger(place: number, kept: number): number {
    const larger = this.outgrown[Math.log2(2 * kept)]!.pop() ?? this.newChunk(2 * kept);
    if (kept === 1) {
      this.arena[larger] = place;
      return larger;
    }
    this.arena.copyWithin(larger, place, place + kept);
    this.outgrown[Math.log2(kept)]!.push(place);
    return larger;
  }

  private newChunk(size: number): number {
    const place = this.arenaEnd;
    this.arenaEnd += size;
    this.arena = withRoom(this.arena, this.arenaEnd);
    return place;
  }

  private growTable(): void {
    const old = this.slots;
    this.slotsLog2++;
    this.slots = new Uint32Array(SLOT << this.slotsLog2);
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 1] === 0) continue;
      const slot = this.slotOf(old[from]!);
      for (let at = 0; at < SLOT; at++) this.slots[slot + at] = old[from + at]!;
    }
  }
}
