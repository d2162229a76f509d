import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '../../model/errors.js';
import { reached } from '../../model/steps.js';
import { CORPUS_MESSAGES } from '../messages.js';
import type { Originals, StoredOriginal } from '../records/originals.js';
import { flushFolder, UNFINISHED, unfinishedName } from './private-file.js';
import { codeOf, storageError } from './storage-errors.js';

/** Name of the folder of the originals inside that of the corpus. */
export const ORIGINALS_FOLDER = 'files';
/** Begin of the name of an upload that is being received. */
const UPLOAD = 'upload-';
/** Files written at a time: enough to keep a disk busy while another one is flushed. */
const PARALLEL = 8;
/** Windows moves nothing over a file that somebody reads. */
const IN_USE = /^(EPERM|EACCES|EBUSY)$/;

/** The bytes of one original; `sha256` is lower-case hexadecimal. */
export interface OriginalFile {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export type OriginalState = 'ok' | 'missing' | 'changed';

/** Where original files are kept, named by their content. Errors are those of node:fs. */
export interface OriginalStore {
  /** Returns once all are on the disk for good. */
  write(files: readonly OriginalFile[]): Promise<void>;
  /** Removes those that are there; for good only once they are flushed. */
  discard(sha256s: readonly string[]): Promise<void>;
  /** Returns once their removal is on the disk for good. */
  flush(sha256s: readonly string[]): Promise<void>;
  /** Whether there is a file of that name, whatever is in it. */
  has(sha256: string): Promise<boolean>;
  stateOf(sha256: string): Promise<OriginalState>;
  /** Finished files that are none of the `known` originals, relative to the corpus folder, sorted. */
  orphans(known: ReadonlySet<string>): Promise<readonly string[]>;
}

/** Originals under `files/ab/abcdef…` of the corpus folder, readable by their owner only. */
export class FolderOriginals implements OriginalStore, Pick<Originals, 'receive' | 'pathOf'> {
  private readonly top: string;

  constructor(private readonly folder: string) {
    this.top = join(folder, ORIGINALS_FOLDER);
  }

  async write(files: readonly OriginalFile[]): Promise<void> {
    const waiting = files.values();
    const worker = async () => {
      for (const { sha256, bytes } of waiting) await this.writeOne(sha256, bytes);
    };
    const outcomes = await Promise.allSettled(Array.from({ length: PARALLEL }, worker));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    await this.flush(files.map(({ sha256 }) => sha256));
  }

  async receive(stream: Readable, limit: number): Promise<StoredOriginal> {
    // Above the originals, since nobody knows its hash yet.
    const unfinished = unfinishedName(join(this.top, UPLOAD));
    try {
      await mkdir(this.top, { recursive: true, mode: 0o700 });
      const stored = await writeStream(stream, unfinished, limit);
      await this.putInPlace(unfinished, stored.sha256);
      reached('upload.renamed');
      await this.flush([stored.sha256]);
      reached('upload.folder-synced');
      return stored;
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      throw storageError(error, this.folder);
    }
  }

  pathOf(sha256: string): string {
    return join(this.top, sha256.slice(0, 2), sha256);
  }

  async discard(sha256s: readonly string[]): Promise<void> {
    for (const sha256 of sha256s) await rm(this.pathOf(sha256), { force: true });
  }

  /** Once a folder, not once a file: a rename is lost in a power cut until its folder is flushed. */
  async flush(sha256s: readonly string[]): Promise<void> {
    if (sha256s.length === 0) return;
    const folders = new Set(sha256s.map((sha256) => dirname(this.pathOf(sha256))));
    for (const folder of [...folders, this.top, this.folder]) await flushFolder(folder);
  }

  async has(sha256: string): Promise<boolean> {
    return (await found(stat(this.pathOf(sha256)))) !== null;
  }

  async stateOf(sha256: string): Promise<OriginalState> {
    const actual = await found(hashFile(this.pathOf(sha256)));
    if (actual === null) return 'missing';
    return actual === sha256 ? 'ok' : 'changed';
  }

  async orphans(known: ReadonlySet<string>): Promise<readonly string[]> {
    const finished = (await this.paths()).filter((path) => !path.endsWith(UNFINISHED));
    return finished.filter((path) => !known.has(sha256Of(path))).sort();
  }

  /** Removes what a writer left that ended while writing. Only with the writer lease: another one's would go too. */
  async sweepUnfinished(): Promise<void> {
    for (const path of await this.paths()) if (path.endsWith(UNFINISHED) && dirname(path) !== ORIGINALS_FOLDER) await this.remove(path);
  }

