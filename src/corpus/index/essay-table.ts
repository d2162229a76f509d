import { hashString } from '../../model/hash.js';
import { withRoom } from './growable.js';

const FIRST_SLOTS = 128;

/** The essays of an index by number, from 0 in the order of adding, with their ids and units. */
export class EssayTable {
  private readonly ids: string[] = [];
  private readonly unitNumbers = new Map<string, number>();
  private readonly unitNames: string[] = [];
  /** Hashes of the ids and of the units, mixed, so that names that differ in one digit lie far apart. */
  private priorities: Uint32Array = new Uint32Array(64);
  private unitPriorities: Uint32Array = new Uint32Array(64);
  private unitsOfEssays: Uint32Array = new Uint32Array(64);
  /** Numbers of the essays from 1, by the hash of their ids: open addressing, 0 for a free slot. */
  private slots = new Uint32Array(FIRST_SLOTS);

  get size(): number {
    return this.ids.length;
  }

  /** Distinct units. */
  get unitCount(): number {
    return this.unitNames.length;
  }

  /** Bytes of the typed arrays. */
  get byteLength(): number {
    return this.priorities.byteLength + this.unitPriorities.byteLength + this.unitsOfEssays.byteLength + this.slots.byteLength;
  }

  /** The number of the new essay. RangeError when the id is known already. */
  add(id: string, unit: string): number {
    if (this.numberOf(id) !== undefined) throw new RangeError(`essay ${id} is indexed already`);
    const essay = this.ids.push(id) - 1;
    this.priorities = withRoom(this.priorities, essay + 1);
    this.unitsOfEssays = withRoom(this.unitsOfEssays, essay + 1);
    this.priorities[essay] = hashString(id);
    this.unitsOfEssays[essay] = this.unitNumberOf(unit) ?? this.addUnit(unit);
    if (2 * this.size > this.slots.length) this.growSlots();
    else this.slots[this.slotOf(id)] = essay + 1;
    return essay;
  }

  idOf(essay: number): string {
    return this.ids[essay]!;
  }

  /** Undefined when no essay has the id. */
  numberOf(id: string): number | undefined {
    const entry = this.slots[this.slotOf(id)]!;
    return entry === 0 ? undefined : entry - 1;
  }

  /** Number of the unit, by essay. */
  get units(): Uint32Array {
    return this.unitsOfEssays;
  }

  /** Undefined when no essay is of the unit. */
  unitNumberOf(unit: string): number | undefined {
    return this.unitNumbers.get(unit);
  }

  /** Place of an essay's unit among all possible units, above 0 and at most 1: even, and the same whatever else is kept. */
  unitPlaceOf(essay: number): number {
    return (this.unitPriorities[this.unitsOfEssays[essay]!]! + 1) / 2 ** 32;
  }

  /** A total order of the essays that depends on nothing but their ids. */
  readonly byPriority = (a: number, b: number): number => {
    const first = this.priorities[a]!;
    const second = this.priorities[b]!;
    return first === second ? compareTexts(this.ids[a]!, this.ids[b]!) : first - second;
  };

  /** A total order that depends on ids and units alone and has the essays of a unit side by side. */
  readonly byUnit = (a: number, b: number): number => {
    const first = this.unitsOfEssays[a]!;
    const second = this.unitsOfEssays[b]!;
    if (first === second) return this.byPriority(a, b);
    return this.unitPriorities[first]! - this.unitPriorities[second]! || compareTexts(this.unitNames[first]!, this.unitNames[second]!);
  };

  /** Whether both have the same essays of the same units under the same numbers. */
  equals(other: EssayTable): boolean {
    return (
      this.size === other.size &&
      this.ids.every((id, essay) => id === other.ids[essay] && this.unitNameOf(essay) === other.unitNameOf(essay))
    );
  }

  private unitNameOf(essay: number): string {
    return this.unitNames[this.unitsOfEssays[essay]!]!;
  }

  private addUnit(unit: string): number {
    const number = this.unitNames.push(unit) - 1;
    this.unitNumbers.set(unit, number);
    this.unitPriorities = withRoom(this.unitPriorities, number + 1);
    this.unitPriorities[number] = hashString(unit);
    return number;
  }

  /** The slot of the essay, or the free one where it belongs. */
  private slotOf(id: string): number {
    const last = this.slots.length - 1;
    let slot = hashString(id) & last;
    while (this.slots[slot] !== 0 && this.ids[this.slots[slot]! - 1] !== id) slot = (slot + 1) & last;
    return slot;
  }

  private growSlots(): void {
    const last = 2 * this.slots.length - 1;
    this.slots = new Uint32Array(last + 1);
    for (let essay = 0; essay < this.size; essay++) {
      let slot = this.priorities[essay]! & last;
      while (this.slots[slot] !== 0) slot = (slot + 1) & last;
      this.slots[slot] = essay + 1;
    }
  }
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
