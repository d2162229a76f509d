import type { Records } from '../../records/records.js';
import type { Correct } from '../../records/review.js';
import { openDatabase } from '../open-database.js';
import { FolderOriginals } from '../original-files.js';
import { SqliteAnswers } from './sqlite-answers.js';
import { SqliteBatches } from './sqlite-batches.js';
import { SqliteCampaigns } from './sqlite-campaigns.js';
import { SqliteEventLog } from './sqlite-event-log.js';
import { SqliteJobs } from './sqlite-jobs.js';
import { SqliteOriginals } from './sqlite-originals.js';
import { SqlitePeople } from './sqlite-people.js';
import { SqliteResults } from './sqlite-results.js';
import { SqliteReview } from './sqlite-review.js';
import { Store } from './store.js';

export interface SqliteRecordsOptions {
  /** Folder of the corpus. */
  readonly folder: string;
  /** Whether a folder without a corpus gets one. False: it is refused. */
  readonly create: boolean;
  /** Clock for what is written down. */
  readonly now: () => Date;
  /** Works what people corrected into what was found. Without it results can only be read and recorded as they were found. */
  readonly correct?: Correct;
}

/** Opens the records in the folder of a corpus, beside whatever other processes have it open. Errors are those of `openDatabase`. */
export async function openSqliteRecords({ folder, create, now, correct }: SqliteRecordsOptions): Promise<Records> {
  const { connection, name } = await openDatabase({ folder, create, access: 'write', lease: null });
  const store = new Store({ name, connection, originals: new FolderOriginals(folder), now, correct: correct ?? null });
  return recordsOver(store);
}

function recordsOver(store: Store): Records {
  return {
    people: new SqlitePeople(store),
    campaigns: new SqliteCampaigns(store),
    originals: new SqliteOriginals(store),
    batches: new SqliteBatches(store),
    jobs: new SqliteJobs(store),
    results: new SqliteResults(store),
    review: new SqliteReview(store),
    answers: new SqliteAnswers(store),
    log: new SqliteEventLog(store),
    within: (scope) => recordsOver(store.within(scope)),
    changeMark: () => store.changeMark(),
    close: () => store.close(),
  };
}
