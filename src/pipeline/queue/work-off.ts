import { setTimeout as wait } from 'node:timers/promises';
import type { Job, JobKind } from '../../model/batch-record.js';
import { AppError, type AppErrorCode } from '../../model/errors.js';
import { jobBroken } from '../messages.js';
import { assessQueued } from './assess-batch.js';
import { noteProgress } from './job-progress.js';
import type { QueueParts, TellProgress } from './parts.js';
import { reassessQueued } from './reassess-campaign.js';
import { refreshQueued } from './refresh-campaign.js';
import { StallWatch } from './stall-watch.js';
import { withdrawQueued } from './withdraw-batch.js';

/** How often an idle worker looks for a job, in milliseconds. */
const LOOK_EVERY = 300;
/** How often an idle worker looks for units in which something has changed, in milliseconds. */
const COUNT_EVERY = 5_000;
/** How long it waits before it tries again what the machine did not let it do, in milliseconds. */
const TRY_AGAIN_AFTER = 5_000;

/** What stands in the way for a while, and is over by itself or once somebody makes room. */
const PASSING: ReadonlySet<AppErrorCode> = new Set(['corpus-locked', 'disk-full', 'storage-read-only']);

const WORK: Readonly<Record<JobKind, (job: Job, parts: QueueParts, tell: TellProgress) => Promise<void>>> = {
  assess: assessQueued,
  withdraw: withdrawQueued,
  reassess: reassessQueued,
  refresh: refreshQueued,
};

/** `idle`: there was nothing to do. `worked`: a job is over, or has come further. `later`: it stays in the queue until something passes. */
export type Turn = 'idle' | 'worked' | 'later';

/** Works off the jobs of a corpus, one after the other, whoever began them. */
export class JobQueue {
  private readonly stalls: StallWatch;
  private countAfter = 0;

  constructor(private readonly parts: QueueParts) {
    this.stalls = new StallWatch(parts.records);
  }

  /** Works until told to stop; a job that is under way then is left for the next process. With no job left, it counts what has changed. */
  async workOff(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const turn = await this.takeTurn();
      if (turn === 'worked' || (turn === 'idle' && (await this.countFigures()))) continue;
      await wait(turn === 'idle' ? LOOK_EVERY : TRY_AGAIN_AFTER, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Takes the oldest job, if there is one, as far as it goes. Never rejects: what fails is noted with the job, or logged. */
  async takeTurn(): Promise<Turn> {
    try {
      const job = await this.parts.records.jobs.next();
      if (job === null) return 'idle';
      const lease = await this.parts.takeLease();
      return await this.work(job).finally(() => lease.release());
    } catch (error) {
      this.parts.log({ error }, 'the queue cannot be worked off now');
      return 'later';
    }
  }

  /** Counts some of what has changed; whether there is more. */
  private async countFigures(): Promise<boolean> {
    if (Date.now() < this.countAfter) return false;
    try {
      if (await this.parts.records.figures.keepUp()) return true;
    } catch (error) {
      this.parts.log({ error }, 'figures cannot be counted now');
    }
    this.countAfter = Date.now() + COUNT_EVERY;
    return false;
  }

  private async work({ id }: Job): Promise<Turn> {
    const { jobs } = this.parts.records;
    const { tell, settled } = noteProgress(jobs, id);
    try {
      const job = await jobs.begin(id);
      await WORK[job.kind](job, this.parts, tell).finally(settled);
      return 'worked';
    } catch (error) {
      return await this.settle(id, error);
    }
  }

  /** What passes leaves the job in the queue, unless it came no further three times; everything else ends it. */
  private async settle(id: number, error: unknown): Promise<Turn> {
    const isPassing = error instanceof AppError && PASSING.has(error.code);
    this.parts.log({ job: id, error }, isPassing ? 'a job has to wait' : 'a job failed');
    if (isPassing && !(await this.stalls.isStopped())) return 'later';
    await this.parts.records.jobs.fail(id, error instanceof AppError ? error.message : jobBroken);
    return 'worked';
  }
}
