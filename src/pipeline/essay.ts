import type { EssayContent } from '../corpus/corpus.js';
import { type Exclusion, markExcluded } from '../exclude/exclude.js';
import { indexForKeeping } from '../fingerprint/index-essay.js';
import type { Permutations } from '../fingerprint/minhash.js';
import { type Extraction, NOTHING_READ, type TextLayout } from '../model/extraction.js';
import type { DetectionSettings } from '../model/settings.js';
import type { Submission } from '../model/submission.js';
import { ASIDE, joinParts, type MarkedSequence, OWN, partsOf, type TokenSequence } from '../model/tokens.js';
import { type ReadEssay, readEssayText } from '../normalise/read-essay.js';
import { excludeWellKnown } from './known-texts.js';
import type { PreparedCampaign } from './prepare-campaign.js';

/** A submission of the batch with what is needed to match and judge it; `sequence` is null when it could not be read. */
export interface Essay {
  readonly submission: Submission;
  readonly extraction: Extraction;
  readonly sequence: MarkedSequence | null;
}

/** What every index in one corpus is made with. */
export interface KeepingContext {
  readonly permutations: Permutations;
  readonly settings: DetectionSettings;
}

/**
 * Tokens of a text and how it is found again, with what the campaign excludes marked; without one only what everybody knows.
 * null for a text without a single word: there is nothing to assess, and nothing to find.
 */
export function toContent(
  text: string,
  campaign: PreparedCampaign | null,
  keeping: KeepingContext,
  layout: TextLayout = NOTHING_READ,
): EssayContent | null {
  const exclusion = campaign?.exclusion ?? excludeWellKnown(keeping.settings.exclude);
  const sequence = markText(text, exclusion, layout);
  return sequence.ids.length === 0 ? null : withIndex(sequence, keeping);
}

/** The tokens of a text, those of its body first, with whose words they are. */
export function markText(text: string, exclusion: Exclusion, layout: TextLayout): MarkedSequence {
  const essay = readEssayText(text, layout);
  return markExcluded(arranged(essay), exclusion, essay.text);
}

/** Recomputes a kept essay's content from its text; the tokens that it was kept with tell whose words they are. */
export const recomputeContent = (text: string, kept: MarkedSequence, keeping: KeepingContext, layout: TextLayout): EssayContent =>
  withIndex(withKindsOf(kept, arranged(readEssayText(text, layout))), keeping);

const arranged = ({ body, beside }: ReadEssay): MarkedSequence => joinParts(asOwn(body.sequence), asOwn(beside));

const asOwn = (sequence: TokenSequence): MarkedSequence => ({ ...sequence, kinds: new Uint8Array(sequence.ids.length) });

/** An earlier version may have ended tokens elsewhere: then each takes the kind of the one that stood where it begins. */
function withKindsOf(kept: MarkedSequence, sequence: MarkedSequence): MarkedSequence {
  const { starts } = sequence;
  if (starts.length === kept.starts.length && starts.every((start, i) => start === kept.starts[i]))
    return { ...sequence, kinds: kept.kinds };
  const byPlace = [...kept.starts.keys()].filter((token) => kept.ids[token] !== 0).sort((a, b) => kept.starts[a]! - kept.starts[b]!);
  const [body, beside] = partsOf(sequence).map((part) => {
    let at = 0;
    const kinds = Uint8Array.from(part.starts, (start) => {
      while (at + 1 < byPlace.length && kept.ends[byPlace[at]!]! <= start) at++;
      return (kept.kinds[byPlace[at] ?? -1] ?? OWN) & ~ASIDE;
    });
    return { ...part, kinds };
  }) as [MarkedSequence, MarkedSequence];
  return joinParts(body, beside);
}

const withIndex = (sequence: MarkedSequence, { permutations, settings }: KeepingContext): EssayContent => ({
  sequence,
  index: indexForKeeping(sequence, permutations, settings.fingerprint),
});
