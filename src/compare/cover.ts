import type { CoveredPart, MatchCover, PartedShare } from '../model/cover.js';
import { toStretches } from '../model/cover.js';
import type { CompareSettings } from '../model/settings.js';
import { OWN } from '../model/tokens.js';
import type { AlignedPair } from './compare-pair.js';
import type { Shown } from './passages.js';
import { type OwnedText, plainWeights, type TokenWeights, type WeighedText } from './shares.js';

/** Tokens `start` up to, but not including, `end`. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** What the figures of a pair are made of, seen from its first text. */
export function coverOf(
  { first, second, runs, counted }: AlignedPair,
  { pieces, runs: lengths }: Pick<Shown, 'pieces' | 'runs'>,
): MatchCover {
  const [places, placesThere] = [pieces.map(({ place }) => place), pieces.map(({ placeThere }) => placeThere)];
  return {
    counted: toStretches(ownWeights(counted[0], first)),
    passages: pieces.map(({ place, run }) => [place.start, run]),
    runs: lengths,
    that: partedShare(counted[1], second, placesThere),
    plain: partedShare(plainWeights(runs, [first, second]), { ...first, rarity: null }, places),
  };
}

/** The share once some passages are left out; a part stays while one of those that cover it does. */
export function shareWithout(
  { matched, whole, parts }: PartedShare,
  left: ReadonlySet<number>,
  { minimumOwn }: Pick<CompareSettings, 'minimumOwn'>,
): number {
  const out = left.size === 0 ? [] : parts.filter(({ passages }) => passages.every((passage) => left.has(passage)));
  const less = (of: 'matched' | 'gained'): number => out.reduce((sum, part) => sum + part[of], 0);
  return Math.max(0, matched - less('matched')) / Math.max(whole - less('gained'), minimumOwn);
}

/** The same without what words that are not a text's own weigh: they count in no share. */
export function ownWeights(weights: TokenWeights, { kinds }: OwnedText): TokenWeights {
  return weights.map((weight, token) => (kinds[token] === OWN ? weight : 0));
}

function partedShare(weights: TokenWeights, text: WeighedText, places: readonly Place[]): PartedShare {
  const all = weigh(weights, text, { start: 0, end: weights.length });
  return {
    matched: all.matched,
    whole: all.own + all.gained,
    parts: partsOf(places).map(({ passages, place }): CoveredPart => {
      const { matched, gained } = weigh(weights, text, place);
      return { passages, matched, gained };
    }),
  };
}

/** As `weightedShare` has it; `own`: what the tokens weigh unmatched. */
function weigh(weights: TokenWeights, { kinds, rarity }: WeighedText, { start, end }: Place) {
  let [matched, own, gained] = [0, 0, 0];
  for (let token = start; token < end; token++) {
    if (kinds[token] !== OWN) continue;
    const [weight, alone] = [weights[token]!, rarity?.[token] ?? 1];
    matched += weight;
    own += alone;
    gained += Math.max(0, weight - alone);
  }
  return { matched, own, gained };
}

/** The stretches that places cover, cut where one begins or ends: they may overlap. */
function partsOf(places: readonly Place[]): { readonly passages: readonly number[]; readonly place: Place }[] {
  const edges = [...new Set(places.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return edges.slice(0, -1).flatMap((start, at) => {
    const place = { start, end: edges[at + 1]! };
    const passages = places.flatMap((one, i) => (one.start <= place.start && one.end >= place.end ? [i] : []));
    return passages.length === 0 ? [] : [{ passages, place }];
  });
}
