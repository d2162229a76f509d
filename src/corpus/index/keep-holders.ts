import type { CandidateSettings } from '../../model/settings.js';
import type { EssayTable } from './essay-table.js';

/** How many holders of one key are kept. */
export type KeepLimits = Pick<CandidateSettings, 'perUnit' | 'representedUnits'>;

/** Kept holders of one key, by unit. */
export interface KeptHolders {
  readonly essays: Uint32Array;
  /** Distinct units among them. */
  readonly units: number;
}

/**
 * Those of the holders of a key that are kept: of each unit the first essays, of all units the first ones, by orders that
 * know nothing of when an essay came. So a set of holders leaves the same ones whatever the order and however often it was
 * cut on the way, and a unit leaves no more for having handed in more.
 */
export function keepHolders(holders: Uint32Array, table: EssayTable, { perUnit, representedUnits }: KeepLimits): KeptHolders {
  const sorted = holders.slice().sort(table.byUnit);
  let end = 0;
  let units = 0;
  let ofUnit = 0;
  for (let at = 0; at < sorted.length; at++) {
    const isNew = at === 0 || table.units[sorted[at]!] !== table.units[sorted[at - 1]!];
    if (isNew && units === representedUnits) break;
    ofUnit = isNew ? 1 : ofUnit + 1;
    if (isNew) units++;
    if (ofUnit <= perUnit) sorted[end++] = sorted[at]!;
  }
  return { essays: sorted.subarray(0, end), units };
}
