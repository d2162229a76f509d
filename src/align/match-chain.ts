import type { AlignedRun } from './aligned-run.js';
import type { RunChain } from './chain-runs.js';
import type { ExactRun } from './exact-runs.js';
import { addMatch, type Matches, matchGap } from './match-gap.js';

/** How far below its best an extension over single equal tokens may fall before it stops (x-drop). */
const X_DROP = 4;
/** What an unequal token costs an extension, in equal ones: half of the words of a copy may have been changed. */
const MISMATCH_COST = 0.5;

/** All equal tokens of a chain: its runs, the tokens that agree inside the gaps, and what goes on beyond both ends. `matches` is overwritten. */
export function matchChain(first: Uint32Array, second: Uint32Array, chain: RunChain, matches: Matches): AlignedRun {
  matches.length = 0;
  const head = chain[0]!;
  const before = extension(first, second, { first: head.first - 1, second: head.second - 1, step: -1 });
  matchDiagonal(first, second, { first: head.first - before, second: head.second - before, length: before }, matches);
  const streams = [first, second] as const;
  let [end, secondEnd] = [head.first, head.second];
  for (const run of chain) {
    if (run.first > end && run.second > secondEnd) {
      matchGap(streams, { first: end, firstEnd: run.first, second: secondEnd, secondEnd: run.second }, matches);
    }
    for (let i = 0; i < run.length; i++) addMatch(matches, run.first + i, run.second + i);
    end = run.first + run.length;
    secondEnd = run.second + run.length;
  }
  const after = extension(first, second, { first: end, second: secondEnd, step: 1 });
  matchDiagonal(first, second, { first: end, second: secondEnd, length: after }, matches);
  return toRun(matches);
}

/** The run from the first to the last of its matches. */
function toRun({ first, second, length }: Matches): AlignedRun {
  return {
    first: first[0]!,
    firstEnd: first[length - 1]! + 1,
    second: second[0]!,
    secondEnd: second[length - 1]! + 1,
    firstMatches: first.slice(0, length),
    secondMatches: second.slice(0, length),
    repeats: false,
  };
}

/** Tokens that the run may go on along its diagonal: up to the best point at which equal tokens outweigh unequal ones. */
function extension(first: Uint32Array, second: Uint32Array, from: { first: number; second: number; step: 1 | -1 }): number {
  let score = 0;
  let best = 0;
  let length = 0;
  for (let i = from.first, j = from.second, steps = 1; ; i += from.step, j += from.step, steps++) {
    const id = first[i];
    const other = second[j];
    if (id === undefined || other === undefined || id === 0 || other === 0) break;
    score += id === other ? 1 : -MISMATCH_COST;
    if (score > best) {
      best = score;
      length = steps;
    }
    if (score <= best - X_DROP) break;
  }
  return length;
}

/** Adds the equal tokens of two stretches of one length, place by place. */
function matchDiagonal(first: Uint32Array, second: Uint32Array, at: ExactRun, matches: Matches): void {
  for (let i = 0; i < at.length; i++) if (first[at.first + i] === second[at.second + i]) addMatch(matches, at.first + i, at.second + i);
}
