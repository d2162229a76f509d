import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { codeOf } from './storage-errors.js';

/** Name of the folder of the originals inside that of the corpus. */
const ORIGINALS_FOLDER = 'files';
const UNFINISHED = '.partial';
/** Files written at a time: enough to keep a disk busy while another one is flushed. */
const PARALLEL = 8;

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
  /** Removes those that are there. */
  discard(sha256s: readonly string[]): Promise<void>;
  stateOf(sha256: string): Promise<OriginalState>;
  /** Files that are none of the `known` originals, relative to the corpus folder, sorted. */
  orphans(known: ReadonlySet<string>): Promise<readonly string[]>;
}

/** Originals under `files/ab/abcdef…` of the corpus folder, readable by their owner only. */
export class FolderOriginals implements OriginalStore {
  constructor(private readonly folder: string) {}

  async write(files: readonly OriginalFile[]): Promise<void> {
    if (files.length === 0) return;
    const folders = new Set(files.map(({ sha256 }) => dirname(this.pathOf(sha256))));
    for (const folder of folders) await mkdir(folder, { recursive: true, mode: 0o700 });
    const waiting = files.values();
    const worker = async () => {
      for (const file of waiting) await this.writeOne(file);
    };
    const outcomes = await Promise.allSettled(Array.from({ length: PARALLEL }, worker));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    // Once a folder, not once a file: a rename is lost in a power cut until its folder is flushed.
    for (const folder of [...folders, join(this.folder, ORIGINALS_FOLDER), this.folder]) await flushFolder(folder);
  }

  async discard(sha256s: readonly string[]): Promise<void> {
    for (const sha256 of sha256s) {
      await rm(this.pathOf(sha256), { force: true });
      await rm(this.pathOf(sha256) + UNFINISHED, { force: true });
    }
  }

  async stateOf(sha256: string): Promise<OriginalState> {
    try {
      const bytes = await readFile(this.pathOf(sha256));
      return createHash('sha256').update(bytes).digest('hex') === sha256 ? 'ok' : 'changed';
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return 'missing';
      throw error;
    }
  }

  async orphans(known: ReadonlySet<string>): Promise<readonly string[]> {
    const found = await this.paths();
    return found.filter((path) => !known.has(sha256Of(path))).sort();
  }

  /** Removes what a process left that ended while writing. */
  async sweep(): Promise<void> {
    for (const path of await this.paths()) if (path.endsWith(UNFINISHED)) await rm(join(this.folder, path), { force: true });
  }

  async isEmpty(): Promise<boolean> {
    return (await this.paths()).length === 0;
  }

  private pathOf(sha256: string): string {
    return join(this.folder, ORIGINALS_FOLDER, sha256.slice(0, 2), sha256);
  }

  private async writeOne({ sha256, bytes }: OriginalFile): Promise<void> {
    const path = this.pathOf(sha256);
    const file = await open(path + UNFINISHED, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(path + UNFINISHED, path);
  }

  /** All files, relative to the corpus folder, with `/` between names. */
  private async paths(): Promise<string[]> {
    const top = join(this.folder, ORIGINALS_FOLDER);
    const entries = await readdir(top, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    });
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

  async stateOf(sha256: string): Promise<OriginalState> {
    return this.added.has(sha256) ? 'ok' : ((await this.base?.stateOf(sha256)) ?? 'missing');
  }

  async orphans(known: ReadonlySet<string>): Promise<readonly string[]> {
    return (await this.base?.orphans(new Set([...known, ...this.dropped]))) ?? [];
  }
}

function sha256Of(path: string): string {
  const [folder, prefix, name = '', ...deeper] = path.split('/');
  return folder === ORIGINALS_FOLDER && prefix === name.slice(0, 2) && deeper.length === 0 ? name : '';
}

const NO_FLUSH = /^(EINVAL|ENOTSUP|EISDIR)$/;

async function flushFolder(path: string): Promise<void> {
  let folder: FileHandle | undefined;
  try {
    folder = await open(path, 'r');
    await folder.sync();
  } catch (error) {
    // Windows and some network file systems have no way to flush a folder.
    if (process.platform !== 'win32' && !NO_FLUSH.test(codeOf(error))) throw error;
  } finally {
    await folder?.close();
  }
}
