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
}

/**
 * For each fingerprint, the distinct units other than the query's own with a holder that is no relative. Where not all
 * holders are kept, the count is raised in proportion; it never exceeds the number of other units.
 */
export function countUnits({ count, holders, starts, totals }: HolderLists, input: UnitInput): Uint32Array {
  const { shared, relatedFrom, unitOf, ownUnit, units } = input;
  const most = ownUnit === undefined ? units : units - 1;
  // The last fingerprint, counted from 1, for which a unit was counted: no clearing between fingerprints.
  const countedFor = new Uint32Array(units);
  const counts = new Uint32Array(count);
  for (let list = 0; list < count; list++) {
    const start = starts[list]!;
    const end = starts[list + 1]!;
    let distinct = 0;
    for (let at = start; at < end && distinct < most; at++) {
      const essay = holders[at]!;
      const unit = unitOf[essay]!;
      if (unit === ownUnit || countedFor[unit] === list + 1 || shared[essay]! >= relatedFrom) continue;
      countedFor[unit] = list + 1;
      distinct++;
    }
    if (distinct > 0) counts[list] = Math.min(most, Math.round((distinct * totals[list]!) / (end - start)));
  }
  return counts;
}