  /** Removes what uploads left that broke off. Only with the `serve` lease: those under way would go too. */
  async sweepUploads(): Promise<void> {
    const names = (await found(readdir(this.top))) ?? [];
    for (const name of names) if (name.endsWith(UNFINISHED)) await rm(join(this.top, name), { force: true });
  }

  /** Whether there is no original, known or not. */
  async isEmpty(): Promise<boolean> {
    const prefixes = await found(opendir(this.top));
    if (prefixes === null) return true;
    for await (const prefix of prefixes) {
      if (!prefix.isDirectory()) continue;
      const names = await readdir(join(this.top, prefix.name));
      if (names.some((name) => !name.endsWith(UNFINISHED))) return false;
    }
    return true;
  }

  /** Removes a file by its path as `orphans` gives it. */
  remove(path: string): Promise<void> {
    return rm(join(this.folder, path), { force: true });
  }

  private async writeOne(sha256: string, bytes: Uint8Array): Promise<void> {
    // A name of its own: two processes may be writing the same content.
    const unfinished = unfinishedName(`${this.pathOf(sha256)}.`);
    await mkdir(dirname(unfinished), { recursive: true, mode: 0o700 });
    try {
      const file = await open(unfinished, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await this.putInPlace(unfinished, sha256);
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  /** Over one that is there already, too: it may have been damaged. */
  private async putInPlace(unfinished: string, sha256: string): Promise<void> {
    const path = this.pathOf(sha256);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await rename(unfinished, path);
    } catch (error) {
      if (!IN_USE.test(codeOf(error)) || (await this.stateOf(sha256)) !== 'ok') throw error;
      await rm(unfinished, { force: true });
    }
  }

  /** All files, relative to the corpus folder, with `/` between names. */
  private async paths(): Promise<string[]> {
    const entries = (await found(readdir(this.top, { recursive: true, withFileTypes: true }))) ?? [];
    const files = entries.filter((entry) => !entry.isDirectory());
    return files.map(({ parentPath, name }) => relative(this.folder, join(parentPath, name)).replaceAll('\\', '/'));
  }
}

/** Originals of a dry run or of a corpus in memory: nothing is written or removed, what the run added counts as kept. */
export class UnkeptOriginals implements OriginalStore {
  private readonly added = new Set<string>();
  private readonly dropped = new Set<string>();

  /** `base`: what is there already, null for nothing. */
  constructor(private readonly base: OriginalStore | null) {}

  write(files: readonly OriginalFile[]): Promise<void> {
    for (const { sha256 } of files) this.added.add(sha256);
    return Promise.resolve();
  }

  discard(sha256s: readonly string[]): Promise<void> {
    for (const sha256 of sha256s) {
      this.added.delete(sha256);
      this.dropped.add(sha256);
    }
    return Promise.resolve();
  }

  flush(): Promise<void> {
    return Promise.resolve();
  }

  async has(sha256: string): Promise<boolean> {
    return this.added.has(sha256) || (!this.dropped.has(sha256) && (await this.base?.has(sha256)) === true);
  }

  async stateOf(sha256: string): Promise<OriginalState> {
    if (this.added.has(sha256)) return 'ok';
    return this.dropped.has(sha256) ? 'missing' : ((await this.base?.stateOf(sha256)) ?? 'missing');
  }

  async orphans(known: ReadonlySet<string>): Promise<readonly string[]> {
    return (await this.base?.orphans(new Set([...known, ...this.dropped]))) ?? [];
  }
}

/** The content's name of a finished file, empty for one that lies where no original does. */
export function sha256Of(path: string): string {
  const [folder, prefix, name = '', ...deeper] = path.split('/');
  return folder === ORIGINALS_FOLDER && prefix === name.slice(0, 2) && deeper.length === 0 ? name : '';
}

/** SHA-256 of a file's bytes, lower-case hexadecimal, however many: an archive need not fit in memory. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function writeStream(stream: Readable, path: string, limit: number): Promise<StoredOriginal> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > limit) throw new AppError('file-too-large', CORPUS_MESSAGES.fileTooLarge(limit));
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    reached('upload.written');
    await file.sync();
    reached('upload.synced');
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** null where nothing is. */
async function found<T>(looking: Promise<T>): Promise<T | null> {
  try {
    return await looking;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
