import type { AlignedRun } from '../align/aligned-run.js';
import type { Passage } from '../model/detection.js';
import type { CompareSettings } from '../model/settings.js';
import { isAside, type MarkedSequence, type TokenSequence } from '../model/tokens.js';
import { MOSTLY_RARE, type TokenWeights } from './shares.js';
import { splitRun } from './split-run.js';

/** Share of a short run's syllables that its weight must reach, so that only plain copies are shown beside longer ones. */
const NEARLY_ALL = 0.75;
/** Share of equal syllables from which a passage is the same sentence. */
const VERBATIM = 0.95;

interface WeighedRun {
  readonly run: AlignedRun;
  readonly weight: number;
}

/** What is shown of a pair. */
export interface Shown {
  /** In the order of the first text. */
  readonly passages: readonly Passage[];
  /** Syllables of the longest run in the body of the first text, page breaks or not, that is no string of formulas; 0 when there is none. */
  readonly longestRun: number;
  /** Tokens of each passage, in their order. */
  readonly pieces: readonly ShownPiece[];
  /** Syllables of each run that is shown; 0 for one that is a string of formulas or stands beside the body. */
  readonly runs: readonly number[];
}

/** Tokens `start` up to, but not including, `end` of both texts, and the place of the run that they are a piece of. */
export interface ShownPiece {
  readonly place: { readonly start: number; readonly end: number };
  readonly placeThere: ShownPiece['place'];
  readonly run: number;
}

/**
 * The aligned runs to be shown. A passage is `minimumPassage` syllables long on both sides and
 * weighs `minimumWeight`; a pair is shown when its passages weigh `minimumMatch` together, or one of them is verbatim and rare.
 * In such a pair plain copies from `minimumCounted` syllables on are pieces of the same copy: what quotes, moved sentences and
 * edits cut off. A run that repeats what a better one shows is not shown again.
 */
export function toPassages(
  sequences: readonly [MarkedSequence, MarkedSequence],
  runs: readonly AlignedRun[],
  weights: readonly [TokenWeights, TokenWeights],
  settings: CompareSettings,
): Shown {
  const weigh = (run: AlignedRun): WeighedRun => ({ run, weight: weightOf(run, weights) });
  const shown = selectShown(runs.map(weigh), settings);
  const counts = ({ run, weight }: WeighedRun): boolean =>
    weight >= MOSTLY_RARE * lengthOf(run) && !isAside(sequences[0].kinds[run.first]!);
  const pieces = shown.flatMap(({ run }, place) => piecesOf(run, sequences, settings).map((piece) => ({ piece, run: place })));
  const inOrder = pieces.sort(({ piece: a }, { piece: b }) => a.first - b.first || a.second - b.second);
  const lengths = shown.map((one) => (counts(one) ? one.run.firstEnd - one.run.first : 0));
  return {
    passages: inOrder.map(({ piece }) => toPassage(weigh(piece), sequences)),
    pieces: inOrder.map(({ piece: { first, firstEnd, second, secondEnd }, run }) => {
      return { place: { start: first, end: firstEnd }, placeThere: { start: second, end: secondEnd }, run };
    }),
    longestRun: Math.max(0, ...lengths),
    runs: lengths,
  };
}

/** What a run weighs in the text in which it weighs less, so that both show the same. */
function weightOf({ firstMatches, secondMatches }: AlignedRun, [weights, otherWeights]: readonly [TokenWeights, TokenWeights]): number {
  const sum = (places: Uint32Array, of: TokenWeights): number => places.reduce((total, place) => total + of[place]!, 0);
  return Math.min(sum(firstMatches, weights), sum(secondMatches, otherWeights));
}

/** A run up to the feet of its pages; all of it where too little would be left, as where every few words stand wide apart. */
function piecesOf(run: AlignedRun, sequences: readonly [TokenSequence, TokenSequence], { minimumCounted }: CompareSettings): AlignedRun[] {
  const pieces = splitRun(run, sequences).filter((piece) => lengthOf(piece) >= minimumCounted);
  const left = pieces.reduce((sum, { firstMatches }) => sum + firstMatches.length, 0);
  return 2 * left >= run.firstMatches.length ? pieces : [run];
}

function toPassage({ run, weight }: WeighedRun, [first, second]: readonly [MarkedSequence, MarkedSequence]): Passage {
  const [isNoted, isNotedThere] = [isAside(first.kinds[run.first]!), isAside(second.kinds[run.second]!)];
  const beside = isNoted && isNotedThere ? 'both' : isNoted ? 'first' : isNotedThere ? 'second' : null;
  return {
    first: { start: first.starts[run.first]!, end: first.ends[run.firstEnd - 1]! },
    second: { start: second.starts[run.second]!, end: second.ends[run.secondEnd - 1]! },
    syllables: run.firstEnd - run.first,
    identical: run.firstMatches.length / (run.firstEnd - run.first),
    weight,
    ...(beside && { beside }),
  };
}

function selectShown(weighed: readonly WeighedRun[], settings: CompareSettings): WeighedRun[] {
  const { minimumPassage, minimumWeight, minimumCounted, minimumMatch } = settings;
  const passages = weighed.filter(({ run, weight }) => !run.repeats && lengthOf(run) >= minimumPassage && weight >= minimumWeight);
  const evidence = passages.reduce((sum, { weight }) => sum + weight, 0);
  if (evidence < minimumMatch && !passages.some(({ run, weight }) => isVerbatim(run) && weight >= minimumPassage)) return [];
  const pieces = weighed.filter(
    ({ run, weight }) =>
      !run.repeats && lengthOf(run) >= minimumCounted && lengthOf(run) < minimumPassage && weight >= NEARLY_ALL * lengthOf(run),
  );
  return [...passages, ...pieces];
}

const isVerbatim = (run: AlignedRun): boolean => run.firstMatches.length >= VERBATIM * lengthOf(run);

/** Of the shorter side. */
const lengthOf = (run: AlignedRun): number => Math.min(run.firstEnd - run.first, run.secondEnd - run.second);
