import type { Scope } from '../../model/access.js';
import type { Answers } from './answers.js';
import type { Batches } from './batches.js';
import type { Campaigns } from './campaigns.js';
import type { EventLog } from './event-log.js';
import type { Jobs } from './jobs.js';
import type { Originals } from './originals.js';
import type { People } from './people.js';
import type { Results } from './results.js';
import type { Review } from './review.js';

/**
 * Everything that the service keeps beside the essays themselves, behind one seam. Several processes may use it at
 * once: every call that changes something is one transaction, log line included, and is on the disk once it resolves.
 * Any call may reject with AppError `corpus-locked`, `disk-full`, `storage-read-only` or `corpus-damaged`; nothing has
 * changed then.
 */
export interface Records {
  readonly people: People;
  readonly campaigns: Campaigns;
  readonly originals: Originals;
  readonly batches: Batches;
  readonly jobs: Jobs;
  readonly results: Results;
  readonly review: Review;
  readonly answers: Answers;
  readonly log: EventLog;
  /** The same records as somebody sees and changes them: what is not theirs is as if it did not exist. */
  within(scope: Scope): Records;
  /** A number that differs once anything has been written, by this process or another: cheap enough to be asked several times a second. */
  changeMark(): number;
  close(): Promise<void>;
}
