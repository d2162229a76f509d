import type { Marks } from './marks.js';
import type { HolderLists } from './posting-index.js';

interface UnitInput {
  /** Fingerprints that the query and an essay have in common, by essay. */
  readonly shared: Uint32Array;
  /** Shared fingerprints from which an essay is a relative. */
  readonly relatedFrom: number;
  /** Number of the unit, by essay. */
  readonly unitOf: Uint32Array;
  /** The query's own unit, undefined when no essay is of it. */
  readonly ownUnit: number | undefined;
  /** Units in the index. */
  readonly units: number;
  /** Units of which holders are kept. */
  readonly representedUnits: number;
  readonly marks: Marks;
}

/**
 * For each fingerprint, the distinct units other than the query's own with a holder that is no relative. Exact while fewer
 * units hold it than are kept; beyond them the units that come first stand for all: when the k-th of them has the place p
 * among all possible ones, about (k - 1) / p hold it (Bar-Yossef et al. 2002). Never more than the other units.
 */
export function countUnits({ count, holders, starts, lastPlaces }: HolderLists, input: UnitInput): Uint32Array {
  const { shared, relatedFrom, unitOf, ownUnit, units, representedUnits, marks } = input;
  const most = ownUnit === undefined ? units : units - 1;
  const counts = new Uint32Array(count);
  for (let list = 0; list < count; list++) {
    marks.begin(units);
    let counted = 0;
    for (let at = starts[list]!; at < starts[list + 1]!; at++) {
      const essay = holders[at]!;
      const unit = unitOf[essay]!;
      if (unit !== ownUnit && shared[essay]! < relatedFrom && marks.add(unit)) counted++;
    }
    const place = lastPlaces[list]!;
    const all = place === 0 ? counted : Math.round(((counted / representedUnits) * (representedUnits - 1)) / place);
    counts[list] = Math.min(most, Math.max(counted, all));
  }
  return counts;
}
