import type { RecordedWork } from '../../../model/result-record.js';
import type { Actor } from '../../records/actor.js';
import type { Correct } from '../../records/review.js';
import { inChunks } from '../in-chunks.js';
import type { CorpusTables } from '../schema.js';
import { putVersion } from './campaign-rows.js';
import { correctedAmong, putCorrected } from './correction-rows.js';
import { type DraftFindings, draftRow, findingsOf, outdateDrafts, removeDraft, toFindings } from './draft-rows.js';
import { replaceGroups } from './group-rows.js';
import { changeJob, insertJob, isOpen, selectJobs } from './job-rows.js';
import { putPairs } from './pair-rows.js';
import { type AssessmentColumns, assessmentColumns } from './result-json.js';
import { putQuoted } from './result-rows.js';
import { holdAnew } from './roster/group-tasks.js';
import type { Change, Tables } from './store.js';

type CampaignRow = CorpusTables['campaign'];
type DraftRow = CorpusTables['draft'];

interface NewDraft {
  readonly campaign: CampaignRow;
  /** JSON. */
  readonly definition: string;
  readonly actor: Actor;
}

/** Puts a changed definition in the place of an earlier draft and queues the job that works it out. */
export async function putDraft({ tables, at }: Change, { campaign, definition, actor }: NewDraft): Promise<void> {
  const earlier = await draftRow(tables, campaign.id);
  if (earlier !== null) await removeDraft(tables, earlier);
  const job = await insertJob(tables, { kind: 'reassess', campaign: campaign.id, batch: null, actor, reason: null });
  const draft = { campaign: campaign.id, version: campaign.version + 1, definition, created_at: at, job };
  await tables
    .insertInto('draft')
    .values({ ...draft, is_ready: 0, findings: null })
    .execute();
}

/** Work on a draft with its results as their rows have them: made before the transaction, which others wait for. */
export interface PreparedDraft {
  readonly work: RecordedWork;
  readonly version: number;
  readonly rows: readonly (AssessmentColumns & { readonly campaign: string })[];
}

export function prepareDraft(work: RecordedWork, version: number): PreparedDraft {
  return { work, version, rows: work.results.map(({ campaign, assessment }) => ({ campaign, ...assessmentColumns(assessment) })) };
}

/** Keeps what a draft's job found and ends the job; of a draft that is no longer there nothing is kept. */
export async function fillDraft(tables: Tables, { work, version, rows }: PreparedDraft): Promise<void> {
  const job = await selectJobs(tables).where('id', '=', work.job).executeTakeFirst();
  if (job === undefined || !isOpen(job)) return;
  await changeJob(tables, job.id, { state: 'done' });
  const { campaign } = job;
  const draft = await draftRow(tables, campaign);
  if (draft?.job !== job.id || draft.version !== version) return;
  await tables.deleteFrom('draft_result').where('campaign', '=', campaign).execute();
  const itsOwn = rows.filter((row) => row.campaign === campaign);
  for (const chunk of inChunks(itsOwn)) await tables.insertInto('draft_result').values(chunk).execute();
  const findings = JSON.stringify(toFindings(work, campaign));
  await tables.updateTable('draft').set({ is_ready: 1, findings }).where('campaign', '=', campaign).execute();
}

/** Makes a draft that is ready count. False when essays were added since: then it is worked out again. */
export async function makeCount(
  change: Change,
  draft: DraftRow,
  by: { readonly actor: Actor; readonly correct: Correct | null },
): Promise<boolean> {
  const { tables, at, log } = change;
  const { actor, correct } = by;
  const { campaign, version, definition } = draft;
  const essays = await essaysOf(tables, campaign);
  if (essays.some(({ worked_out }) => worked_out === null)) {
    await outdateDrafts(tables, [campaign]);
    return false;
  }
  await putVersion(tables, { campaign, version, definition, created_at: at });
  await tables
    .updateTable('result')
    .from('draft_result')
    .set(({ ref }) => ({
      version,
      proposal: ref('draft_result.proposal'),
      brief: ref('draft_result.brief'),
      detail: ref('draft_result.detail'),
      found: null,
    }))
    .whereRef('draft_result.submission', '=', 'result.submission')
    .where('result.campaign', '=', campaign)
    .execute();
  const kept = new Set(essays.map(({ submission }) => submission));
  if (correct !== null) await putCorrected(tables, correct, campaign, await correctedAmong(tables, [...kept]));
  await replaceFindings(tables, campaign, amongKept(findingsOf(draft), kept));
  await removeDraft(tables, draft);
  await holdAnew(tables, [campaign], actor);
  await log({ actor, kind: 'campaign-changed', campaign, details: { version, essays: essays.length } });
  return true;
}

/** Essays of a campaign with a result; `worked_out` is null for one that the draft knows nothing of. */
function essaysOf(tables: Tables, campaign: string) {
  return tables
    .selectFrom('result')
    .leftJoin('draft_result', 'draft_result.submission', 'result.submission')
    .select(['result.submission', 'draft_result.submission as worked_out'])
    .where('result.campaign', '=', campaign)
    .execute();
}

/** Without essays that were removed since. */
function amongKept({ pairs, groups, quoted }: DraftFindings, kept: ReadonlySet<string>): DraftFindings {
  return {
    pairs: pairs.filter(({ first, second }) => kept.has(first) && kept.has(second)),
    groups: groups.map((group) => ({ ...group, members: group.members.filter((member) => kept.has(member)) })),
    quoted,
  };
}

async function replaceFindings(tables: Tables, campaign: string, { pairs, groups, quoted }: DraftFindings): Promise<void> {
  await tables.deleteFrom('similar_pair').where('campaign', '=', campaign).execute();
  await putPairs(
    tables,
    pairs.map((pair) => ({ campaign, ...pair })),
  );
  await replaceGroups(tables, campaign, groups);
  await tables.deleteFrom('quoted_span').where('campaign', '=', campaign).execute();
  await putQuoted(
    tables,
    quoted.map(({ id, spans }) => ({ campaign, id, spans: JSON.stringify(spans) })),
  );
}
