import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { AppError } from '../../model/errors.js';
import type { CandidateSettings, FingerprintSettings } from '../../model/settings.js';
import type { Corpus } from '../corpus.js';
import { CORPUS_MESSAGES } from '../messages.js';
import { Connection } from './connection.js';
import { FolderOriginals, type OriginalStore, UnkeptOriginals } from './original-files.js';
import { prepareDatabase } from './prepare-database.js';
import type { CorpusTables } from './schema.js';
import { SqliteCorpus } from './sqlite-corpus.js';
import { codeOf, storageError } from './storage-errors.js';
import { type ContentOf, rebuildBlobs } from './stored-essays.js';

const DATABASE_FILE = 'corpus.sqlite';
const FINGERPRINT_SETTING = 'fingerprint';

export interface SqliteCorpusOptions {
  /** Folder of the corpus; null: in memory only. */
  readonly folder: string | null;
  /** Whether a folder without a corpus gets one, for a dry run in memory. False: it is refused. */
  readonly create: boolean;
  /** False: a dry run. Everything works, and nothing is different on the disk once the corpus is closed. */
  readonly keep: boolean;
  readonly candidates: CandidateSettings;
  /** Where they differ from those that the corpus was built with, all its blobs are computed anew on opening. */
  readonly fingerprint: FingerprintSettings;
  readonly contentOf: ContentOf;
  /** Clock for the time of receipt. */
  readonly now: () => Date;
}

/**
 * Opens the corpus in a folder, for this process alone. Rejects with AppError `corpus-locked` while another process has
 * it open, `corpus-newer` when a later version wrote it, `corpus-damaged` when it does not fit together (it is never
 * made anew), `file-not-found` when there is none and none shall be created, `disk-full`, or `argument` when the folder
 * cannot be used. The disk is unchanged then.
 */
export async function openSqliteCorpus(options: SqliteCorpusOptions): Promise<Corpus> {
  const name = options.folder ?? CORPUS_MESSAGES.inMemory;
  try {
    return await openIn(await locate(options), name, options);
  } catch (error) {
    throw storageError(error, name);
  }
}

interface Location {
  readonly path: string | null;
  readonly keep: boolean;
  readonly originals: OriginalStore;
  readonly hasOriginals: boolean;
}

const IN_MEMORY: Omit<Location, 'originals'> = { path: null, keep: true, hasOriginals: false };

async function locate({ folder, keep, create }: SqliteCorpusOptions): Promise<Location> {
  if (folder === null) return { ...IN_MEMORY, originals: new UnkeptOriginals(null) };
  const files = new FolderOriginals(folder);
  const path = join(folder, DATABASE_FILE);
  // In this order: whoever creates a corpus makes the database first.
  const hasOriginals = !(await files.isEmpty());
  const isNew = !(await exists(path));
  if (hasOriginals && isNew) throw new AppError('corpus-damaged', CORPUS_MESSAGES.damaged(folder, CORPUS_MESSAGES.databaseMissing));
  if (isNew && !create) throw new AppError('file-not-found', CORPUS_MESSAGES.noCorpus(folder));
  if (isNew && !keep) return { ...IN_MEMORY, originals: new UnkeptOriginals(null) };
  if (isNew) await mkdir(folder, { recursive: true, mode: 0o700 });
  return { path, keep, originals: keep ? files : new UnkeptOriginals(files), hasOriginals };
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function openIn(location: Location, name: string, options: SqliteCorpusOptions): Promise<Corpus> {
  const { folder, create, candidates, fingerprint, contentOf, now } = options;
  const { originals, hasOriginals } = location;
  const connection = await Connection.open(location);
  try {
    await prepareDatabase(connection, { folder: name, hasOriginals, create: create || folder === null });
    // Only now, under the lock: another process may be writing the files.
    if (originals instanceof FolderOriginals) await originals.sweep();
    await connection.atomically((tables) => fitSettings(tables, name, options));
    return await SqliteCorpus.load({ name, connection, originals, settings: { candidates, fingerprint }, contentOf, now });
  } catch (error) {
    connection.abandon();
    throw error;
  }
}

/** Computes the blobs anew unless they were made with the fingerprint settings in force, and notes those. */
async function fitSettings(tables: Kysely<CorpusTables>, name: string, options: SqliteCorpusOptions): Promise<void> {
  const { shingle, numPerm, bands, rows, kgram, window } = options.fingerprint;
  const value = JSON.stringify({ shingle, numPerm, bands, rows, kgram, window });
  const stored = await tables.selectFrom('setting').select('value').where('name', '=', FINGERPRINT_SETTING).executeTakeFirst();
  if (stored?.value === value) return;
  const failed = await rebuildBlobs(tables, options.contentOf);
  if (failed !== null) throw new AppError('corpus-damaged', CORPUS_MESSAGES.damaged(name, CORPUS_MESSAGES.cannotRebuild(failed)));
  await tables
    .insertInto('setting')
    .values({ name: FINGERPRINT_SETTING, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
