import type { AlignedRun } from '../align/aligned-run.js';
import type { CompareSettings } from '../model/settings.js';
import type { MarkedSequence } from '../model/tokens.js';
import { type Shown, toPassages } from './passages.js';
import { type TokenWeights, type WeighedText, weightedShare } from './shares.js';

/** Two aligned texts and what each matched token of the first one weighs. */
export interface AlignedPair {
  readonly first: MarkedSequence & WeighedText;
  readonly second: MarkedSequence & WeighedText;
  readonly runs: readonly AlignedRun[];
  readonly weights: TokenWeights;
  /** The same for the tokens of the second text. */
  readonly otherWeights: TokenWeights;
}

/** Shares of own tokens, 0..1; null where a text has none; and what is shown. */
export interface PairFigures extends Shown {
  readonly similarityOfFirst: number | null;
  readonly similarityOfSecond: number | null;
}

/** The figures of a pair; both shares are taken over at least `minimumOwn` own tokens. */
export function comparePair({ first, second, runs, weights, otherWeights }: AlignedPair, settings: CompareSettings): PairFigures {
  return {
    similarityOfFirst: weightedShare(weights, first, settings.minimumOwn),
    similarityOfSecond: weightedShare(otherWeights, second, settings.minimumOwn),
    ...toPassages([first, second], runs, weights, settings),
  };
}
