import type { AlignedRun } from '../align/aligned-run.js';
import { matchGap, roomForMatches } from '../align/match-gap.js';
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
  const matches = roomForMatches(longest);
  const gap = { first: before.firstEnd, firstEnd: after.first, second: before.secondEnd, secondEnd: after.second };
  matchGap([one.ids, other.ids], gap, matches);
  if (matches.length < SAME * longest) return null;
  return {
    first: before.first,
    firstEnd: after.firstEnd,
    second: before.second,
    secondEnd: after.secondEnd,
    firstMatches: concat(before.firstMatches, matches.first.subarray(0, matches.length), after.firstMatches),
    secondMatches: concat(before.secondMatches, matches.second.subarray(0, matches.length), after.secondMatches),
    repeats: false,
  };
}

function concat(...parts: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
