import { addFigures, NO_FIGURES, type UnitFigures } from '../../../../model/person-facts.js';
import type { Store } from '../store.js';
import { type CountedUnits, countUnits } from './count-units.js';
import { DayFigures, receivedIn } from './counted-unit.js';
import type { TreeUnit } from './read-tree.js';

/** Hours that Vietnam is ahead of UTC. */
const AHEAD = 7 * 3_600_000;

/** The day that it is in Vietnam, YYYY-MM-DD. */
export const dayInVietnam = (moment: Date): string => new Date(moment.getTime() + AHEAD).toISOString().slice(0, 10);

/** Which people are counted, and on which day. */
interface Counting {
  readonly today: string;
  readonly keyCadres: boolean;
}

/** Units from some downward with their figures: each unit's own, and with everything below it. */
export class CountedTree {
  private readonly below = new Map<string | null, TreeUnit[]>();
  private readonly own = new Map<string, UnitFigures>();
  private readonly sums = new Map<string, UnitFigures>();

  constructor(
    private readonly found: CountedUnits,
    private readonly counting: Counting,
  ) {
    for (const unit of this.units) {
      const list = this.below.get(unit.parent);
      if (list === undefined) this.below.set(unit.parent, [unit]);
      else list.push(unit);
    }
    const figures = new DayFigures(counting.today, counting.keyCadres);
    for (const [unit, counted] of found.counted) this.own.set(unit, figures.of(counted));
    // Those below first: a unit is the sum of its own and of the units directly below it.
    for (const { id } of [...this.units].reverse()) {
      this.sums.set(id, addFigures([this.ownOf(id), ...this.childrenOf(id).map((child) => this.allOf(child.id))]));
    }
  }

  /** A unit never before the one above it. */
  get units(): readonly TreeUnit[] {
    return this.found.units;
  }

  ownOf(unit: string): UnitFigures {
    return this.own.get(unit) ?? NO_FIGURES;
  }

  allOf(unit: string): UnitFigures {
    return this.sums.get(unit) ?? NO_FIGURES;
  }

  childrenOf(unit: string | null): readonly TreeUnit[] {
    return this.below.get(unit) ?? [];
  }

  /** Everything that the tree begins with, together. */
  total(): UnitFigures {
    return addFigures(this.childrenOf(null).map(({ id }) => this.allOf(id)));
  }

  /** How many of those required first handed in on each day, in order. */
  received(): { readonly day: string; readonly received: number }[] {
    const sums = new Map<string, number>();
    for (const counted of this.found.counted.values()) {
      for (const [day, isKeyCadre, people] of receivedIn(counted)) {
        if (isKeyCadre === 1 || !this.counting.keyCadres) sums.set(day, (sums.get(day) ?? 0) + people);
      }
    }
    return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([day, people]) => ({ day, received: people }));
  }
}

/** Counts the units from some downward in a campaign, as it is today. */
export async function countTree(store: Store, campaign: string, roots: readonly string[], keyCadres: boolean): Promise<CountedTree> {
  return new CountedTree(await countUnits(store, campaign, roots), { today: dayInVietnam(store.now()), keyCadres });
}
