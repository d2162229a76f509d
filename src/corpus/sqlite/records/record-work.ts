import { sql } from 'kysely';
import type { RecordedWork } from '../../../model/result-record.js';
import type { Correct } from '../../records/review.js';
import { inChunks } from '../in-chunks.js';
import { forgetOriginals } from '../needed-originals.js';
import { batchRow, GONE, setBatchState } from './batch-rows.js';
import { correctedAmong, putCorrected } from './correction-rows.js';
import { outdateDrafts } from './draft-rows.js';
import { MACHINE } from './event-lines.js';
import { replaceGroups } from './group-rows.js';
import { changeJob, openJob, type StoredJob, WAITING } from './job-rows.js';
import { replaceNotes } from './notes.js';
import { putPairs } from './pair-rows.js';
import { assessmentColumns } from './result-json.js';
import { putQuoted, putResults } from './result-rows.js';
import { holdAnew } from './roster/group-tasks.js';
import type { Change, Tables } from './store.js';
import { toWithdrawn } from './withdraw-batch.js';

/** Work with its results as their rows have them: made before the transaction, which others wait for. */
export interface PreparedWork {
  readonly work: RecordedWork;
  readonly rows: ReturnType<typeof resultRows>;
}

export function prepareWork(work: RecordedWork): PreparedWork {
  return { work, rows: resultRows(work) };
}

function resultRows({ results }: RecordedWork) {
  return results.map(({ campaign, batch, version, assessment }) => ({ campaign, batch, version, ...assessmentColumns(assessment) }));
}

/**
 * Writes what assessing a batch, or taking it out, has changed, and ends its job. False when some of it was made under a
 * version of a campaign that no longer counts: then nothing is written, and the job waits for its turn again. AppError
 * `unknown-id` when the job is over. RangeError when it is not the one that withdraws the batch `withdrawn`.
 */
export async function recordWork(
  change: Change,
  prepared: PreparedWork,
  { withdrawn, correct }: { readonly withdrawn: string | null; readonly correct: Correct | null },
): Promise<boolean> {
  const { tables } = change;
  const { work } = prepared;
  const job = await openJob(tables, work.job);
  if (withdrawn !== (job.kind === 'withdraw' ? job.batch : null)) throw new RangeError(`job ${job.id} does not withdraw ${withdrawn}`);
  if (await isOutdated(tables, work)) {
    await askAgain(tables, job);
    return false;
  }
  await putFindings(change, prepared, job);
  if (correct !== null) await correctResults(tables, prepared, correct);
  if (job.batch !== null) await (job.kind === 'withdraw' ? endWithdrawal : endAssessment)(change, { job, batch: job.batch, work });
  await tables
    .deleteFrom('writer_change')
    .where('id', '<=', work.writersUpTo ?? 0)
    .execute();
  await changeJob(tables, job.id, { state: 'done' });
  const campaigns = [...work.results, ...work.groups, job].map(({ campaign }) => campaign);
  await outdateDrafts(tables, [...new Set(campaigns)]);
  // Somebody may have got another group while the machine was at it.
  await holdAnew(tables, [...new Set(campaigns)], MACHINE);
  await forgetOriginals(tables);
  return true;
}

/** Every campaign that has results among them has its groups there as well. */
async function isOutdated(tables: Tables, { results, groups }: RecordedWork): Promise<boolean> {
  const made = new Map([...results, ...groups].map(({ campaign, version }) => [campaign, version]));
  for (const [campaign, version] of made) {
    const row = await tables.selectFrom('campaign').select('version').where('id', '=', campaign).executeTakeFirst();
    if (row?.version !== version) return true;
  }
  return false;
}

async function askAgain(tables: Tables, { id, kind, batch }: StoredJob): Promise<void> {
  await changeJob(tables, id, WAITING);
  if (kind === 'assess' && batch !== null) await setBatchState(tables, batch, 'queued');
}

