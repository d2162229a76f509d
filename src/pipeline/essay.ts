import type { EssayContent } from '../corpus/corpus.js';
import { markExcluded } from '../exclude/exclude.js';
import { indexForKeeping } from '../fingerprint/index-essay.js';
import type { Permutations } from '../fingerprint/minhash.js';
import type { Extraction } from '../model/extraction.js';
import type { DetectionSettings } from '../model/settings.js';
import type { Submission } from '../model/submission.js';
import { type MarkedSequence, OWN } from '../model/tokens.js';
import { normalise } from '../normalise/normalise.js';
import type { PreparedCampaign } from './prepare-campaign.js';

/** A submission of the batch with what is needed to match and judge it; `sequence` is null when it could not be read. */
export interface Essay {
  readonly submission: Submission;
  readonly extraction: Extraction;
  readonly sequence: MarkedSequence | null;
}

/** Tokens of a text and how it is found again, with what the campaign excludes marked; all of it own text without a campaign. */
export function toContent(text: string, campaign: PreparedCampaign | null, keeping: KeepingContext): EssayContent {
  const { sequence } = normalise(text);
  const marked =
    campaign === null ? { ...sequence, kinds: new Uint8Array(sequence.ids.length).fill(OWN) } : markExcluded(sequence, campaign.exclusion);
  return { sequence: marked, index: indexForKeeping(marked, keeping.permutations, keeping.settings.fingerprint) };
}

/** What every index in one corpus is made with. */
export interface KeepingContext {
  readonly permutations: Permutations;
  readonly settings: DetectionSettings;
}

/** Recomputes a kept essay's content from its text and marks, for `corpus verify`. */
export function recomputeContent(text: string, kinds: Uint8Array, keeping: KeepingContext): EssayContent {
  const marked = { ...normalise(text).sequence, kinds };
  return { sequence: marked, index: indexForKeeping(marked, keeping.permutations, keeping.settings.fingerprint) };
}
