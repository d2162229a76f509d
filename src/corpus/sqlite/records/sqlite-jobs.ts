import type { Job, JobStep } from '../../../model/batch-record.js';
import { AppError } from '../../../model/errors.js';
import { reached } from '../../../model/steps.js';
import type { Jobs } from '../../records/jobs.js';
import { setBatchState } from './batch-rows.js';
import { MACHINE } from './event-lines.js';
import { changeJob, isOpen, newestJob, openJob, selectJobs, selectOwnJobs, stoppedJobs, toJob, WAITING } from './job-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import type { Store, Tables } from './store.js';

export class SqliteJobs implements Jobs {
  constructor(private readonly store: Store) {}

  next(): Promise<Job | null> {
    return this.store.read(async (tables) => {
      const job = await selectJobs(tables).where('state', 'in', ['queued', 'running']).orderBy('id').limit(1).executeTakeFirst();
      return job === undefined ? null : toJob(job);
    });
  }

  ofCampaign(campaign: string): Promise<readonly Job[]> {
    return this.store.read(async (tables) => {
      const jobs = await selectOwnJobs(tables, this.store.scope).where('campaign', '=', campaign).orderBy('id').execute();
      const newest = new Map(jobs.map(({ batch, id }) => [batch, id]));
      // A batch has no unfinished job but its newest one; a campaign has none but that of its draft.
      return jobs.filter(({ id, batch, state }) => (batch === null ? state !== 'done' : newest.get(batch) === id)).map(toJob);
    });
  }

  ofBatch(batch: string): Promise<Job | null> {
    return this.store.read(async (tables) => {
      const job = await newestJob(tables, batch, this.store.scope);
      return job && toJob(job);
    });
  }

  stopped(campaign: string): Promise<readonly Job[]> {
    return this.store.read(async (tables) => {
      const jobs = await stoppedJobs(tables, this.store.scope).where('campaign', '=', campaign).orderBy('id').execute();
      return jobs.map(toJob);
    });
  }

  async begin(id: number): Promise<Job> {
    const begun = await this.store.write(async ({ tables }) => {
      const { attempts, kind, batch } = await openJob(tables, id);
      await changeJob(tables, id, { ...WAITING, state: 'running', attempts: attempts + 1 });
      if (kind === 'assess' && batch !== null) await setBatchState(tables, batch, 'working');
      return openJob(tables, id);
    });
    reached('job.begun');
    return toJob(begun);
  }

  async progress(id: number, step: JobStep, done: number, total: number): Promise<void> {
    await this.store.write(({ tables }) =>
      tables.updateTable('job').set({ step, done, total }).where('id', '=', id).where('state', '=', 'running').execute(),
    );
  }

  fail(id: number, error: string): Promise<void> {
    return this.store.write(async ({ tables, log }) => {
      const job = await selectJobs(tables).where('id', '=', id).executeTakeFirst();
      // One that was called off meanwhile has not failed.
      if (job === undefined || !isOpen(job)) return;
      await changeJob(tables, id, { state: 'failed', error });
      if (job.batch !== null) await setBatchState(tables, job.batch, 'failed');
      await log({ actor: MACHINE, kind: 'job-failed', campaign: job.campaign, batch: job.batch, details: { kind: job.kind, error } });
    });
  }

  retry(id: number, actor: string): Promise<void> {
    return this.store.write(async ({ tables, reach, log }) => {
      const job = await selectOwnJobs(tables, reach).where('id', '=', id).executeTakeFirst();
      if (job !== undefined && isOpen(job)) return;
      if (job === undefined || !(await isStopped(tables, id))) throw new AppError('unknown-id', RECORD_MESSAGES.unknownJob);
      await changeJob(tables, id, { ...WAITING, attempts: 0 });
      if (job.batch !== null) await setBatchState(tables, job.batch, job.kind === 'withdraw' ? 'withdrawing' : 'queued');
      await log({ actor, kind: 'job-retried', campaign: job.campaign, batch: job.batch, details: { kind: job.kind } });
    });
  }
}

async function isStopped(tables: Tables, id: number): Promise<boolean> {
  return (await stoppedJobs(tables, null).where('id', '=', id).executeTakeFirst()) !== undefined;
}
