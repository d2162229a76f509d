import { join } from 'node:path';
import type { EventLog } from '../../records/event-log.js';
import type { Records } from '../../records/records.js';
import type { Correct } from '../../records/review.js';
import { Connection } from '../connection.js';
import { DATABASE_FILE, openDatabase } from '../open-database.js';
import { FolderOriginals } from '../original-files.js';
import { SqliteFigures } from './figures/sqlite-figures.js';
import { ScopedResults } from './foreign-results.js';
import { ScopedReview } from './foreign-review.js';
import { SqliteCharges } from './programmes/sqlite-charges.js';
import { SqliteDuties } from './programmes/sqlite-duties.js';
import { SqliteProgrammes } from './programmes/sqlite-programmes.js';
import { SqliteAccounts } from './sqlite-accounts.js';
import { SqliteAnswers } from './sqlite-answers.js';
import { SqliteAudiences } from './sqlite-audiences.js';
import { SqliteBackupLog } from './sqlite-backup-log.js';
import { SqliteBatches } from './sqlite-batches.js';
import { SqliteCampaigns } from './sqlite-campaigns.js';
import { SqliteDoors } from './sqlite-doors.js';
import { SqliteErasures } from './sqlite-erasures.js';
import { SqliteEventLog } from './sqlite-event-log.js';
import { SqliteExemplary } from './sqlite-exemplary.js';
import { SqliteJobs } from './sqlite-jobs.js';
import { SqliteMaterials } from './sqlite-materials.js';
import { SqliteMembers } from './sqlite-members.js';
import { SqliteOriginals } from './sqlite-originals.js';
import { SqliteOwn } from './sqlite-own.js';
import { SqlitePeople } from './sqlite-people.js';
import { SqliteQuestions } from './sqlite-questions.js';
import { SqliteQuizzes } from './sqlite-quizzes.js';
import { SqliteReminders } from './sqlite-reminders.js';
import { SqliteResults } from './sqlite-results.js';
import { SqliteReview } from './sqlite-review.js';
import { SqliteRosters } from './sqlite-rosters.js';
import { SqliteRounds } from './sqlite-rounds.js';
import { SqliteSignatures } from './sqlite-signatures.js';
import { SqliteSittings } from './sqlite-sittings.js';
import { SqliteSituations } from './sqlite-situations.js';
import { SqliteStudies } from './sqlite-studies.js';
import { SqliteTextRequests } from './sqlite-text-requests.js';
import { SqliteTokens } from './sqlite-tokens.js';
import { SqliteTrackers } from './sqlite-trackers.js';
import { SqliteUnitReports } from './sqlite-unit-reports.js';
import { SqliteUnits } from './sqlite-units.js';
import { SqliteWriters } from './sqlite-writers.js';
import { SqliteYears } from './sqlite-years.js';
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
  connection.leaveCheckpoints();
  // Of its own: whoever writes waits for others that are writing, and nobody who reads should wait for that.
  const reading = await Connection.open(join(folder, DATABASE_FILE), 'read-only');
  const counting = await Connection.open(join(folder, DATABASE_FILE), 'read-only');
  counting.readThroughMemory();
  const originals = new FolderOriginals(folder);
  const store = new Store({ name, connection, reading, counting, originals, now, correct: correct ?? null });
  return recordsOver(store);
}

/** Opens the log alone, for reading: nothing can be changed. Errors are those of `openDatabase`. */
export async function openSqliteLog(folder: string): Promise<{ readonly log: EventLog; readonly close: () => void }> {
  const { connection, name } = await openDatabase({ folder, create: false, access: 'read', lease: null });
  const originals = new FolderOriginals(folder);
  const store = new Store({ name, connection, reading: connection, counting: connection, originals, now: () => new Date(), correct: null });
  return { log: new SqliteEventLog(store), close: () => connection.close() };
}

function recordsOver(store: Store): Records {
  const scoped = store.scope === null ? null : new ScopedResults(store, store.whole());
  return {
    people: new SqlitePeople(store),
    accounts: new SqliteAccounts(store),
    units: new SqliteUnits(store),
    audiences: new SqliteAudiences(store),
    backups: new SqliteBackupLog(store),
    erasures: new SqliteErasures(store),
    campaigns: new SqliteCampaigns(store),
    originals: new SqliteOriginals(store),
    batches: new SqliteBatches(store),
    jobs: new SqliteJobs(store),
    tokens: new SqliteTokens(store),
    rosters: new SqliteRosters(store),
    reminders: new SqliteReminders(store),
    situations: new SqliteSituations(store),
    writers: new SqliteWriters(store),
    review: scoped === null ? new SqliteReview(store) : new ScopedReview(store, scoped),
    answers: new SqliteAnswers(store),
    log: new SqliteEventLog(store),
    members: new SqliteMembers(store),
    rounds: new SqliteRounds(store),
    own: new SqliteOwn(store),
    results: scoped ?? new SqliteResults(store),
    textRequests: new SqliteTextRequests(store),
    trackers: new SqliteTrackers(store),
    years: new SqliteYears(store),
    exemplary: new SqliteExemplary(store),
    signatures: new SqliteSignatures(store),
    figures: new SqliteFigures(store),
    unitReports: new SqliteUnitReports(store),
    studies: new SqliteStudies(store),
    materials: new SqliteMaterials(store),
    questions: new SqliteQuestions(store),
    quizzes: new SqliteQuizzes(store),
    sittings: new SqliteSittings(store),
    doors: new SqliteDoors(store),
    programmes: new SqliteProgrammes(store),
    duties: new SqliteDuties(store),
    charges: new SqliteCharges(store),
    within: (scope) => recordsOver(store.within(scope)),
    changeMark: () => store.changeMark(),
    close: () => store.close(),
  };
}
