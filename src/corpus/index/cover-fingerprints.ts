import type { Marks } from './marks.js';
import type { HolderLists } from './posting-index.js';

interface CoverInput {
  /** Holders of each distinct fingerprint of the query, the query itself left out. */
  readonly lists: HolderLists;
  /** All 0, by essay, before and after. */
  readonly gains: Uint32Array;
  readonly byPriority: (a: number, b: number) => number;
  readonly marks: Marks;
  readonly essays: number;
}

/**
 * Essays besides the `chosen` ones, so that each fingerprint with a holder has one among all of them: greedily the essay
 * with most fingerprints that none of the others holds. At most as many as fingerprints that the chosen ones leave open.
 */
export function coverFingerprints(input: CoverInput, chosen: readonly number[]): number[] {
  const { lists, gains, byPriority, marks, essays } = input;
  marks.begin(essays);
  for (const essay of chosen) marks.add(essay);
  let open = openLists(lists, marks);
  let gaining = tallyGains(lists, open, gains);
  const added: number[] = [];
  while (open.length > 0) {
    let best = gaining[0]!;
    for (const essay of gaining) {
      const more = gains[essay]! - gains[best]!;
      if (more > 0 || (more === 0 && byPriority(essay, best) < 0)) best = essay;
    }
    added.push(best);
    open = without(best, lists, open, gains);
    gaining = gaining.filter((essay) => gains[essay]! > 0);
  }
  return added;
}

/** The lists with holders, none of which is marked. */
function openLists({ count, holders, starts }: HolderLists, marks: Marks): number[] {
  const open: number[] = [];
  for (let list = 0; list < count; list++) {
    const end = starts[list + 1]!;
    let at = starts[list]!;
    if (at === end) continue;
    while (at < end && !marks.has(holders[at]!)) at++;
    if (at === end) open.push(list);
  }
  return open;
}

/** Counts in how many of the open lists an essay stands, and gives those that stand in any. */
function tallyGains({ holders, starts }: HolderLists, open: readonly number[], gains: Uint32Array): number[] {
  const gaining: number[] = [];
  for (const list of open) {
    for (let at = starts[list]!; at < starts[list + 1]!; at++) {
      if (gains[holders[at]!]!++ === 0) gaining.push(holders[at]!);
    }
  }
  return gaining;
}

/** The open lists that do not have `essay`; the others are no gain for their holders any more. */
function without(essay: number, { holders, starts }: HolderLists, open: readonly number[], gains: Uint32Array): number[] {
  return open.filter((list) => {
    const own = holders.subarray(starts[list]!, starts[list + 1]!);
    if (!own.includes(essay)) return true;
    for (const holder of own) gains[holder]!--;
    return false;
  });
}
