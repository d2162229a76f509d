import type { Records } from '../../corpus/records/records.js';
import { markExcluded } from '../../exclude/exclude.js';
import type { GroupThemes } from '../../model/campaign.js';
import type { CampaignDefinition } from '../../model/campaign-record.js';
import { AppError } from '../../model/errors.js';
import type { Extraction } from '../../model/extraction.js';
import type { ToldWriter } from '../../model/roster.js';
import type { MarkedSequence } from '../../model/tokens.js';
import { withoutHidden } from '../../normalise/read-essay.js';
import { type AssessedEssays, assessEssays } from '../assess-essays.js';
import type { Essay } from '../essay.js';
import { holdToTasks } from '../group-tasks.js';
import type { Matching } from '../match-essays.js';
import { campaignGone } from '../messages.js';
import { type PreparedCampaign, prepareKept } from '../prepare-campaign.js';
import { toldWriter } from '../writers/told-writer.js';
import type { QueueParts } from './parts.js';

/** A version of a campaign, ready to assess its essays. */
export interface CampaignVersion {
  readonly id: string;
  readonly version: number;
  readonly prepared: PreparedCampaign;
  /** Groups with themes of their own. */
  readonly groups: readonly GroupThemes[];
}

/** Essays of one campaign that were assessed in one job. */
export interface CampaignWork extends CampaignVersion, AssessedEssays {
  /** The batch of each of them, by id; null for an essay that a command kept. */
  readonly batchOf: ReadonlyMap<string, string | null>;
}

/** How kept essays are matched. */
interface KeptMatching extends Omit<Matching, 'corpus' | 'writers'> {
  /** Finds out who wrote them before they are held against each other, from what each says of its writer. */
  readonly nameWriters?: (told: readonly ToldWriter[]) => Promise<void>;
}

/** The version in force. Rejects with AppError `unknown-id`, `unknown-document`. */
export async function currentVersion(id: string, parts: QueueParts): Promise<CampaignVersion> {
  const campaign = await parts.records.campaigns.get(id);
  if (campaign === null) throw new AppError('unknown-id', campaignGone);
  return prepareVersion({ id, version: campaign.version, definition: campaign.definition }, parts);
}

/** Prepares a definition from the texts that are kept of its documents. Rejects with AppError `unknown-document`. */
export async function prepareVersion(
  { id, version, definition }: { readonly id: string; readonly version: number; readonly definition: CampaignDefinition },
  { records, settings }: Pick<QueueParts, 'records' | 'settings'>,
): Promise<CampaignVersion> {
  const { references, templates, samples, groups } = definition;
  const documents = await records.campaigns.documents([...references, ...templates, ...samples]);
  const prompts = await records.rosters.groupPrompts(id);
  return { id, version, groups, prepared: await prepareKept(definition, { documents, prompts }, settings) };
}

/** Assesses kept essays, in the order in which they were received, as this version of their campaign has it. */
export async function assessKept(
  batchOf: CampaignWork['batchOf'],
  version: CampaignVersion,
  { records, corpus, embeddings = null }: QueueParts,
  { nameWriters, ...matching }: KeptMatching,
): Promise<CampaignWork> {
  const kept = [...(await corpus.essays([...batchOf.keys()])).values()].sort((a, b) => a.submission.sequence - b.submission.sequence);
  const { exclusion } = version.prepared;
  // Marked anew: when it was read, another version may have been in force.
  const mark = (sequence: MarkedSequence | null, { text, hidden }: Extraction) =>
    sequence === null ? null : markExcluded(sequence, exclusion, withoutHidden(text, hidden));
  const essays = kept.map(
    ({ submission, extraction, sequence }): Essay => ({ submission, extraction, sequence: mark(sequence, extraction) }),
  );
  await nameWriters?.(kept.map(({ submission, extraction }) => toldWriter(submission.id, extraction.text)));
  const writers = await records.rounds.writers();
  const holding = holdToTasks(version.prepared, version.groups, await records.writers.tasks(version.id, version.groups));
  return { ...version, ...(await assessEssays(essays, version.prepared, { ...matching, writers, corpus, embeddings, holding })), batchOf };
}

/** What was not done in any of these, each said once. */
export const warningsOf = (works: readonly CampaignWork[]): string[] => [...new Set(works.flatMap(({ warnings }) => warnings))];

/** The ids of kept essays that an essay's stored result names; none without a result. */
export async function namedInResult(campaign: string, essay: string, { results }: Records): Promise<readonly string[]> {
  const stored = await results.one(campaign, essay);
  return (stored?.assessment.matches ?? []).filter(({ kind }) => kind !== 'sample').map(({ id }) => id);
}
