import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { Erasure } from '../../model/erasure.js';
import { AppError } from '../../model/errors.js';
import { CORPUS_MESSAGES } from '../messages.js';
import { type BackupManifest, type BackupPart, type BackupSummary, MANIFEST, parseManifest } from './backup-manifest.js';
import { Connection } from './connection.js';
import { eraseAgain } from './erase-again.js';
import { backupsOf, readErasureList } from './erasure-list.js';
import { DATABASE_FILE } from './open-database.js';
import { FolderOriginals, ORIGINALS_FOLDER, sha256Of } from './original-files.js';
import { isPrepared, migrate } from './prepare-database.js';
import { flushFolder, UNFINISHED, unfinishedName } from './private-file.js';
import { appendEvents, MACHINE } from './records/event-lines.js';
import { codeOf, openingError } from './storage-errors.js';

/** Bytes of a manifest at most: a million files. */
const MANIFEST_BYTES = 256 * 2 ** 20;
/** What may lie in a folder that counts as empty. */
const NOTHING = /\.(lock|partial)$/;

/**
 * Brings a backup back into `folder`, which must be missing or empty. Everything is checked before any of it is in its
 * place, and what was erased since is erased again: the lists of erasures beside the backup and beside the folder tell.
 * Rejects with AppError `file-not-found`, `backup-file` when it is none or is damaged, `argument` when the folder
 * has something in it or cannot be used, `corpus-newer` or `disk-full`; nothing of it is left then.
 */
export async function restoreBackup(file: string, folder: string, now: Date): Promise<BackupSummary> {
  const target = resolve(folder);
  try {
    const isThere = await requireEmpty(target, folder);
    const { size: bytes } = await stat(file).catch((cause: unknown) => {
      throw new AppError('file-not-found', CORPUS_MESSAGES.backupMissing(file), { cause });
    });
    // A folder that is there may be a disk of its own: its contents must be unpacked on it.
    const unpacked = isThere ? unfinishedName(join(target, 'restore-')) : unfinishedName(`${target}.`);
    try {
      await mkdir(unpacked, { recursive: true, mode: 0o700 });
      const manifest = await unpack(file, unpacked);
      const erasures = [...(await readErasureList(dirname(resolve(file)))), ...(await readErasureList(backupsOf(target)))];
      const essays = await checkDatabase(unpacked, { file, folder, manifest, now, erasures });
      await putInPlace(unpacked, target, isThere);
      return { essays, files: manifest.parts.length - 1, bytes };
    } finally {
      await rm(unpacked, { recursive: true, force: true });
    }
  } catch (error) {
    throw openingError(error, folder);
  }
}

