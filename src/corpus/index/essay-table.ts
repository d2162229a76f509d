import { hashString } from '../../model/hash.js';
import { withRoom } from './growable.js';

/** The essays of an index by number, from 0 in the order of adding, with their ids and units. */
export class EssayTable {
  private readonly ids: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly unitNumbers = new Map<string, number>();
  /** Hashes of the ids, mixed, so that ids that differ in one digit lie far apart. */
  private priorities: Uint32Array = new Uint32Array(64);
  private unitsOfEssays: Uint32Array = new Uint32Array(64);

  get size(): number {
    return this.ids.length;
  }

  /** Distinct units. */
  get unitCount(): number {
    return this.unitNumbers.size;
  }

  /** The number of the new essay. RangeError when the id is known already. */
  add(id: string, unit: string): number {
    if (this.numbers.has(id)) throw new RangeError(`essay ${id} is indexed already`);
    const essay = this.ids.length;
    const unitNumber = this.unitNumbers.get(unit) ?? this.unitNumbers.size;
    this.ids.push(id);
    this.numbers.set(id, essay);
    this.unitNumbers.set(unit, unitNumber);
    this.priorities = withRoom(this.priorities, essay + 1);
    this.unitsOfEssays = withRoom(this.unitsOfEssays, essay + 1);
    this.priorities[essay] = hashString(id);
    this.unitsOfEssays[essay] = unitNumber;
    return essay;
  }

  idOf(essay: number): string {
    return this.ids[essay]!;
  }

  /** Undefined when no essay has the id. */
  numberOf(id: string): number | undefined {
    return this.numbers.get(id);
  }

  /** Number of the unit, by essay. */
  get units(): Uint32Array {
    return this.unitsOfEssays;
  }

  /** Undefined when no essay is of the unit. */
  unitNumberOf(unit: string): number | undefined {
    return this.unitNumbers.get(unit);
  }

  /** Which of two essays stays longer among the representatives of a key: the same one whatever the order of adding. */
  readonly before = (a: number, b: number): boolean => {
    const first = this.priorities[a]!;
    const second = this.priorities[b]!;
    return first === second ? this.idOf(a) < this.idOf(b) : first < second;
  };

  readonly compareIds = (a: number, b: number): number => {
    const first = this.idOf(a);
    const second = this.idOf(b);
    return first < second ? -1 : first > second ? 1 : 0;
  };

  /** Whether both have the same essays of the same units under the same numbers. */
  equals(other: EssayTable): boolean {
    return (
      this.size === other.size &&
      this.ids.every((id, essay) => id === other.ids[essay] && this.unitsOfEssays[essay] === other.unitsOfEssays[essay])
    );
  }
}
