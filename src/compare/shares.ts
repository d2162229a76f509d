import type { AlignedRun } from '../align/aligned-run.js';
import type { Copied } from '../model/assessment.js';
import type { CompareSettings, RaritySettings } from '../model/settings.js';
import { isCompared, OWN } from '../model/tokens.js';
import { tokenWeight } from './rarity.js';

/** Mean weight that a long run's tokens must reach to be a copy rather than formulas side by side. */
export const MOSTLY_RARE = 0.5;

/** Mean weight of a long run's tokens from which the whole run counts: who changes one word in five has copied the passage. */
const NEARLY_WHOLE = 0.8;

/** Weight of each own token of one text that stands in another text: 0 where it does not, 1 at most. */
export type TokenWeights = Float32Array;

/** Whose words the tokens of a text are. */
export interface OwnedText {
  readonly kinds: Uint8Array;
}

/** A text whose words weigh what they are rare; 1 each where no rarity is known. */
export interface WeighedText extends OwnedText {
  readonly rarity: Float32Array | null;
}

/** Plain weights for a pair without a corpus: every matched token of the first text counts 1, also of runs too short to be shown. */
export function plainWeights(runs: readonly AlignedRun[], texts: readonly [OwnedText, OwnedText]): TokenWeights {
  const weights = new Float32Array(texts[0].kinds.length);
  for (const run of runs) for (const [i, place] of run.firstMatches.entries()) if (isOwn(run, i, texts)) weights[place] = 1;
  return weights;
}

/** Quoted words inside a passage belong to it and weigh nothing. */
const isOwn = ({ firstMatches, secondMatches }: AlignedRun, i: number, [one, other]: readonly [OwnedText, OwnedText]): boolean =>
  isCompared(one.kinds[firstMatches[i]!]!) && isCompared(other.kinds[secondMatches[i]!]!);

/**
 * Weights by rarity; runs shorter than `minimumCounted` matches count nothing, nor do short ones that repeat what was matched
 * already: a term is not copied each time it is used. A pair of tokens is as common as the more
 * common of its two sides (the second is null where its rarity is not known), so that both essays say the same of it.
 */
export function rareWeights(
  runs: readonly AlignedRun[],
  texts: readonly [WeighedText, WeighedText],
  settings: { readonly compare: CompareSettings; readonly rarity: RaritySettings },
): TokenWeights {
  const [{ rarity, kinds }, { rarity: otherRarity }] = texts;
  const weights = new Float32Array(kinds.length);
  const { minimumCounted, minimumPassage } = settings.compare;
  for (const run of runs) {
    const { firstMatches, secondMatches, repeats } = run;
    if (firstMatches.length < (repeats ? minimumPassage : minimumCounted)) continue;
    for (const [i, place] of firstMatches.entries()) {
      if (!isOwn(run, i, texts)) continue;
      const rarest = Math.min(rarity?.[place] ?? 1, otherRarity?.[secondMatches[i]!] ?? 1);
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
export function countEdits(
  runs: readonly AlignedRun[],
  weights: TokenWeights,
  { kinds }: OwnedText,
  { minimumPassage }: CompareSettings,
): TokenWeights {
  const counted = weights.slice();
  for (const { first, firstEnd, firstMatches } of runs) {
    if (firstEnd - first < minimumPassage) continue;
    const own = kinds.subarray(first, firstEnd).filter(isCompared).length;
    const mean = firstMatches.reduce((sum, place) => sum + weights[place]!, 0) / Math.max(1, own);
    if (mean < MOSTLY_RARE) continue;
    const worth = Math.min(1, mean / NEARLY_WHOLE);
    for (let place = first; place < firstEnd; place++) counted[place] = Math.max(counted[place]!, worth);
  }
  return counted;
}

/**
 * Share of the own text that is matched, 0..1: what the matched tokens weigh over what all own tokens weigh, by their rarity
 * or as matched, whichever is more, and over at least `minimumOwn`. Common wording counts little on both sides of the fraction.
 * null for a text without own tokens.
 */
export function weightedShare(weights: TokenWeights, { kinds, rarity }: WeighedText, minimumOwn: number): number | null {
  let own = 0;
  let matched = 0;
  let whole = 0;
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] !== OWN) continue;
    own++;
    matched += weights[i]!;
    whole += Math.max(rarity?.[i] ?? 1, weights[i]!);
  }
  return own === 0 ? null : matched / Math.max(whole, minimumOwn);
}

/** Figures of an essay over all its counted sources; each source is given by its token weights and its longest run. */
export function copiedFigures(
  essay: WeighedText,
  sources: readonly { readonly weights: TokenWeights; readonly longestRun: number }[],
  { minimumOwn }: CompareSettings,
): Copied {
  const union = new Float32Array(essay.kinds.length);
  const none = weightedShare(union, essay, minimumOwn);
  if (none === null) return { best: null, union: null, longestRun: null };
  let best = none;
  let longestRun = 0;
  for (const source of sources) {
    best = Math.max(best, weightedShare(source.weights, essay, minimumOwn) ?? 0);
    longestRun = Math.max(longestRun, source.longestRun);
    for (const [i, weight] of source.weights.entries()) union[i] = Math.max(union[i]!, weight);
  }
  return { best, union: weightedShare(union, essay, minimumOwn), longestRun };
}
