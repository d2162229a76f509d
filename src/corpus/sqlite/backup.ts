import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Erasure } from '../../model/erasure.js';
import { AppError } from '../../model/errors.js';
import { reached } from '../../model/steps.js';
import { CORPUS_MESSAGES } from '../messages.js';
import { BACKUP_VERSION, type BackupManifest, type BackupPart, type BackupSummary, MANIFEST } from './backup-manifest.js';
import { Connection } from './connection.js';
import { addToErasureList } from './erasure-list.js';
import { DATABASE_FILE, requireCorpus } from './open-database.js';
import { FolderOriginals, hashFile, ORIGINALS_FOLDER } from './original-files.js';
import { isPrepared } from './prepare-database.js';
import { flushFolder, sweepAbandoned, unfinishedName } from './private-file.js';
import { readErasures } from './records/sqlite-erasures.js';
import { copyDatabase } from './snapshot.js';
import { codeOf, openingError } from './storage-errors.js';

/** Times that a backup is begun anew because a file was removed meanwhile. */
const ATTEMPTS = 5;
const PRIVATE = { mode: 0o600 };

/** Hears how much is done, 0..1. */
export type TellShare = (share: number) => void;

/** A file of the backup is not, or no longer, what its row says. */
class LostPart extends Error {
  constructor(readonly part: BackupPart) {
    super(`${part.name} differs from its row`);
  }
}

/**
 * Saves a corpus that others may be using and writing: the database as it is at one moment and every original that it
 * names, as one ZIP for its owner only. `file` is there as a whole or not at all. Rejects with AppError `file-not-found`
 * without a corpus, `corpus-damaged` when the corpus does not fit together, `argument` or `disk-full` when `file` cannot
 * be written.
 */
export async function writeBackup(folder: string, file: string, now: Date, tell: TellShare = () => {}): Promise<BackupSummary> {
  await requireCorpus(folder);
  const target = resolve(file);
  try {
    await mkdir(dirname(target), { recursive: true });
    await sweepAbandoned(dirname(target), `${basename(target)}.`);
    for (let attempt = 1; ; attempt++) {
      try {
        return await attemptBackup({ folder, target, now, tell });
      } catch (error) {
        if (!(error instanceof LostPart)) throw error;
        // Somebody removed it since the snapshot; the next one does not name it.
        if (attempt === ATTEMPTS)
          throw new AppError('corpus-damaged', CORPUS_MESSAGES.backupIncomplete(folder, error.part.name), { cause: error });
      }
    }
  } catch (error) {
    throw targetError(error, file, folder);
  }
}

function targetError(error: unknown, file: string, folder: string): unknown {
  const told = openingError(error, folder);
  if (!(told instanceof AppError) || told === error) return told;
  if (told.code === 'disk-full') return new AppError('disk-full', CORPUS_MESSAGES.backupFull(file), { cause: error });
  return told.code === 'argument' ? new AppError('argument', CORPUS_MESSAGES.backupTarget(file), { cause: error }) : told;
}

interface Attempt {
  readonly folder: string;
  readonly target: string;
  readonly now: Date;
  readonly tell: TellShare;
}

async function attemptBackup({ folder, target, now, tell }: Attempt): Promise<BackupSummary> {
  const snapshot = unfinishedName(`${target}.`);
  const unfinished = unfinishedName(`${target}.`);
  try {
    await copyDatabase(join(folder, DATABASE_FILE), snapshot);
    const { essays, originals, erasures } = await readSnapshot(snapshot, folder);
    reached('backup.snapshot');
    const parts = [await databasePart(snapshot), ...originals];
    const places = new FolderOriginals(folder);
    const count = shareOf(parts, tell);
    const bytes = await writeZip(unfinished, { version: BACKUP_VERSION, createdAt: now.toISOString(), parts }, (part) => {
      count(part);
      return part.name === DATABASE_FILE ? snapshot : places.pathOf(part.sha256);
    });
    reached('backup.written');
    // Before it is there: older ones beside it must not bring back what was erased since.
    await addToErasureList(dirname(target), erasures);
    await rename(unfinished, target);
    await flushFolder(dirname(target));
    reached('backup.renamed');
    return { essays, files: originals.length, bytes };
  } finally {
    await rm(snapshot, { force: true });
    await rm(unfinished, { force: true });
  }
}

interface Snapshot {
  readonly essays: number;
  readonly originals: BackupPart[];
  readonly erasures: readonly Erasure[];
}

/** Makes the snapshot fit to lie around: whoever finds a backup must not be able to go on with somebody's session. */
async function readSnapshot(snapshot: string, folder: string): Promise<Snapshot> {
  const connection = await Connection.open(snapshot, 'private');
  try {
    const prepared = await isPrepared(connection, { folder, hasOriginals: false, create: false });
    const { kysely } = connection;
    if (prepared) for (const table of ['session', 'doomed'] as const) await kysely.deleteFrom(table).execute();
    const rows = await kysely.selectFrom('original').selectAll().orderBy('sha256').execute();
    const { essays } = await kysely
      .selectFrom('submission')
      .select(({ fn }) => fn.countAll<number>().as('essays'))
      .executeTakeFirstOrThrow();
    const nameOf = (sha256: string) => [ORIGINALS_FOLDER, sha256.slice(0, 2), sha256].join('/');
    const erasures = prepared ? await readErasures(kysely) : [];
    return { essays, originals: rows.map(({ sha256, bytes }) => ({ name: nameOf(sha256), sha256, bytes })), erasures };
  } finally {
    connection.close();
  }
}

/** Counts parts as they are begun. */
function shareOf(parts: readonly BackupPart[], tell: TellShare): (part: BackupPart) => void {
  const all = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  return ({ bytes }) => {
    tell(all === 0 ? 0 : before / all);
    before += bytes;
  };
}

async function databasePart(snapshot: string): Promise<BackupPart> {
  return { name: DATABASE_FILE, sha256: await hashFile(snapshot), bytes: (await stat(snapshot)).size };
}

/** Gives the size of the ZIP once it is on the disk for good. Rejects with LostPart when a part is not what the manifest says. */
async function writeZip(path: string, manifest: BackupManifest, placeOf: (part: BackupPart) => string): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of zipOf(manifest, placeOf)) await file.writeFile(chunk as Buffer);
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

function zipOf(manifest: BackupManifest, placeOf: (part: BackupPart) => string): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), MANIFEST, PRIVATE);
  for (const part of manifest.parts) {
    // Essays are packed already, as DOCX and PDF.
    const options = { ...PRIVATE, compress: part.name === DATABASE_FILE };
    zip.addReadStreamLazy(part.name, options, (done) =>
      done(
        null,
        checkedStream(placeOf(part), part, (error) => zip.emit('error', error)),
      ),
    );
  }
  zip.end();
  return output;
}

/** What stands in a file, ending in LostPart unless it is what the part says. */
function checkedStream(path: string, part: BackupPart, fail: (error: Error) => void): Readable {
  const hash = createHash('sha256');
  const check = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush: (done) => done(hash.digest('hex') === part.sha256 ? null : new LostPart(part)),
  });
  check.on('error', fail);
  createReadStream(path)
    .on('error', (error) => check.destroy(codeOf(error) === 'ENOENT' ? new LostPart(part) : error))
    .pipe(check);
  return check;
}
