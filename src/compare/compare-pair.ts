import type { AlignedRun } from '../align/aligned-run.js';
import type { CompareSettings } from '../model/settings.js';
import type { MarkedSequence } from '../model/tokens.js';
import { type Shown, toPassages } from './passages.js';
import { type TokenWeights, type WeighedText, weightedShare } from './shares.js';

/** Two aligned texts and what the tokens of each weigh. */
export interface AlignedPair {
  readonly first: MarkedSequence & WeighedText;
  readonly second: MarkedSequence & WeighedText;
  readonly runs: readonly AlignedRun[];
  /** Of the matched tokens of each text. */
  readonly matched: readonly [TokenWeights, TokenWeights];
  /** The same with what was changed among them. */
  readonly counted: readonly [TokenWeights, TokenWeights];
}

/** Shares of own tokens, 0..1; null where a text has none; and what is shown. */
export interface PairFigures extends Shown {
  readonly similarityOfFirst: number | null;
  readonly similarityOfSecond: number | null;
}

/** The figures of a pair; both shares are taken over at least `minimumOwn` own tokens. */
export function comparePair({ first, second, runs, matched, counted }: AlignedPair, settings: CompareSettings): PairFigures {
  return {
    similarityOfFirst: weightedShare(counted[0], first, settings.minimumOwn),
    similarityOfSecond: weightedShare(counted[1], second, settings.minimumOwn),
    ...toPassages([first, second], runs, matched, settings),
  };
}
