import type { EssayTable } from './essay-table.js';
import { FoundHolders } from './found-holders.js';
import { FrequentKeys } from './frequent-keys.js';
import { withRoom } from './growable.js';
import { type IndexKeys, keyNumber } from './index-keys.js';
import { type KeepLimits, type KeptHolders, keepHolders } from './keep-holders.js';
import { NewestPostings } from './newest-postings.js';
import { Segment } from './segment.js';

/** Holders of several keys. The arrays are used again by the next call that gives such lists. */
export interface HolderLists {
  /** Number of lists. */
  readonly count: number;
  /** The kept holders of list `i` are `holders[starts[i]]` up to, but not including, `holders[starts[i + 1]]`. */
  readonly holders: Uint32Array;
  readonly starts: Uint32Array;
  /**
   * Where not all units may be kept: place of the last one among all possible units, above 0 and at most 1. 0 where all of
   * them are. The query's own essay is left out of the holders, but not here.
   */
  readonly lastPlaces: Float64Array;
}

/**
 * Which essays hold a key. The newest postings are gathered and sorted when somebody asks; from 512 essays on they become
 * a segment, and segments of equal size become one of twice the size, so that a key is looked for in few places. Keys with
 * many holders move to a table of their own, where only `perUnit` essays of `representedUnits` units are kept.
 */
export class PostingIndex {
  /** Each has room for more essays than the next one. */
  private readonly segments: Segment[] = [];
  private readonly newest = new NewestPostings();
  /** Of the newest postings; null when there are some that are not in it. */
  private tail: Segment | null = null;
  private readonly frequent: FrequentKeys;
  private readonly found = new FoundHolders();
  private lists = {
    count: 0,
    holders: new Uint32Array(256) as Uint32Array,
    starts: new Uint32Array(256) as Uint32Array,
    lastPlaces: new Float64Array(256) as Float64Array,
  };

  constructor(
    private readonly table: EssayTable,
    private readonly limits: KeepLimits,
  ) {
    // The query itself takes one place of its unit, and must not hide all others.
    for (const limit of [limits.perUnit, limits.representedUnits]) {
      if (!Number.isInteger(limit) || limit < 2) throw new RangeError(`holders of a fingerprint: ${limit} is no whole number from 2`);
    }
    this.frequent = new FrequentKeys(table, limits);
  }

  get byteLength(): number {
    const segments = [...this.segments, ...(this.tail === null ? [] : [this.tail])];
    return segments.reduce((sum, { byteLength }) => sum + byteLength, this.newest.byteLength + this.frequent.byteLength);
  }

  /** Adds the keys of the next essay. */
  add(keys: IndexKeys, essay: number): void {
    for (let at = 0; at < keys.hashes.length; at++) {
      const hash = keys.hashes[at]!;
      const check = keys.checks[at]!;
      if (!this.frequent.add(hash, check, essay)) this.newest.push(hash, check, essay);
    }
    this.newest.endEssay();
    this.tail = null;
    if (this.newest.isFull) this.settle();
  }

  /** The kept holders of each key without `except`; a negative number leaves out nobody. */
  holdersOf(keys: IndexKeys, except: number): HolderLists {
    this.settle();
    const { lists } = this;
    const count = keys.hashes.length;
    lists.count = count;
    lists.starts = withRoom(lists.starts, count + 1);
    if (lists.lastPlaces.length < count) lists.lastPlaces = new Float64Array(2 * count);
    let end = 0;
    for (const [list, { essays, units }] of this.keptHolders(keys).entries()) {
      lists.starts[list] = end;
      lists.lastPlaces[list] = units < this.limits.representedUnits ? 0 : this.table.unitPlaceOf(essays[essays.length - 1]!);
      lists.holders = withRoom(lists.holders, end + essays.length);
      for (let at = 0; at < essays.length; at++) if (essays[at] !== except) lists.holders[end++] = essays[at]!;
    }
    lists.starts[count] = end;
    return lists;
  }

  /** Whether both give the same holders for every key. */
  equals(other: PostingIndex): boolean {
    return this.covers(other) && other.covers(this);
  }

  /** Whether the other one has every key of this one, with the same holders. */
  private covers(other: PostingIndex): boolean {
    this.settle();
    other.settle();
    let same = true;
    const compare = (hash: number, check: number) => {
      if (!same) return;
      const key = { hashes: Uint32Array.of(hash), checks: Uint8Array.of(check) };
      const [mine, theirs] = [this, other].map((index) => index.keptHolders(key)[0]!.essays.slice().sort());
      same = mine!.length === theirs!.length && mine!.every((essay, at) => essay === theirs![at]);
    };
    for (const segment of [...this.segments, this.tail!]) segment.forEachKey(compare);
    this.frequent.forEachKey(compare);
    return same;
  }

  /** Of each key; what they are in is used again by the next call. */
  private keptHolders(keys: IndexKeys): KeptHolders[] {
    const { hashes, checks } = keys;
    const kept = Array.from(hashes, (hash, key) => this.frequent.get(hash, checks[key]!));
    const wanted = Uint32Array.from(kept.keys()).filter((key) => kept[key] === undefined);
    this.collect(keys, wanted);
    return kept.map((frequent, key) => frequent ?? this.keep(this.found.of(key)));
  }

  private keep(holders: Uint32Array): KeptHolders {
    const { perUnit, representedUnits } = this.limits;
    // So few are all kept, whatever their units.
    if (holders.length <= perUnit && holders.length < representedUnits) return { essays: holders, units: 0 };
    return keepHolders(holders, this.table, this.limits);
  }

  private collect(keys: IndexKeys, wanted: Uint32Array): void {
    this.found.begin(wanted.length);
    for (const segment of this.segments) segment.collect(keys, wanted, this.found);
    this.tail!.collect(keys, wanted, this.found);
    this.found.sort(keys.hashes.length);
  }

  /** Brings the newest postings where they are looked for. */
  private settle(): void {
    if (this.tail !== null) return;
    const crowded = new Map<number, [hash: number, check: number, holders: number[]]>();
    const note = (hash: number, check: number, holders: readonly number[]) => {
      const key = keyNumber(hash, check);
      if (!crowded.has(key)) crowded.set(key, [hash, check, []]);
      crowded.get(key)![2].push(...holders);
    };
    const thinned = (segment: Segment) => segment.withoutFrequent(this.limits.representedUnits, note);
    for (const segment of this.newest.takeSegments()) {
      this.segments.push(thinned(segment));
      while (this.segments.at(-2)?.bits === this.segments.at(-1)!.bits) {
        const [one, two] = this.segments.splice(-2) as [Segment, Segment];
        this.segments.push(thinned(Segment.merge(one, two)));
      }
    }
    this.tail = thinned(this.newest.toSegment());
    for (const [hash, check, holders] of crowded.values()) this.promote(hash, check, holders);
  }

  /** Moves a key to the frequent ones. Where its postings were not left out they are no longer looked at. */
  private promote(hash: number, check: number, leftOut: readonly number[]): void {
    if (this.frequent.get(hash, check) !== undefined) return;
    this.collect({ hashes: Uint32Array.of(hash), checks: Uint8Array.of(check) }, Uint32Array.of(0));
    this.frequent.set(hash, check, Uint32Array.from([...this.found.of(0), ...leftOut]));
  }
}
