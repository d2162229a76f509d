import type { AlignedRun } from '../align/aligned-run.js';
import type { Passage } from '../model/detection.js';
import type { CompareSettings } from '../model/settings.js';
import type { MarkedSequence } from '../model/tokens.js';
import { toPassages } from './passages.js';
import { countOwn, type TokenWeights, weightedShare } from './shares.js';

/** Two aligned texts and what each matched token of the first one weighs. */
export interface AlignedPair {
  readonly first: MarkedSequence;
  readonly second: MarkedSequence;
  readonly runs: readonly AlignedRun[];
  readonly weights: TokenWeights;
  /** The same for the tokens of the second text. */
  readonly otherWeights: TokenWeights;
}

/** Shares of own tokens, 0..1; null where a text has none. Passages in the order of the first text. */
export interface PairFigures {
  readonly similarityOfFirst: number | null;
  readonly similarityOfSecond: number | null;
  readonly passages: readonly Passage[];
}

/** The figures of a pair; both shares are taken over at least `minimumOwn` own tokens. */
export function comparePair({ first, second, runs, weights, otherWeights }: AlignedPair, settings: CompareSettings): PairFigures {
  return {
    similarityOfFirst: weightedShare(weights, countOwn(first), settings.minimumOwn),
    similarityOfSecond: weightedShare(otherWeights, countOwn(second), settings.minimumOwn),
    passages: toPassages([first, second], runs, weights, settings),
  };
}
