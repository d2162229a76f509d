import type { EssayContent } from '../corpus/corpus.js';
import { markExcluded } from '../exclude/exclude.js';
import { indexForKeeping } from '../fingerprint/index-essay.js';
import type { Permutations } from '../fingerprint/minhash.js';
import type { Extraction } from '../model/extraction.js';
import type { DetectionSettings } from '../model/settings.js';
import type { Submission } from '../model/submission.js';
import type { MarkedSequence } from '../model/tokens.js';
import { normalise } from '../normalise/normalise.js';
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
 * Tokens of a text and how it is found again, with what the campaign excludes marked; all of it own text without a campaign.
 * null for a text without a single word: there is nothing to assess, and nothing to find.
 */
export function toContent(text: string, campaign: PreparedCampaign | null, keeping: KeepingContext): EssayContent | null {
  const { sequence } = normalise(text);
  if (sequence.ids.length === 0) return null;
  return withIndex(
    campaign === null ? { ...sequence, kinds: new Uint8Array(sequence.ids.length) } : markExcluded(sequence, campaign.exclusion),
    keeping,
  );
}

/** Recomputes a kept essay's content from its text and marks, for `corpus verify`. */
export const recomputeContent = (text: string, kinds: Uint8Array, keeping: KeepingContext): EssayContent =>
  withIndex({ ...normalise(text).sequence, kinds }, keeping);

const withIndex = (sequence: MarkedSequence, { permutations, settings }: KeepingContext): EssayContent => ({
  sequence,
  index: indexForKeeping(sequence, permutations, settings.fingerprint),
});
