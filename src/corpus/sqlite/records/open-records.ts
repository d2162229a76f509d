import type { EventLog } from '../../records/event-log.js';
import type { Records } from '../../records/records.js';
import { openDatabase } from '../open-database.js';
import { FolderOriginals } from '../original-files.js';
import { SqliteBatches } from './sqlite-batches.js';
import { SqliteCampaigns } from './sqlite-campaigns.js';
import { SqliteEventLog } from './sqlite-event-log.js';
import { SqliteJobs } from './sqlite-jobs.js';
import { SqliteOriginals } from './sqlite-originals.js';
import { SqlitePeople } from './sqlite-people.js';
import { SqliteResults } from './sqlite-results.js';
import { Store } from './store.js';

export interface SqliteRecordsOptions {
  /** Folder of the corpus. */
  readonly folder: string;
  /** Whether a folder without a corpus gets one. False: it is refused. */
  readonly create: boolean;
  /** Clock for what is written down. */
  readonly now: () => Date;
}

/** Opens the records in the folder of a corpus, beside whatever other processes have it open. Errors are those of `openDatabase`. */
export async function openSqliteRecords({ folder, create, now }: SqliteRecordsOptions): Promise<Records> {
  const { connection, name } = await openDatabase({ folder, create, access: 'write', lease: null });
  const store = new Store({ name, connection, originals: new FolderOriginals(folder), now });
  return recordsOver(store);
}

/** Opens the log alone, for reading: nothing can be changed. Errors are those of `openDatabase`. */
export async function openSqliteLog(folder: string): Promise<{ readonly log: EventLog; readonly close: () => void }> {
  const { connection, name } = await openDatabase({ folder, create: false, access: 'read', lease: null });
  const store = new Store({ name, connection, originals: new FolderOriginals(folder), now: () => new Date() });
  return { log: new SqliteEventLog(store), close: () => connection.close() };
}

function recordsOver(store: Store): Records {
  return {
    people: new SqlitePeople(store),
    campaigns: new SqliteCampaigns(store),
    originals: new SqliteOriginals(store),
    batches: new SqliteBatches(store),
    jobs: new SqliteJobs(store),
    results: new SqliteResults(store),
    log: new SqliteEventLog(store),
    within: (scope) => recordsOver(store.within(scope)),
    changeMark: () => store.changeMark(),
    close: () => store.close(),
  };
}
