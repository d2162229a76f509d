import { addFigures, NO_FIGURES, type UnitFigures } from '../../../../model/person-facts.js';
import type { Store, Tables } from '../store.js';
import type { OwnFigures } from './kept-figures.js';
import { readLooked, readOwnFigures, readTree, type TreeUnit } from './read-figures.js';

/** Hours that Vietnam is ahead of UTC. */
const AHEAD = 7 * 3_600_000;

/** The day that it is in Vietnam, YYYY-MM-DD. */
export const dayInVietnam = (moment: Date): string => new Date(moment.getTime() + AHEAD).toISOString().slice(0, 10);

/** Units from some downward with their figures: each unit's own, and with everything below it. */
export class CountedTree {
  private readonly below = new Map<string | null, TreeUnit[]>();
  private readonly sums = new Map<string, UnitFigures>();

  constructor(
    readonly units: readonly TreeUnit[],
    private readonly own: ReadonlyMap<string, OwnFigures>,
    private readonly of: keyof OwnFigures,
  ) {
    for (const unit of units) {
      const list = this.below.get(unit.parent);
      if (list === undefined) this.below.set(unit.parent, [unit]);
      else list.push(unit);
    }
    // Those below first: a unit is the sum of its own and of the units directly below it.
    for (const { id } of [...units].reverse()) {
      this.sums.set(id, addFigures([this.ownOf(id), ...this.childrenOf(id).map((child) => this.allOf(child.id))]));
    }
  }

  ownOf(unit: string): UnitFigures {
    return this.own.get(unit)?.[this.of] ?? NO_FIGURES;
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
}

/** Counts the units from some downward in a campaign. What was counted since the last change is not counted again. */
export async function countTree(
  { store, tables, mark }: { readonly store: Store; readonly tables: Tables; readonly mark: number },
  campaign: string,
  roots: readonly string[],
  keyCadres: boolean,
): Promise<CountedTree> {
  const today = dayInVietnam(store.now());
  const units = await readTree(tables, campaign, roots);
  const known = store.keptFigures.at(mark, `${campaign} ${today}`);
  const unknown = units.filter(({ id }) => !known.has(id));
  if (unknown.length > 0) {
    const own = await readOwnFigures(tables, await readLooked(tables, campaign, today), unknown);
    for (const [unit, figures] of own) known.set(unit, figures);
  }
  return new CountedTree(units, known, keyCadres ? 'keyCadres' : 'all');
}
