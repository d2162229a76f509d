import type { Scope } from '../../model/access.js';
import type { Accounts } from './accounts.js';
import type { Answers } from './answers.js';
import type { Audiences } from './audiences.js';
import type { BackupLog } from './backup-log.js';
import type { Batches } from './batches.js';
import type { Campaigns } from './campaigns.js';
import type { Charges } from './charges.js';
import type { Doors } from './doors.js';
import type { Duties } from './duties.js';
import type { Erasures } from './erasures.js';
import type { EventLog } from './event-log.js';
import type { Exemplary } from './exemplary.js';
import type { Figures } from './figures.js';
import type { Jobs } from './jobs.js';
import type { Materials } from './materials.js';
import type { Members } from './members.js';
import type { Originals } from './originals.js';
import type { Own } from './own.js';
import type { People } from './people.js';
import type { Programmes } from './programmes.js';
import type { Questions } from './questions.js';
import type { Quizzes } from './quizzes.js';
import type { Reminders } from './reminders.js';
import type { Results } from './results.js';
import type { Review } from './review.js';
import type { Rosters } from './rosters.js';
import type { Rounds } from './rounds.js';
import type { Signatures } from './signatures.js';
import type { Sittings } from './sittings.js';
import type { Situations } from './situations.js';
import type { Studies } from './studies.js';
import type { TextRequests } from './text-requests.js';
import type { Tokens } from './tokens.js';
import type { Trackers } from './trackers.js';
import type { UnitReports } from './unit-reports.js';
import type { Units } from './units.js';
import type { Writers } from './writers.js';
import type { Years } from './years.js';

/**
 * Everything that the service keeps beside the essays themselves, behind one seam. Several processes may use it at
 * once: every call that changes something is one transaction, log line included, and is on the disk once it resolves.
 * Any call may reject with AppError `corpus-locked`, `disk-full`, `storage-read-only` or `corpus-damaged`; nothing has
 * changed then.
 */
export interface Records {
  readonly people: People;
  readonly accounts: Accounts;
  readonly units: Units;
  readonly audiences: Audiences;
  readonly erasures: Erasures;
  readonly backups: BackupLog;
  readonly campaigns: Campaigns;
  readonly originals: Originals;
  readonly batches: Batches;
  readonly jobs: Jobs;
  readonly results: Results;
  readonly tokens: Tokens;
  readonly rosters: Rosters;
  readonly reminders: Reminders;
  readonly situations: Situations;
  readonly writers: Writers;
  readonly review: Review;
  readonly answers: Answers;
  readonly log: EventLog;
  readonly members: Members;
  readonly rounds: Rounds;
  readonly own: Own;
  readonly textRequests: TextRequests;
  readonly trackers: Trackers;
  readonly years: Years;
  readonly exemplary: Exemplary;
  readonly signatures: Signatures;
  readonly figures: Figures;
  readonly unitReports: UnitReports;
  readonly studies: Studies;
  readonly materials: Materials;
  readonly questions: Questions;
  readonly quizzes: Quizzes;
  readonly sittings: Sittings;
  readonly doors: Doors;
  readonly programmes: Programmes;
  readonly duties: Duties;
  readonly charges: Charges;
  /** The same records as somebody sees and changes them: what is not theirs is as if it did not exist. */
  within(scope: Scope): Records;
  /** A number that differs once anything has been written, by this process or another: cheap enough to be asked several times a second. */
  changeMark(): number;
  close(): Promise<void>;
}
