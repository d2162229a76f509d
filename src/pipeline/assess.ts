import { groupNearDuplicates } from '../compare/groups.js';
import type { BatchAssessment } from '../model/batch.js';
import { AppError } from '../model/errors.js';
import { EXTRACT_LIMITS, EXTRACTION_VERSION } from '../model/extraction.js';
import { concludeEssay } from './conclude.js';
import { collectInputs } from './intake/collect.js';
import { type Keeping, keepEssays } from './keep-essays.js';
import { matchEssays } from './match-essays.js';
import { nothingToAssess } from './messages.js';
import type { PreparedCampaign } from './prepare-campaign.js';
import { showDocuments } from './shown-documents.js';

/**
 * The story of a batch. Every file is read in the sandbox and kept; each essay's own text (quotes set apart) is compared
 * with all that was ever handed in; near-duplicates are gathered; then each essay is scored and a proposal made, every
 * reason with its place. People conclude. Rejects with AppError `nothing-to-assess` when the paths hold no file at all.
 */
export async function assessBatch(paths: readonly string[], prepared: PreparedCampaign, keeping: Keeping): Promise<BatchAssessment> {
  const { campaign, settings } = prepared;
  const { corpus, progress } = keeping;

  const inputs = await collectInputs(paths, EXTRACT_LIMITS);
  if (inputs.files.length === 0 && inputs.skipped.length === 0) throw new AppError('nothing-to-assess', nothingToAssess);
  const { essays, skipped, warnings } = await keepEssays(inputs, prepared, keeping).finally(inputs.close);

  const { matches, edges, pairs } = await matchEssays(essays, prepared, corpus, progress);
  const ids = essays.map(({ submission }) => submission.id);
  const groups = groupNearDuplicates(ids, edges, (first, second) => pairs.similarity(first, second), settings.group);
  const groupOf = new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id])));

  const assessments = essays.map((essay) => {
    const { id } = essay.submission;
    return concludeEssay(essay, matches.get(id) ?? [], groupOf.get(id) ?? null, prepared);
  });
  return {
    campaign,
    parameters: { ...settings, extract: { version: EXTRACTION_VERSION, ...EXTRACT_LIMITS }, policy: campaign.policy },
    assessments,
    groups,
    skipped,
    warnings,
    documents: await showDocuments(essays, assessments, prepared, { corpus, pairs }),
  };
}
