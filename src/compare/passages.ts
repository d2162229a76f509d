import type { AlignedRun } from '../align/aligned-run.js';
import type { Passage } from '../model/detection.js';
import type { CompareSettings } from '../model/settings.js';
import type { TokenSequence } from '../model/tokens.js';
import type { TokenWeights } from './shares.js';

/** Share of a short run's syllables that its weight must reach, so that only plain copies are shown beside longer ones. */
const NEARLY_ALL = 0.75;

interface WeighedRun {
  readonly run: AlignedRun;
  readonly weight: number;
}

/**
 * The aligned runs to be shown, in the order of the first text. A run must be `minimumPassage` syllables long on both sides
 * and weigh `minimumWeight`. What quotes or moved clauses cut off from it is shown too: a plain copy from `minimumBeside`
 * syllables on that goes on where a shown run ends, or ends where one begins, in one of the two texts.
 */
export function toPassages(
  [first, second]: readonly [TokenSequence, TokenSequence],
  runs: readonly AlignedRun[],
  weights: TokenWeights,
  settings: CompareSettings,
): Passage[] {
  const weighed = runs.map((run) => ({ run, weight: run.firstMatches.reduce((sum, place) => sum + weights[place]!, 0) }));
  return selectShown(weighed, settings)
    .sort((a, b) => a.run.first - b.run.first || a.run.second - b.run.second)
    .map(({ run, weight }) => ({
      first: { start: first.starts[run.first]!, end: first.ends[run.firstEnd - 1]! },
      second: { start: second.starts[run.second]!, end: second.ends[run.secondEnd - 1]! },
      syllables: run.firstEnd - run.first,
      identical: run.firstMatches.length / (run.firstEnd - run.first),
      weight,
    }));
}

function selectShown(weighed: readonly WeighedRun[], { minimumPassage, minimumWeight, minimumBeside, gap }: CompareSettings): WeighedRun[] {
  const shown = weighed.filter(({ run, weight }) => lengthOf(run) >= minimumPassage && weight >= minimumWeight);
  let pieces = weighed.filter(
    ({ run, weight }) => lengthOf(run) >= minimumBeside && lengthOf(run) < minimumPassage && weight >= NEARLY_ALL * lengthOf(run),
  );
  // A piece that is shown may have the next one beside it.
  for (let i = 0; i < shown.length && pieces.length > 0; i++) {
    const beside = pieces.filter((piece) => goesOn(shown[i]!.run, piece.run, gap));
    shown.push(...beside);
    pieces = pieces.filter((piece) => !beside.includes(piece));
  }
  return shown;
}

/** Of the shorter side. */
const lengthOf = (run: AlignedRun): number => Math.min(run.firstEnd - run.first, run.secondEnd - run.second);

/** Tokens that a quote, or other sentences, between two pieces of one passage may take. */
const FAR = 200;
/** Tokens within which clauses change places. */
const NEAR = 30;

/**
 * Whether one run is a piece of the other's passage: it follows (or comes before) with a small gap in one of the texts and
 * in the same order in both, or it stands close by in both, in whatever order.
 */
function goesOn(one: AlignedRun, other: AlignedRun, gap: number): boolean {
  const inFirst = distance([one.first, one.firstEnd], [other.first, other.firstEnd]);
  const inSecond = distance([one.second, one.secondEnd], [other.second, other.secondEnd]);
  const inOrder = one.first < other.first === one.second < other.second;
  if (inOrder) return Math.min(inFirst, inSecond) <= gap && Math.max(inFirst, inSecond) <= FAR;
  return Math.max(inFirst, inSecond) <= NEAR;
}

/** Tokens between two stretches; 0 where they touch or overlap. */
const distance = ([start, end]: readonly [number, number], [otherStart, otherEnd]: readonly [number, number]): number =>
  Math.max(0, otherStart - end, start - otherEnd);
