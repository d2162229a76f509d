import type { Edge } from '../compare/stars.js';
import type { Assessment } from '../model/assessment.js';
import type { Theme } from '../model/campaign.js';
import type { Group } from '../model/detection.js';
import type { AlignedPairs } from './aligned-pairs.js';
import { concludeEssay } from './conclude.js';
import { embedEssays } from './embeddings/embed-essays.js';
import type { Embeddings } from './embeddings/embeddings.js';
import type { Essay } from './essay.js';
import type { Held, Holding } from './group-tasks.js';
import { type MatchedEssays, type Matching, matchEssays } from './match-essays.js';
import type { PreparedCampaign } from './prepare-campaign.js';
import { findSharedFiles } from './shared-files.js';

/** What essays are assessed with. */
export interface Assessing extends Matching {
  /** Without, as by default, nothing is sent anywhere. */
  readonly embeddings?: Embeddings | null;
  /** What each essay is held to, by its id; missing: all of them to the campaign's task. */
  readonly holding?: Holding;
}

/** Essays that were matched and judged together. */
export interface AssessedEssays extends Pick<MatchedEssays, 'overlapOf'> {
  /** In the order given, without their groups: those depend on who else belongs to the campaign. */
  readonly assessments: readonly Assessment[];
  /** Pairs of essays of the campaign that share anything, one of them at least among those assessed. */
  readonly edges: readonly Edge[];
  readonly pairs: AlignedPairs;
  /** Other kept essays of whose files something else is to be told now that these are kept. */
  readonly sharingFiles: ReadonlySet<string>;
  /** Vietnamese sentences on what was not done. */
  readonly warnings: readonly string[];
}

/** Compares each kept essay with all that was ever handed in, scores it and makes a proposal, every reason with its place. */
export async function assessEssays(essays: readonly Essay[], prepared: PreparedCampaign, assessing: Assessing): Promise<AssessedEssays> {
  const { found, edges, pairs, overlapOf } = await matchEssays(essays, prepared, assessing);
  const shared = await findSharedFiles(essays, prepared, assessing.corpus, assessing.writers);
  const { holding = (): Held => ({ prepared }) } = assessing;
  const held = new Map(essays.map(({ submission }) => [submission.id, holding(submission.id)]));
  const themesOf = (id: string): readonly Theme[] => held.get(id)!.prepared.campaign.themes;
  const { similarities, warnings } = await embedEssays(essays, themesOf, assessing.embeddings ?? null);
  const assessments = essays.map((essay) => {
    const { id } = essay.submission;
    const { prepared: own, heldTo } = held.get(id)!;
    const assessment = concludeEssay(
      essay,
      { matched: found.get(id) ?? null, sharedFiles: shared.of.get(id) ?? [], similarities: similarities.get(id) ?? null },
      own,
    );
    return heldTo === undefined ? assessment : { ...assessment, heldTo };
  });
  return { assessments, edges, pairs, overlapOf, sharingFiles: shared.changed, warnings };
}

/** Names each essay's group. */
export function withGroups(assessments: readonly Assessment[], groups: readonly Group[]): Assessment[] {
  const groupOf = new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id])));
  return assessments.map((assessment) => ({ ...assessment, group: groupOf.get(assessment.submission.id) ?? null }));
}
