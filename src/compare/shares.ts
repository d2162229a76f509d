import type { AlignedRun } from '../align/aligned-run.js';
import type { Copied } from '../model/assessment.js';
import type { Passage } from '../model/detection.js';
import type { CompareSettings, RaritySettings } from '../model/settings.js';
import { type MarkedSequence, OWN } from '../model/tokens.js';
import { tokenWeight } from './rarity.js';

/** Share of a run's syllables that its weight must reach to be a copy rather than formulas side by side. */
const MOSTLY_RARE = 0.5;

/** Weight of each own token of one text that stands in another text: 0 where it does not, 1 at most. */
export type TokenWeights = Float32Array;

/** Plain weights for a pair without a corpus: every matched token of the first text counts 1, also of runs too short to be shown. */
export function plainWeights(length: number, runs: readonly AlignedRun[]): TokenWeights {
  const weights = new Float32Array(length);
  for (const run of runs) for (const place of run.firstMatches) weights[place] = 1;
  return weights;
}

/**
 * Weights by rarity; runs shorter than `minimumCounted` matches count nothing. A pair of tokens is as common as the more
 * common of its two sides (the second is null where its rarity is not known), so that both essays say the same of it.
 */
export function rareWeights(
  runs: readonly AlignedRun[],
  [rarity, otherRarity]: readonly [Float32Array, Float32Array | null],
  settings: { readonly compare: CompareSettings; readonly rarity: RaritySettings },
): TokenWeights {
  const weights = new Float32Array(rarity.length);
  for (const { firstMatches, secondMatches } of runs) {
    if (firstMatches.length < settings.compare.minimumCounted) continue;
    for (const [i, place] of firstMatches.entries()) {
      const rarest = Math.min(rarity[place]!, otherRarity?.[secondMatches[i]!] ?? 1);
      weights[place] = Math.max(weights[place]!, tokenWeight(rarest, firstMatches.length, settings.rarity));
    }
  }
  return weights;
}

/** The weights of the first text carried over to the tokens of the second one that they match. */
export function carryOver(runs: readonly AlignedRun[], weights: TokenWeights, length: number): TokenWeights {
  const carried = new Float32Array(length);
  for (const run of runs) {
    for (const [i, place] of run.firstMatches.entries()) {
      const other = run.secondMatches[i]!;
      carried[other] = Math.max(carried[other]!, weights[place]!);
    }
  }
  return carried;
}

/**
 * Counts the edits inside long runs: a word that was changed in the midst of a copied passage does not make it one's own. It
 * weighs as much as the run's tokens do on average, changed ones included: the more is changed, the less each counts.
 */
export function countEdits(runs: readonly AlignedRun[], weights: TokenWeights, { minimumPassage }: CompareSettings): TokenWeights {
  const counted = weights.slice();
  for (const { first, firstEnd, firstMatches } of runs) {
    if (firstEnd - first < minimumPassage) continue;
    const mean = firstMatches.reduce((sum, place) => sum + weights[place]!, 0) / (firstEnd - first);
    if (mean < MOSTLY_RARE) continue;
    for (let place = first; place < firstEnd; place++) counted[place] = Math.max(counted[place]!, mean);
  }
  return counted;
}

export function countOwn({ kinds }: MarkedSequence): number {
  let count = 0;
  for (const kind of kinds) if (kind === OWN) count++;
  return count;
}

/** Weighted share of the own tokens, 0..1, taken over at least `minimumOwn` of them; null for a text without own tokens. */
export function weightedShare(weights: TokenWeights, own: number, minimumOwn: number): number | null {
  if (own === 0) return null;
  let sum = 0;
  for (const weight of weights) sum += weight;
  return Math.min(1, sum / Math.max(own, minimumOwn));
}

/** Figures of an essay over all its counted sources; each source is given by its token weights and its passages. */
export function copiedFigures(
  own: number,
  sources: readonly { readonly weights: TokenWeights; readonly passages: readonly Passage[] }[],
  { minimumOwn }: CompareSettings,
): Copied {
  if (own === 0) return { best: null, union: null, longestRun: null };
  const union = new Float32Array(sources[0]?.weights.length ?? 0);
  let best = 0;
  let longestRun = 0;
  for (const source of sources) {
    best = Math.max(best, weightedShare(source.weights, own, minimumOwn) ?? 0);
    for (const { syllables, weight } of source.passages)
      if (weight >= MOSTLY_RARE * syllables) longestRun = Math.max(longestRun, syllables);
    for (const [i, weight] of source.weights.entries()) union[i] = Math.max(union[i]!, weight);
  }
  return { best, union: weightedShare(union, own, minimumOwn), longestRun };
}
