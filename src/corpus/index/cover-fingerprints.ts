import type { HolderLists } from './posting-index.js';

interface CoverInput {
  /** Holders of each distinct fingerprint of the query, the query itself left out. */
  readonly lists: HolderLists;
  /** Essays with at least one of them. */
  readonly sharing: readonly number[];
  /** Fingerprints in common, by essay. */
  readonly shared: Uint32Array;
  readonly compareIds: (a: number, b: number) => number;
}

/**
 * At most `limit` essays besides the `chosen` ones, so that each fingerprint with a holder has one among all of them:
 * greedily the essay with most fingerprints that none of the others holds, ties by id.
 */
export function coverFingerprints(input: CoverInput, chosen: readonly number[], limit: number): number[] {
  const gains = input.shared.slice();
  const covering = new Set(chosen);
  let open = Array.from({ length: input.lists.count }, (_, list) => list);
  const added: number[] = [];
  while (true) {
    open = openLists(input.lists, open, covering, gains);
    if (added.length >= limit || open.length === 0) return added;
    const best = largestGain(input, gains);
    added.push(best);
    // The open fingerprints are those that the earlier ones do not cover.
    covering.clear();
    covering.add(best);
  }
}

/** The lists without any of the `covering` essays, empty ones left out; a covered one is no gain for its holders any more. */
function openLists({ holders, starts }: HolderLists, open: readonly number[], covering: ReadonlySet<number>, gains: Uint32Array): number[] {
  return open.filter((list) => {
    const start = starts[list]!;
    const end = starts[list + 1]!;
    let at = start;
    while (at < end && !covering.has(holders[at]!)) at++;
    if (at === end) return end > start;
    for (let of = start; of < end; of++) gains[holders[of]!]!--;
    return false;
  });
}

function largestGain({ sharing, compareIds }: CoverInput, gains: Uint32Array): number {
  let best = sharing[0]!;
  for (const essay of sharing) {
    const more = gains[essay]! - gains[best]!;
    if (more > 0 || (more === 0 && compareIds(essay, best) < 0)) best = essay;
  }
  return best;
}
