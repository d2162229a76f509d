import type { AlignedRun } from '../align/aligned-run.js';
import type { Passage } from '../model/detection.js';
import type { CompareSettings } from '../model/settings.js';
import type { TokenSequence } from '../model/tokens.js';
import type { TokenWeights } from './shares.js';

/** The aligned runs that are long enough to be shown, in the order of the first text; a run must be as long on both sides. */
export function toPassages(
  [first, second]: readonly [TokenSequence, TokenSequence],
  runs: readonly AlignedRun[],
  weights: TokenWeights,
  { minimumPassage }: CompareSettings,
): Passage[] {
  return runs
    .filter((run) => Math.min(run.firstEnd - run.first, run.secondEnd - run.second) >= minimumPassage)
    .sort((a, b) => a.first - b.first || a.second - b.second)
    .map((run) => ({
      first: { start: first.starts[run.first]!, end: first.ends[run.firstEnd - 1]! },
      second: { start: second.starts[run.second]!, end: second.ends[run.secondEnd - 1]! },
      syllables: run.firstEnd - run.first,
      identical: run.firstMatches.length / (run.firstEnd - run.first),
      weight: run.firstMatches.reduce((sum, place) => sum + weights[place]!, 0),
    }));
}
