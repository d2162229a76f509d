import type { CampaignDraft } from '../../../model/campaign-record.js';
import type { Group } from '../../../model/detection.js';
import type { RecordedWork, SimilarPair } from '../../../model/result-record.js';
import type { Span } from '../../../model/span.js';
import type { CorpusTables } from '../schema.js';
import { changeJob, insertJob } from './job-rows.js';
import type { Tables } from './store.js';
import { readDefinition } from './stored-definition.js';
import { readObject } from './stored-json.js';

type DraftRow = CorpusTables['draft'];

/** What a draft's job found beside the results. */
export interface DraftFindings {
  readonly pairs: readonly SimilarPair[];
  readonly groups: readonly Group[];
  readonly quoted: readonly { readonly id: string; readonly spans: readonly Span[] }[];
}

export async function draftRow(tables: Tables, campaign: string): Promise<DraftRow | null> {
  return (await tables.selectFrom('draft').selectAll().where('campaign', '=', campaign).executeTakeFirst()) ?? null;
}

/** AppError `corpus-damaged` when it cannot be read. */
export function toDraft({ version, definition, is_ready, created_at, campaign }: DraftRow): CampaignDraft {
  const place = { table: 'draft', row: campaign };
  return { version, definition: readDefinition(definition, place), isReady: is_ready === 1, createdAt: created_at };
}

/** AppError `corpus-damaged` when they cannot be read. */
export function findingsOf({ findings, campaign }: DraftRow): DraftFindings {
  return readObject(findings ?? '', { table: 'draft', row: campaign });
}

/** What of a job's work is about one campaign, to be kept with its draft. */
export function toFindings({ pairs, groups, quoted }: RecordedWork, campaign: string): DraftFindings {
  const isItsOwn = (one: { readonly campaign: string }) => one.campaign === campaign;
  return {
    pairs: pairs.filter(isItsOwn).map(({ campaign: _, ...pair }) => pair),
    groups: groups.filter(isItsOwn).flatMap((one) => one.groups),
    quoted: quoted.filter(isItsOwn).map(({ id, spans }) => ({ id, spans })),
  };
}

/**
 * Forgets what was worked out for the drafts of these campaigns and has it worked out anew, behind all that waits: what it
 * rests on has changed, and each batch to come would change it again.
 */
export async function outdateDrafts(tables: Tables, campaigns: readonly string[]): Promise<void> {
  const ready = await tables
    .selectFrom('draft')
    .innerJoin('job', 'job.id', 'draft.job')
    .select(['draft.campaign', 'job.actor'])
    .where('draft.campaign', 'in', campaigns)
    .where('draft.is_ready', '=', 1)
    .execute();
  for (const { campaign, actor } of ready) {
    await tables.deleteFrom('draft_result').where('campaign', '=', campaign).execute();
    const job = await insertJob(tables, { kind: 'reassess', campaign, batch: null, actor, reason: null });
    await tables.updateTable('draft').set({ job, is_ready: 0, findings: null }).where('campaign', '=', campaign).execute();
  }
}

/** Removes a draft and calls its job off. */
export async function removeDraft(tables: Tables, { campaign, job }: DraftRow): Promise<void> {
  await tables.deleteFrom('draft').where('campaign', '=', campaign).execute();
  await changeJob(tables, job, { state: 'done' });
}
