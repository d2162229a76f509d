import type { Kysely } from 'kysely';
import { AppError } from '../../model/errors.js';
import type { CandidateSettings, FingerprintSettings } from '../../model/settings.js';
import type { Corpus } from '../corpus.js';
import { CORPUS_MESSAGES } from '../messages.js';
import { raiseEpoch } from './epoch.js';
import { type DatabaseOptions, type OpenDatabase, openDatabase, underLease } from './open-database.js';
import type { CorpusTables } from './schema.js';
import { SqliteCorpus } from './sqlite-corpus.js';
import { openingError } from './storage-errors.js';
import { type ContentOf, rebuildBlobs } from './stored-essays.js';

const FINGERPRINT_SETTING = 'fingerprint';

export interface SqliteCorpusOptions extends DatabaseOptions {
  readonly candidates: CandidateSettings;
  /** Where they differ from those that the corpus was built with, all its blobs are computed anew on opening. */
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

/** Opens the database with blobs that fit the settings. */
async function openFitting(options: SqliteCorpusOptions): Promise<OpenDatabase> {
  const opened = await openDatabase(options);
  const { connection, name, access } = opened;
  try {
    if (await fits(connection.kysely, options)) return opened;
    if (access !== 'read') {
      const refit = () => connection.atomically((tables) => fitSettings(tables, name, options));
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

async function fits(tables: Kysely<CorpusTables>, options: SqliteCorpusOptions): Promise<boolean> {
  const stored = await tables.selectFrom('setting').select('value').where('name', '=', FINGERPRINT_SETTING).executeTakeFirst();
  return stored?.value === settingOf(options);
}

/** Computes the blobs anew unless they were made with the fingerprint settings in force, and notes those. */
async function fitSettings(tables: Kysely<CorpusTables>, name: string, options: SqliteCorpusOptions): Promise<void> {
  // Another process may have done it while this one waited.
  if (await fits(tables, options)) return;
  const failed = await rebuildBlobs(tables, options.contentOf);
  if (failed !== null) throw new AppError('corpus-damaged', CORPUS_MESSAGES.damaged(name, CORPUS_MESSAGES.cannotRebuild(failed)));
  const value = settingOf(options);
  await tables
    .insertInto('setting')
    .values({ name: FINGERPRINT_SETTING, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
  await raiseEpoch(tables);
}

function settingOf({ fingerprint }: SqliteCorpusOptions): string {
  const { shingle, numPerm, bands, rows, kgram, window } = fingerprint;
  return JSON.stringify({ shingle, numPerm, bands, rows, kgram, window });
}
