import { type SqlBool, sql } from 'kysely';
import type { Job } from '../../../model/batch-record.js';
import { AppError } from '../../../model/errors.js';
import type { CorpusTables } from '../schema.js';
import { ownBatches } from './batch-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { isOwn, type Reach } from './reach.js';
import type { Tables } from './store.js';

/** A job with what else its row holds. */
export interface StoredJob extends Job {
  /** Why a batch is withdrawn; null for other jobs. */
  readonly reason: string | null;
}

type NewJob = Pick<StoredJob, 'kind' | 'campaign' | 'batch' | 'actor' | 'reason'>;

/** How a job stands that waits for its turn. */
export const WAITING = { state: 'queued', step: 'waiting', done: 0, total: 0, error: null } as const;

/** All jobs: for what the machine does with them. */
export function selectJobs(tables: Tables) {
  return tables
    .selectFrom('job')
    .select(['id', 'kind', 'campaign', 'batch', 'state', 'attempts', 'step', 'done', 'total', 'error', 'actor', 'reason']);
}

/** As `Job` promises: without what only the records need. */
export function toJob({ reason: _, ...job }: StoredJob): Job {
  return job;
}

/** Puts a job at the end of the queue and answers with its id. */
export async function insertJob(tables: Tables, job: NewJob): Promise<number> {
  const values = { ...job, ...WAITING, attempts: 0 };
  return (await tables.insertInto('job').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

/** A job that is not over. AppError `unknown-id`. */
export async function openJob(tables: Tables, id: number): Promise<StoredJob> {
  const job = await selectJobs(tables).where('id', '=', id).executeTakeFirst();
  if (job === undefined || !isOpen(job)) throw new AppError('unknown-id', RECORD_MESSAGES.unknownJob);
  return job;
}

export function isOpen({ state }: Pick<Job, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

export async function changeJob(tables: Tables, id: number, values: Partial<Omit<CorpusTables['job'], 'id'>>): Promise<void> {
  await tables.updateTable('job').set(values).where('id', '=', id).execute();
}

export async function newestJob(tables: Tables, batch: string, reach: Reach): Promise<StoredJob | null> {
  return (await selectOwnJobs(tables, reach).where('batch', '=', batch).orderBy('id', 'desc').limit(1).executeTakeFirst()) ?? null;
}

/** Jobs of batches, and on drafts, of units in reach. */
export function selectOwnJobs(tables: Tables, reach: Reach) {
  const campaigns = tables.selectFrom('campaign').select('campaign.id').where(isOwn(reach, 'campaign.unit'));
  return selectJobs(tables).where((eb) =>
    eb.or([eb('job.batch', 'in', ownBatches(tables, reach)), eb.and([eb('job.batch', 'is', null), eb('job.campaign', 'in', campaigns)])]),
  );
}

/**
 * Jobs that failed and that nothing has come after: neither another job of their batch, nor another draft, nor, for essays
 * to be compared anew, a later job that does so. Only these are told of, and can be tried again.
 */
export function stoppedJobs(tables: Tables, reach: Reach) {
  return selectOwnJobs(tables, reach).where(sql<SqlBool>`job.state = 'failed' AND NOT EXISTS (
    SELECT 1 FROM job AS later WHERE later.campaign = job.campaign AND later.id > job.id
      AND later.batch IS job.batch AND (job.batch IS NOT NULL OR later.kind = job.kind))`);
}
