import type { EssayContent } from '../corpus/corpus.js';
import { markExcluded } from '../exclude/exclude.js';
import { indexForKeeping } from '../fingerprint/index-essay.js';
import type { Permutations } from '../fingerprint/minhash.js';
import type { Extraction } from '../model/extraction.js';
import type { DetectionSettings } from '../model/settings.js';
import type { Span } from '../model/span.js';
import type { Submission } from '../model/submission.js';
import { type MarkedSequence, OWN, type TokenSequence } from '../model/tokens.js';
import { normalise } from '../normalise/normalise.js';
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
  furniture: readonly Span[] = [],
): EssayContent | null {
  const { sequence } = normalise(text, furniture);
  if (sequence.ids.length === 0) return null;
  const exclusion = campaign?.exclusion ?? excludeWellKnown(keeping.settings.exclude);
  return withIndex(markExcluded(sequence, exclusion, text), keeping);
}

/** Recomputes a kept essay's content from its text; the tokens that it was kept with tell whose words they are. */
export const recomputeContent = (text: string, kept: MarkedSequence, keeping: KeepingContext, furniture: readonly Span[]): EssayContent =>
  withIndex(withKindsOf(kept, normalise(text, furniture).sequence), keeping);

/** An earlier version may have ended tokens elsewhere: then each takes the kind of the one that stood where it begins. */
function withKindsOf(kept: MarkedSequence, sequence: TokenSequence): MarkedSequence {
  const { starts } = sequence;
  if (starts.length === kept.starts.length && starts.every((start, i) => start === kept.starts[i]))
    return { ...sequence, kinds: kept.kinds };
  let at = 0;
  const kinds = Uint8Array.from(starts, (start) => {
    while (at + 1 < kept.ids.length && kept.ends[at]! <= start) at++;
    return kept.kinds[at] ?? OWN;
  });
  return { ...sequence, kinds };
}

const withIndex = (sequence: MarkedSequence, { permutations, settings }: KeepingContext): EssayContent => ({
  sequence,
  index: indexForKeeping(sequence, permutations, settings.fingerprint),
});