async function putFindings({ tables, log }: Change, { work, rows }: PreparedWork, job: StoredJob): Promise<void> {
  await putResults(tables, rows);
  await putPairs(tables, work.pairs);
  for (const { campaign, groups } of work.groups) await replaceGroups(tables, campaign, groups);
  await putQuoted(
    tables,
    work.quoted.map(({ campaign, id, spans }) => ({ campaign, id, spans: JSON.stringify(spans) })),
  );
  const campaignOf = new Map(rows.map(({ submission, campaign }) => [submission, campaign]));
  const tenantOf = await tenantsOf(
    tables,
    work.newOverlap.flatMap(({ id, with: other }) => [id, other]),
  );
  await log(
    ...work.newOverlap.map(({ id, with: other, similarity }) => {
      const campaign = campaignOf.get(id) ?? null;
      const line = { actor: MACHINE, kind: 'new-overlap', campaign, submission: id } as const;
      // The log of one unit names nothing of another's.
      if (tenantOf.get(id) !== tenantOf.get(other)) return { ...line, details: { similarity } };
      return { ...line, batch: job.batch, details: { with: other, similarity } };
    }),
  );
}

/** Whose essays these are, by their ids. */
async function tenantsOf(tables: Tables, submissions: readonly string[]): Promise<Map<string, string>> {
  const rows = [];
  for (const chunk of inChunks([...new Set(submissions)]))
    rows.push(...(await tables.selectFrom('submission').select(['id', 'tenant']).where('id', 'in', chunk).execute()));
  return new Map(rows.map(({ id, tenant }) => [id, tenant]));
}

/** What people corrected in essays that were assessed again counts for the new figures too. */
async function correctResults(tables: Tables, { rows }: PreparedWork, correct: Correct): Promise<void> {
  const campaignOf = new Map(rows.map(({ submission, campaign }) => [submission, campaign]));
  for (const submission of await correctedAmong(tables, [...campaignOf.keys()]))
    await putCorrected(tables, correct, campaignOf.get(submission)!, [submission]);
}

/** The job that ends, and the batch it was about. */
interface Ending {
  readonly job: StoredJob;
  readonly batch: string;
  readonly work: RecordedWork;
}

async function endAssessment({ tables, reach, log }: Change, { job, batch, work }: Ending): Promise<void> {
  const { number } = await batchRow(tables, batch, reach);
  await replaceNotes(tables, batch, work);
  await setBatchState(tables, batch, 'done');
  const { essays } = await tables
    .selectFrom('batch_item')
    .select(({ fn }) => fn.countAll<number>().as('essays'))
    .where('batch', '=', batch)
    .where('state', '=', 'read')
    .executeTakeFirstOrThrow();
  await log({ actor: MACHINE, kind: 'batch-assessed', campaign: job.campaign, batch, details: { number, essays } });
}

async function endWithdrawal(change: Change, { job, batch }: Ending): Promise<void> {
  await handOver(change.tables, batch);
  await toWithdrawn(change, batch, { actor: job.actor, reason: job.reason ?? '' });
}

/** Essays that another batch brought as well stay, and belong to that one from now on: if it skipped them, they are its own now. */
async function handOver(tables: Tables, batch: string): Promise<void> {
  await tables
    .updateTable('result')
    .set(({ selectFrom }) => ({
      batch: selectFrom('batch_item')
        .innerJoin('batch', 'batch.id', 'batch_item.batch')
        .select('batch.id')
        .whereRef('batch_item.submission', '=', 'result.submission')
        .where('batch.id', '<>', batch)
        .where('batch.state', 'not in', GONE)
        .orderBy('batch.number')
        .limit(1),
    }))
    .where('result.batch', '=', batch)
    .execute();
  await sql`
    UPDATE batch_item SET state = 'read', reason = NULL, submission_state = submission.state
    FROM submission JOIN result ON result.submission = submission.id
    WHERE batch_item.state = 'skipped' AND batch_item.submission = submission.id AND batch_item.batch = result.batch
      AND batch_item.number = (
        SELECT min(twin.number) FROM batch_item AS twin WHERE twin.batch = batch_item.batch AND twin.submission = submission.id)`.execute(
    tables,
  );
}
