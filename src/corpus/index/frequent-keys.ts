import type { EssayTable } from './essay-table.js';
import { withRoom } from './growable.js';
import { keyNumber } from './index-keys.js';
import { type KeepLimits, type KeptHolders, keepHolders } from './keep-holders.js';

/** Bits of a hash that the filter tells apart: 128 KB. */
const FILTER_BITS = 20;

/** The keys that many essays hold, each with those of its holders that are kept. */
export class FrequentKeys {
  private readonly lists = new Map<number, FrequentKey>();
  /** One bit for all hashes with the same first bits, set when one of them is frequent: most keys need no look into the map. */
  private readonly filter = new Uint32Array(2 ** (FILTER_BITS - 5));

  constructor(
    private readonly table: EssayTable,
    private readonly limits: KeepLimits,
  ) {}

  get byteLength(): number {
    let bytes = this.filter.byteLength;
    for (const { byteLength } of this.lists.values()) bytes += byteLength;
    return bytes;
  }

  /** Undefined when the key is not frequent. */
  get(hash: number, check: number): KeptHolders | undefined {
    const bit = hash >>> (32 - FILTER_BITS);
    if ((this.filter[bit >>> 5]! & (1 << (bit & 31))) === 0) return undefined;
    return this.lists.get(keyNumber(hash, check));
  }

  /** Whether the key is frequent; then its new holder has been noted. */
  add(hash: number, check: number, essay: number): boolean {
    const list = this.get(hash, check) as FrequentKey | undefined;
    list?.add(essay);
    return list !== undefined;
  }

  /** Makes a key frequent; these are all its holders so far. */
  set(hash: number, check: number, holders: Uint32Array): void {
    const bit = hash >>> (32 - FILTER_BITS);
    this.filter[bit >>> 5]! |= 1 << (bit & 31);
    this.lists.set(keyNumber(hash, check), new FrequentKey(holders, this.table, this.limits));
  }

  /** Calls `visit` for each frequent key. */
  forEachKey(visit: (hash: number, check: number) => void): void {
    for (const number of this.lists.keys()) visit(Math.floor(number / 16), number % 16);
  }
}

/** The kept holders of one key, brought up to date one by one. */
class FrequentKey implements KeptHolders {
  private list: Uint32Array;
  private length: number;
  units: number;

  constructor(
    holders: Uint32Array,
    private readonly table: EssayTable,
    private readonly limits: KeepLimits,
  ) {
    const kept = keepHolders(holders, table, limits);
    this.list = kept.essays.slice();
    this.length = this.list.length;
    this.units = kept.units;
  }

  get byteLength(): number {
    return this.list.byteLength;
  }

  get essays(): Uint32Array {
    return this.list.subarray(0, this.length);
  }

  add(essay: number): void {
    const { table, limits } = this;
    const unitOf = (at: number) => table.units[this.list[at]!]!;
    const unit = table.units[essay]!;
    let at = this.length;
    // Most come behind the last one once there are enough units.
    if (this.units === limits.representedUnits && unitOf(at - 1) !== unit && table.byUnit(essay, this.list[at - 1]!) > 0) return;
    while (at > 0 && table.byUnit(essay, this.list[at - 1]!) < 0) at--;
    let first = at;
    while (first > 0 && unitOf(first - 1) === unit) first--;
    let end = at;
    while (end < this.length && unitOf(end) === unit) end++;
    if (end - first === limits.perUnit) {
      // The last one of the unit makes room, which may be the new one.
      this.list.copyWithin(at + 1, at, end - 1);
      if (at < end) this.list[at] = essay;
      return;
    }
    this.list = withRoom(this.list, this.length + 1);
    this.list.copyWithin(at + 1, at, this.length++);
    this.list[at] = essay;
    if (first === end) this.units++;
    if (this.units > limits.representedUnits) this.dropLastUnit();
  }

  private dropLastUnit(): void {
    const unit = this.table.units[this.list[this.length - 1]!]!;
    while (this.table.units[this.list[this.length - 1]!] === unit) this.length--;
    this.units--;
  }
}
