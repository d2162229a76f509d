import { lstat, open, readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Skipped } from '../../model/batch.js';
import { AppError } from '../../model/errors.js';
import type { ExtractLimits } from '../../model/extraction.js';
import { fileNotFound, linkFile, systemFile } from '../messages.js';
import { openArchive } from './archive.js';
import { type InputFile, isSystemFile } from './input-file.js';

/** All files behind the paths of a command. */
export interface Inputs {
  readonly files: readonly InputFile[];
  readonly skipped: readonly Skipped[];
  /** Lets go of opened archives; to be called when every file has been read. */
  close(): void;
}

/**
 * Lists the files behind files, folders and ZIP archives, folders in the order of names. Rejects with AppError
 * `file-not-found` when a path given does not exist; anything wrong inside a folder or archive only skips that entry.
 */
export async function collectInputs(paths: readonly string[], limits: ExtractLimits): Promise<Inputs> {
  const files: InputFile[] = [];
  const skipped: Skipped[] = [];
  const closers: (() => void)[] = [];
  for (const path of paths) await visit(resolve(path), basename(resolve(path)).normalize('NFC'), path);
  return {
    files,
    skipped,
    close: () => {
      for (const close of closers) close();
    },
  };

  async function visit(path: string, name: string, given: string | null): Promise<void> {
    const stat = await lstat(path).catch((cause: unknown) => {
      if (given !== null) throw new AppError('file-not-found', fileNotFound(given), { cause });
      return null;
    });
    if (stat === null) return;
    if (stat.isDirectory()) await visitFolder(path, name);
    else if (isSystemFile(name)) skipped.push({ file: name, reason: systemFile });
    else if (!stat.isFile() && given === null) skipped.push({ file: name, reason: linkFile });
    else await visitFile(path, name);
  }

  async function visitFile(path: string, name: string): Promise<void> {
    const archive = /\.zip$/i.test(name) ? await openArchive(path, name, limits) : null;
    if (archive === null) {
      files.push({ name, read: () => readBounded(path, limits) });
      return;
    }
    files.push(...archive.files);
    skipped.push(...archive.skipped);
    closers.push(archive.close);
  }

  async function visitFolder(folder: string, name: string): Promise<void> {
    const entries = (await readdir(folder)).sort((a, b) => (a < b ? -1 : 1));
    for (const entry of entries) await visit(join(folder, entry), `${name}/${entry.normalize('NFC')}`, null);
  }
}

/** A file over the limit is read no further than one byte beyond it, which is enough to be refused for its size. */
async function readBounded(path: string, limits: ExtractLimits): Promise<Uint8Array> {
  const { size } = await lstat(path);
  if (size <= limits.fileBytes) return readFile(path);
  const handle = await open(path);
  try {
    const bytes = Buffer.alloc(limits.fileBytes + 1);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