/** Whether the folder is there. */
async function requireEmpty(target: string, folder: string): Promise<boolean> {
  try {
    const names = await readdir(target);
    if (names.some((name) => !NOTHING.test(name))) throw new AppError('argument', CORPUS_MESSAGES.restoreNotEmpty(folder));
    for (const name of names.filter((one) => one.endsWith(UNFINISHED))) await rm(join(target, name), { recursive: true, force: true });
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function unpack(file: string, folder: string): Promise<BackupManifest> {
  const damaged = (detail: string, cause?: unknown) => new AppError('backup-file', CORPUS_MESSAGES.backupDamaged(file, detail), { cause });
  const foreign = (cause?: unknown) => new AppError('backup-file', CORPUS_MESSAGES.backupForeign(file), { cause });
  let zip: ZipFile;
  try {
    zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  } catch (cause) {
    throw foreign(cause);
  }
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const first = entries.get(MANIFEST);
    if (first === undefined || first.uncompressedSize > MANIFEST_BYTES) throw foreign();
    const manifest = parseManifest(await readText(zip, first));
    if (manifest === null || manifest.parts[0]?.name !== DATABASE_FILE) throw foreign();
    for (const part of manifest.parts) {
      const entry = entries.get(part.name);
      if (entry === undefined) throw damaged(CORPUS_MESSAGES.partMissing(part.name));
      if (!isPlaced(part) || !(await unpackPart(zip, entry, part, folder))) throw damaged(CORPUS_MESSAGES.partChanged(part.name));
    }
    await flushFolder(folder);
    return manifest;
  } catch (error) {
    // Whatever the disk did not refuse is the doing of the ZIP.
    if (error instanceof AppError || openingError(error, folder) !== error) throw error;
    throw damaged(CORPUS_MESSAGES.partUnread, error);
  } finally {
    zip.close();
  }
}

async function readText(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The database, or an original under the name of its content: nothing else is written, wherever a name may point. */
const isPlaced = ({ name, sha256 }: BackupPart): boolean =>
  /^[0-9a-f]{64}$/.test(sha256) && (name === DATABASE_FILE || sha256Of(name) === sha256);

/** False when it is not what the manifest says. */
async function unpackPart(zip: ZipFile, entry: Entry, part: BackupPart, folder: string): Promise<boolean> {
  const path = join(folder, ...part.name.split('/'));
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > part.bytes) return false;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await flushFolder(dirname(path));
  return bytes === part.bytes && hash.digest('hex') === part.sha256;
}

interface Checked {
  readonly file: string;
  readonly folder: string;
  readonly manifest: BackupManifest;
  readonly now: Date;
  /** What has been erased since, perhaps. */
  readonly erasures: readonly Erasure[];
}

/** Essays in the database. It is brought to the schema of this version, and its log says that it was restored. */
async function checkDatabase(unpacked: string, { file, folder, manifest, now, erasures }: Checked): Promise<number> {
  const path = join(unpacked, DATABASE_FILE);
  const connection = await Connection.open(path, 'private');
  let essays: number;
  try {
    if (!(await isPrepared(connection, { folder: file, hasOriginals: false, create: false }))) await migrate(connection, folder);
    const there = new Set(manifest.parts.map(({ sha256 }) => sha256));
    const named = await connection.kysely.selectFrom('original').select('sha256').execute();
    const missing = named.find(({ sha256 }) => !there.has(sha256));
    if (missing !== undefined)
      throw new AppError('backup-file', CORPUS_MESSAGES.backupDamaged(file, CORPUS_MESSAGES.partMissing(missing.sha256)));
    await connection.atomically((tables) =>
      appendEvents(tables, now.toISOString(), [{ actor: MACHINE, kind: 'restored', details: { createdAt: manifest.createdAt } }]),
    );
    await eraseAgain(connection, new FolderOriginals(unpacked), erasures, now);
    ({ essays } = await connection.kysely
      .selectFrom('submission')
      .select(({ fn }) => fn.countAll<number>().as('essays'))
      .executeTakeFirstOrThrow());
  } catch (error) {
    if (error instanceof AppError && error.code === 'corpus-damaged') {
      throw new AppError('backup-file', CORPUS_MESSAGES.backupDamaged(file, CORPUS_MESSAGES.checkFailed), { cause: error });
    }
    throw error;
  } finally {
    connection.close();
  }
  const database = await open(path, 'r+');
  await database.sync().finally(() => database.close());
  return essays;
}

/** As a whole where the folder is not there yet; else the database last, without which it is no corpus. */
async function putInPlace(unpacked: string, target: string, isThere: boolean): Promise<void> {
  if (!isThere) {
    await rename(unpacked, target);
    await flushFolder(dirname(target));
    return;
  }
  for (const name of [ORIGINALS_FOLDER, DATABASE_FILE]) {
    await rename(join(unpacked, name), join(target, name)).catch((error: unknown) => {
      // A corpus without essays has no folder of originals.
      if (codeOf(error) !== 'ENOENT' || name === DATABASE_FILE) throw error;
    });
  }
  await rmdir(unpacked);
  await flushFolder(target);
}
