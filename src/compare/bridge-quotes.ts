import type { AlignedRun } from '../align/aligned-run.js';
import { matchGap } from '../align/match-gap.js';
import type { TokenSequence } from '../model/tokens.js';

/** Tokens of either text between two runs that may be quoted words inside one passage; more of them are a quote of their own. */
const LONGEST = 12;
/** Share of the tokens between that both texts must have. */
const SAME = 0.6;

/**
 * Joins runs between which both texts say the same words of a reference: who copies a passage copies the resolution's terms in
 * it too, and a passage does not end where one stands. The quoted words count as matched; they weigh nothing.
 */
export function bridgeQuotes(runs: readonly AlignedRun[], texts: readonly [TokenSequence, TokenSequence]): AlignedRun[] {
  const joined: AlignedRun[] = [];
  for (const run of [...runs].sort((a, b) => a.first - b.first || a.second - b.second)) {
    const before = joined.at(-1);
    const bridge = before && !before.repeats && !run.repeats ? bridgeOver(before, run, texts) : null;
    if (bridge === null) joined.push(run);
    else joined[joined.length - 1] = bridge;
  }
  return joined.sort((a, b) => b.firstMatches.length - a.firstMatches.length || a.first - b.first || a.second - b.second);
}

function bridgeOver(before: AlignedRun, after: AlignedRun, [one, other]: readonly [TokenSequence, TokenSequence]): AlignedRun | null {
  const longest = Math.max(after.first - before.firstEnd, after.second - before.secondEnd);
  if (after.first <= before.firstEnd || after.second <= before.secondEnd || longest > LONGEST) return null;
  const matches = { first: [...before.firstMatches], second: [...before.secondMatches] };
  const known = matches.first.length;
  const between = [one.ids.subarray(before.firstEnd, after.first), other.ids.subarray(before.secondEnd, after.second)] as const;
  matchGap(between, { first: before.firstEnd, second: before.secondEnd }, matches);
  if (matches.first.length - known < SAME * longest) return null;
  return {
    first: before.first,
    firstEnd: after.firstEnd,
    second: before.second,
    secondEnd: after.secondEnd,
    firstMatches: Uint32Array.from([...matches.first, ...after.firstMatches]),
    secondMatches: Uint32Array.from([...matches.second, ...after.secondMatches]),
    repeats: false,
  };
}
