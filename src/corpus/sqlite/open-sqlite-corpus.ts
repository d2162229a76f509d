import type { CandidateSettings, FingerprintSettings } from '../../model/settings.js';
import type { Corpus } from '../corpus.js';
import { fingerprintMark } from '../index-blob.js';
import { type DatabaseOptions, type OpenDatabase, openDatabase, underLease } from './open-database.js';
import { fits, refitEssays } from './refit-essays.js';
import { SqliteCorpus } from './sqlite-corpus.js';
import { openingError } from './storage-errors.js';
import type { ContentOf } from './stored-essays.js';

export interface SqliteCorpusOptions extends DatabaseOptions {
  readonly candidates: CandidateSettings;
  /** Where they, or the version of the fingerprints, differ from those that an essay was kept with, or its index is missing, it is made anew on opening. */
  readonly fingerprint: FingerprintSettings;
  readonly contentOf: ContentOf;
  /** Clock for the time of receipt. */
  readonly now: () => Date;
}

/**
 * Opens the corpus in a folder; other processes may have it open too. Who writes essays holds the writer lease
 * meanwhile. Errors as `openDatabase`.
 */
export async function openSqliteCorpus(options: SqliteCorpusOptions): Promise<Corpus> {
  const { candidates, fingerprint, contentOf, now } = options;
  const { connection, originals, name } = await openFitting(options);
  return new SqliteCorpus({ name, connection, originals, settings: { candidates, fingerprint }, contentOf, now });
}

/** Opens the database with all essays as the settings want them. */
async function openFitting(options: SqliteCorpusOptions): Promise<OpenDatabase> {
  const opened = await openDatabase(options);
  const { connection, name, access } = opened;
  const mark = fingerprintMark(options.fingerprint);
  try {
    if (await fits(connection.kysely, mark)) return opened;
    if (access !== 'read') {
      const refit = () => refitEssays({ connection, name, mark, contentOf: options.contentOf });
      await (access === 'write' ? underLease(options, refit) : refit());
      return opened;
    }
  } catch (error) {
    connection.close();
    throw openingError(error, name);
  }
  connection.close();
  return openFitting({ ...options, access: 'dry-run' });
}
