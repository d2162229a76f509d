import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../model/errors.js';
import type { Lease } from '../lease.js';
import { CORPUS_MESSAGES } from '../messages.js';
import { Connection } from './connection.js';
import { acquireLease } from './lease.js';
import { clearDoomed } from './needed-originals.js';
import { FolderOriginals, type OriginalStore, UnkeptOriginals } from './original-files.js';
import { type Expectation, isPrepared, migrate } from './prepare-database.js';
import { sweepAbandoned, unfinishedName } from './private-file.js';
import { copyDatabase } from './snapshot.js';
import { codeOf, openingError } from './storage-errors.js';

/** Name of the database in the folder of a corpus. */
export const DATABASE_FILE = 'corpus.sqlite';
/** Begin of the name of a dry run's copy, for as long as it has one. */
const COPY = 'copy-';
/** Milliseconds that opening waits for the writer lease when it has to change something first. */
const LEASE_WAIT = 30_000;

/**
 * `write`: changes stay. `read`: nothing can be changed, and what other processes write is seen. `dry-run`: a private
 * copy of what is there; everything works, and nothing of it stays.
 */
export type Access = 'write' | 'read' | 'dry-run';

export interface DatabaseOptions {
  /** Folder of the corpus; null: in memory only. */
  readonly folder: string | null;
  /** Whether a folder without a corpus gets one, for a dry run in memory. False: it is refused. */
  readonly create: boolean;
  readonly access: Access;
  /** The writer lease when the caller holds it; null: it is taken for as long as opening changes something. */
  readonly lease: Lease | null;
}

/** A database that is ready, and the originals that belong to it. */
export interface OpenDatabase {
  readonly connection: Connection;
  readonly originals: OriginalStore;
  /** How messages name the corpus. */
  readonly name: string;
  /** What it was opened for in the end: one that would have to be changed before it can be read is read as a private copy. */
  readonly access: Access;
}

/**
 * Opens the database of a corpus. Rejects with AppError `corpus-newer` when a later version wrote it, `corpus-damaged`
 * when it does not fit together (it is never made anew), `file-not-found` when there is none and none shall be created,
 * `corpus-locked` when it must be changed first and another process holds the writer lease, `disk-full`, or `argument`
 * when the folder cannot be used. The corpus is unchanged then.
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const name = options.folder ?? CORPUS_MESSAGES.inMemory;
  try {
    const { folder } = options;
    return await (folder === null ? openInMemory(name) : openInFolder(folder, options));
  } catch (error) {
    throw openingError(error, name);
  }
}

/** Rejects with AppError `file-not-found` when there is no corpus in `folder`; for callers that would leave a trace in it otherwise. */
export async function requireCorpus(folder: string): Promise<void> {
  const isThere = await exists(join(folder, DATABASE_FILE)).catch((error: unknown) => {
    throw openingError(error, folder);
  });
  if (!isThere) throw new AppError('file-not-found', CORPUS_MESSAGES.noCorpus(folder));
}

/** Runs `work` under the writer lease: that which is held already, or one taken for it. */
export async function underLease<T>({ folder, lease }: Pick<DatabaseOptions, 'folder' | 'lease'>, work: () => Promise<T>): Promise<T> {
  if (folder === null || lease !== null) return work();
  const taken = await acquireLease(folder, 'writer', { holder: CORPUS_MESSAGES.opening, waitMs: LEASE_WAIT });
  try {
    return await work();
  } finally {
    taken.release();
  }
}

async function openInMemory(name: string): Promise<OpenDatabase> {
  const connection = await Connection.open(null, 'temporary');
  await migrate(connection, name);
  return { connection, originals: new UnkeptOriginals(null), name, access: 'dry-run' };
}

async function openInFolder(folder: string, options: DatabaseOptions): Promise<OpenDatabase> {
  const { access, create } = options;
  const files = new FolderOriginals(folder);
  const path = join(folder, DATABASE_FILE);
  // In this order: whoever creates a corpus makes the database first.
  const hasOriginals = !(await files.isEmpty());
  const isNew = !(await exists(path));
  if (hasOriginals && isNew) throw new AppError('corpus-damaged', CORPUS_MESSAGES.damaged(folder, CORPUS_MESSAGES.databaseMissing));
  if (isNew && !create) throw new AppError('file-not-found', CORPUS_MESSAGES.noCorpus(folder));
  if (isNew && access !== 'write') return openInMemory(folder);
  const expected: Expectation = { folder, hasOriginals, create };
  if (access === 'dry-run') return openCopy(path, files, expected);
  if (isNew) await mkdir(folder, { recursive: true, mode: 0o700 });
  const connection = await Connection.open(path, access === 'write' ? 'shared' : 'read-only');
  try {
    const prepared = await isPrepared(connection, expected);
    if (access === 'write') await makeReady(connection, files, { prepared, expected, options });
    if (prepared || access === 'write') return { connection, originals: files, name: folder, access };
  } catch (error) {
    connection.close();
    throw error;
  }
  connection.close();
  return openCopy(path, files, expected);
}

interface Unready {
  readonly prepared: boolean;
  readonly expected: Expectation;
  readonly options: DatabaseOptions;
}

async function makeReady(connection: Connection, files: FolderOriginals, { prepared, expected, options }: Unready): Promise<void> {
  const bringUp = async () => {
    // Another process may have done it while this one waited.
    if (await isPrepared(connection, expected)) return;
    connection.beginWriting();
    await migrate(connection, expected.folder);
  };
  if (!prepared) await underLease(options, bringUp);
  connection.beginWriting();
  // What a writer left that ended while writing; those of another writer that is at it stay.
  if (options.lease !== null) await files.sweepUnfinished();
  await sweepAbandoned(expected.folder, COPY);
  await clearDoomed(connection, files);
}

async function openCopy(path: string, files: FolderOriginals, expected: Expectation): Promise<OpenDatabase> {
  const copy = unfinishedName(join(expected.folder, COPY));
  await copyDatabase(path, copy);
  const connection = await Connection.open(copy, 'temporary');
  try {
    if (!(await isPrepared(connection, expected))) await migrate(connection, expected.folder);
  } catch (error) {
    connection.close();
    throw error;
  }
  return { connection, originals: new UnkeptOriginals(files), name: expected.folder, access: 'dry-run' };
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
