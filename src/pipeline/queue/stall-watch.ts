import type { Records } from '../../corpus/records/records.js';
import { JOB_STEPS, type Job } from '../../model/batch-record.js';
import { jobStuck } from '../messages.js';

/** Attempts without progress at a job that something stands in the way of. */
const STOPPED = 3;
/** Processes that may die of a job: more, since one that somebody ended says nothing of what it was at. */
const DEADLY = 6;

/** Notices that a job is begun again and again and comes no further. */
export class StallWatch {
  private job = -1;
  private attempts = 0;
  private furthest = [-1, -1];
  private stalls = 0;

  constructor(private readonly records: Records) {}

  /** To be asked when an attempt at the oldest job has come to nothing: whether it was one too many. */
  async isStopped(): Promise<boolean> {
    return (await this.count()) >= STOPPED;
  }

  /** To be called when a process has died: ends the job that it was at, if too many died of that and came no further. */
  async noteDeath(): Promise<void> {
    const job = await this.records.jobs.next();
    if (job?.state === 'running' && (await this.count()) >= DEADLY) await this.records.jobs.fail(job.id, jobStuck);
  }

  /** Attempts at the oldest job since it last came further. One that was not even begun is none. */
  private async count(): Promise<number> {
    const job = await this.records.jobs.next();
    if (job === null) return 0;
    const place = await this.howFar(job);
    // Fewer attempts than before: somebody has asked for it anew.
    if (job.id !== this.job || job.attempts < this.attempts) [this.job, this.attempts, this.furthest] = [job.id, 0, [-1, -1]];
    if (comparePlaces(place, this.furthest) > 0) [this.stalls, this.furthest] = [0, place];
    if (job.attempts !== this.attempts) this.stalls++;
    this.attempts = job.attempts;
    return this.stalls;
  }

  /** Files that are through, then the step: a file that was read is not read again, all else is. */
  private async howFar({ batch, step }: Job): Promise<number[]> {
    const read = batch === null ? 0 : ((await this.records.batches.get(batch))?.done ?? 0);
    return [read, JOB_STEPS.indexOf(step)];
  }
}

const comparePlaces = ([a = 0, b = 0]: readonly number[], [c = 0, d = 0]: readonly number[]): number => a - c || b - d;
