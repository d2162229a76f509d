import { groupNearDuplicates } from '../compare/groups.js';
import type { BatchAssessment } from '../model/batch.js';
import { AppError } from '../model/errors.js';
import { EXTRACT_LIMITS } from '../model/extraction.js';
import { type Assessing, assessEssays, withGroups } from './assess-essays.js';
import { calibrate } from './calibration.js';
import { collectInputs } from './intake/collect.js';
import { type Keeping, keepEssays } from './keep-essays.js';
import { nothingToAssess } from './messages.js';
import { findNewOverlap } from './new-overlap.js';
import { parametersOf } from './parameters.js';
import type { PreparedCampaign } from './prepare-campaign.js';
import { showDocuments } from './shown-documents.js';

/**
 * The story of a batch. Every file is read in the sandbox and kept; each essay's own text (quotes set apart) is compared
 * with all that was ever handed in, scored, and a proposal made, every reason with its place; near-duplicates are gathered.
 * People conclude. Rejects with AppError `nothing-to-assess` when the paths hold no file at all.
 *
 * The service tells the same story in pieces that survive the process which tells them: queue/assess-batch.ts.
 */
export async function assessBatch(
  paths: readonly string[],
  prepared: PreparedCampaign,
  keeping: Keeping & Pick<Assessing, 'embeddings'>,
): Promise<BatchAssessment> {
  const { campaign, settings } = prepared;
  const { corpus, progress, embeddings = null } = keeping;

  const inputs = await collectInputs(paths, EXTRACT_LIMITS);
  if (inputs.files.length === 0 && inputs.skipped.length === 0) throw new AppError('nothing-to-assess', nothingToAssess);
  const { essays, skipped, warnings } = await keepEssays(inputs, prepared, keeping).finally(inputs.close);

  const { assessments, edges, pairs, overlapOf, warnings: missed } = await assessEssays(essays, prepared, { corpus, progress, embeddings });

  const ids = essays.map(({ submission }) => submission.id);
  const groups = await groupNearDuplicates(ids, edges, (id, others) => pairs.similaritiesTo(id, others), settings.group);
  return {
    campaign,
    parameters: parametersOf(campaign, settings),
    assessments: withGroups(assessments, groups),
    groups,
    calibration: calibrate(essays, { groups, edges, near: settings.group.edge }, overlapOf),
    newOverlap: findNewOverlap(assessments, pairs),
    skipped,
    warnings: [...warnings, ...missed],
    documents: await showDocuments(essays, assessments, prepared, { corpus, pairs }),
  };
}
