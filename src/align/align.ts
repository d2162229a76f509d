import type { AlignSettings } from '../model/settings.js';
import type { AlignedRun } from './aligned-run.js';
import { chainRuns, type RunChain } from './chain-runs.js';
import { findExactRuns } from './exact-runs.js';
import { matchChain } from './match-chain.js';
import { roomForMatches } from './match-gap.js';
import { type AlignInput, maskedIds, type SeedIndex } from './seed-index.js';

/** Share of a run's tokens that no earlier, better run may have claimed on at least one side. */
const MINIMUM_NEW = 0.5;

/**
 * Aligns two token streams: exact seeds, extended and merged to chains, the gaps filled token by token. Runs come by
 * falling number of matches. A token may lie in several runs if the text repeats itself, but every run has new tokens
 * on one side at least. Expected time is linear in the two lengths.
 */
export function align(input: AlignInput, index: SeedIndex, settings: AlignSettings): AlignedRun[] {
  const first = maskedIds(input);
  const { ids: second } = index;
  const maskedBefore = [countMasked(first), countMasked(second)] as const;
  const runs = findExactRuns(first, index);
  const chains = chainRuns(
    runs,
    settings,
    (run, next) =>
      maskedBefore[0][next.first] !== maskedBefore[0][run.first + run.length] ||
      maskedBefore[1][next.second] !== maskedBefore[1][run.second + run.length],
  );
  const matches = roomForMatches(Math.min(first.length, second.length));
  const aligned = chains
    .map((chain: RunChain) => matchChain(first, second, chain, matches))
    .filter((run) => run.firstMatches.length >= settings.density * Math.max(run.firstEnd - run.first, run.secondEnd - run.second));
  aligned.sort((a, b) => b.firstMatches.length - a.firstMatches.length || a.first - b.first || a.second - b.second);
  return keepNew(aligned, first.length, second.length);
}

/** counts[i] = masked tokens before i. */
function countMasked(ids: Uint32Array): Uint32Array {
  const counts = new Uint32Array(ids.length + 1);
  for (let i = 0; i < ids.length; i++) counts[i + 1] = counts[i]! + (ids[i] === 0 ? 1 : 0);
  return counts;
}

function keepNew(runs: readonly AlignedRun[], firstLength: number, secondLength: number): AlignedRun[] {
  const claimed = [new Uint8Array(firstLength), new Uint8Array(secondLength)] as const;
  return runs.flatMap((run) => {
    const wanted = MINIMUM_NEW * run.firstMatches.length;
    const newSides = [countNew(claimed[0], run.firstMatches), countNew(claimed[1], run.secondMatches)].filter(
      (count) => count >= wanted,
    ).length;
    if (newSides === 0) return [];
    for (const place of run.firstMatches) claimed[0][place] = 1;
    for (const place of run.secondMatches) claimed[1][place] = 1;
    return [newSides === 1 ? { ...run, repeats: true } : run];
  });
}

function countNew(claimed: Uint8Array, places: Uint32Array): number {
  let count = 0;
  for (const place of places) count += 1 - claimed[place]!;
  return count;
}
