import { align } from '../align/align.js';
import type { AlignedRun } from '../align/aligned-run.js';
import type { SeedIndex } from '../align/seed-index.js';
import type { ExcludeLimits } from '../model/settings.js';
import { OWN, SAYING, type TokenSequence } from '../model/tokens.js';

/** UTF-16 units between two tokens that are more than a blank: a punctuation mark stands there. */
const MARKED_GAP = 2;

/** One essay's tokens and the known texts they are looked for in. */
export interface Search {
  readonly sequence: TokenSequence;
  readonly index: SeedIndex;
  readonly limits: ExcludeLimits;
  /** Tokens that may lie between two runs which stand beside each other. */
  readonly island: number;
}

/**
 * Marks the runs of the known texts with `kind`: those of `minimumInside` tokens, those of `minimumRun` that are a clause of
 * the essay, and whole texts; shorter ones between two marked ones, and those of `minimumBeside` matches beside one, since
 * edits and moved clauses cut quotes into pieces. What is left are a resolution's terms in a sentence of one's own.
 */
export function markRuns(kinds: Uint8Array, kind: number, { sequence, index, limits, island }: Search): void {
  const runs = align({ ids: sequence.ids }, index, limits);
  // A known text that is shorter must be there as a whole: 0 stands before and after it.
  const isWhole = ({ second, secondEnd }: AlignedRun): boolean => !index.ids[second - 1] && !index.ids[secondEnd];
  const isLong = (run: AlignedRun): boolean => {
    const length = run.firstEnd - run.first;
    return length >= limits.minimumInside || (length >= limits.minimumRun && isClause(run, sequence, island)) || isWhole(run);
  };
  for (const run of runs) if (isLong(run)) fill(run);
  const pieces = runs.filter((run) => !isLong(run)).sort((a, b) => a.first - b.first);
  // Forwards, then backwards: a piece that is marked may have the next one beside it.
  for (const run of [...pieces, ...[...pieces].reverse()]) {
    if (isBetween(run) || (run.firstMatches.length >= limits.minimumBeside && isBeside(run))) fill(run);
  }

  // What a reference says is a quote of it also where it is a saying.
  function fill({ first, firstEnd }: AlignedRun): void {
    for (let i = first; i < firstEnd; i++) if (kind !== SAYING || kinds[i] === OWN) kinds[i] = kind;
  }

  function isBeside({ first, firstEnd }: AlignedRun): boolean {
    return hasKind(first - 1 - island, first) || hasKind(firstEnd, firstEnd + island + 1);
  }

  function isBetween({ first, firstEnd }: AlignedRun): boolean {
    return hasKind(first - 1 - island, first) && hasKind(firstEnd, firstEnd + island + 1);
  }

  function hasKind(from: number, to: number): boolean {
    for (let i = Math.max(0, from); i < to; i++) if (kinds[i] === kind) return true;
    return false;
  }
}

/** Whether a run stands between marks or at the ends of the text, give or take `slack` words that lead into it or out of it. */
function isClause({ first, firstEnd }: AlignedRun, { starts, ends }: TokenSequence, slack: number): boolean {
  const hasMark = (from: number, to: number): boolean => {
    for (let i = from; i <= to; i++) if (i <= 0 || i >= starts.length || starts[i]! - ends[i - 1]! >= MARKED_GAP) return true;
    return false;
  };
  return hasMark(first - slack, first) && hasMark(firstEnd, firstEnd + slack);
}

/** An own word or two between two excluded runs is an edit at the seam of two quotes. */
export function closeIslands(kinds: Uint8Array, island: number): void {
  for (let i = 1; i < kinds.length; i++) {
    if (kinds[i] !== OWN || kinds[i - 1] === OWN) continue;
    let end = i;
    while (end < kinds.length && kinds[end] === OWN) end++;
    if (end < kinds.length && end - i <= island) kinds.fill(kinds[i - 1]!, i, end);
    i = end;
  }
}
