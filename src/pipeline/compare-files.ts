import { alignPair } from '../compare/align-pair.js';
import { comparePair, type PairFigures } from '../compare/compare-pair.js';
import { jaccard } from '../compare/jaccard.js';
import { carryOver, plainWeights, type WeighedText } from '../compare/shares.js';
import { type Exclusion, excludedSpans } from '../exclude/exclude.js';
import { shingleHashes } from '../fingerprint/shingles.js';
import type { Extraction, TextLayout } from '../model/extraction.js';
import type { DetectionSettings } from '../model/settings.js';
import type { Span } from '../model/span.js';
import type { MarkedSequence } from '../model/tokens.js';
import { markText } from './essay.js';

/** Two texts compared on their own words, without a corpus: every matched syllable counts the same. */
export interface TextComparison extends Omit<PairFigures, 'pieces' | 'runs'> {
  /** Exact Jaccard similarity of the own shingles; null when neither text has one. */
  readonly jaccard: number | null;
  readonly quoted: { readonly first: readonly Span[]; readonly second: readonly Span[] };
}

/** What was read of a file. */
type ComparedText = Pick<Extraction, 'text'> & TextLayout;

/** Compares two texts as `assess` compares a pair; shares are taken over the own syllables, however few. */
export function compareTexts(one: ComparedText, other: ComparedText, exclusion: Exclusion, settings: DetectionSettings): TextComparison {
  const [first, second] = [read(one), read(other)];
  const runs = alignPair(first, second, settings.compare);
  const own = plainWeights(runs, [first, second]);
  const weights = [own, carryOver(runs, own, second.ids.length)] as const;
  const { shingle } = settings.fingerprint;
  const pair = { first, second, runs, matched: weights, counted: weights };
  const { pieces: _, runs: _runs, ...figures } = comparePair(pair, { ...settings.compare, minimumOwn: 0 });
  return {
    ...figures,
    jaccard: jaccard(shingleHashes(first.ids, first.kinds, shingle), shingleHashes(second.ids, second.kinds, shingle)),
    quoted: { first: excludedSpans(first), second: excludedSpans(second) },
  };

  function read({ text, ...layout }: ComparedText): MarkedSequence & WeighedText {
    return { ...markText(text, exclusion, layout), rarity: null };
  }
}
