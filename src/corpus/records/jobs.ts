import type { Job, JobStep } from '../../model/batch-record.js';

export interface Jobs {
  /** The oldest one that is not over, whoever began it; null when there is nothing to do. */
  next(): Promise<Job | null>;
  /** Unfinished ones, and the newest of each batch. */
  ofCampaign(campaign: string): Promise<readonly Job[]>;
  ofBatch(batch: string): Promise<Job | null>;
  /** Those that failed and have not been overtaken by others: what people are told of and may try again. */
  stopped(campaign: string): Promise<readonly Job[]>;
  /** Counts an attempt; a batch to be assessed is `working` from now on. AppError `unknown-id` when the job is over or was called off. */
  begin(id: number): Promise<Job>;
  /** No change unless it is running. */
  progress(id: number, step: JobStep, done: number, total: number): Promise<void>;
  /** Its batch has failed with it. `error` is Vietnamese and says what to do. A job that is over stays as it is. */
  fail(id: number, error: string): Promise<void>;
  /** Puts a failed job back in the queue, its attempts forgotten; one that waits or runs stays as it is. AppError `unknown-id`, also when something else has been asked for since. */
  retry(id: number, actor: string): Promise<void>;
}
