import type { Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Skipped } from '../../model/batch.js';
import { AppError } from '../../model/errors.js';
import type { ExtractLimits } from '../../model/extraction.js';
import { archiveSplit, fileNotFound, givenTwice, linkFile, notAFile, systemFile, unreadablePath } from '../messages.js';
import { openArchive } from './archive.js';
import { type InputFile, isPartName, isSystemFile, UnreadableInput } from './input-file.js';
import { readBounded } from './read-bounded.js';

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
  const visited = new Set<string>();
  for (const { given, path, name } of nameInputs(paths)) {
    // A link that is named on the command line is meant; one in a folder might lead anywhere.
    const found = await stat(path).catch((cause: unknown) => {
      throw new AppError('file-not-found', fileNotFound(given), { cause });
    });
    if (visited.has(path)) skipped.push({ file: name, reason: givenTwice });
    else await visit(path, name, found);
    visited.add(path);
  }
  return {
    files,
    skipped,
    close: () => {
      for (const close of closers) close();
    },
  };

  async function visit(path: string, name: string, found: Stats): Promise<void> {
    if (found.isDirectory()) await visitFolder(path, name);
    else if (found.isSymbolicLink()) skipped.push({ file: name, reason: linkFile });
    else if (!found.isFile()) skipped.push({ file: name, reason: notAFile });
    else await visitFile(path, name);
  }

  async function visitFolder(folder: string, name: string): Promise<void> {
    const entries = await readdir(folder).catch(() => null);
    if (entries === null) skipped.push({ file: name, reason: unreadablePath });
    for (const entry of (entries ?? []).sort((a, b) => (a < b ? -1 : 1))) {
      const [path, inner] = [join(folder, entry), `${name}/${entry.normalize('NFC')}`];
      const found = await lstat(path).catch(() => null);
      if (found === null) skipped.push({ file: inner, reason: unreadablePath });
      else await visit(path, inner, found);
    }
  }

  async function visitFile(path: string, name: string): Promise<void> {
    const found = await collectFile(path, name, limits);
    files.push(...found.files);
    skipped.push(...found.skipped);
    closers.push(found.close);
  }
}

/** What is behind one file: itself, or what an archive holds. */
export async function collectFile(path: string, name: string, limits: ExtractLimits): Promise<Inputs> {
  const reason = isSystemFile(name) ? systemFile : isPartName(name) ? archiveSplit : null;
  if (reason !== null) return { files: [], skipped: [{ file: name, reason }], close: () => {} };
  const archive = /\.zip$/i.test(name) ? await openArchive(path, name, limits) : null;
  return archive ?? { files: [{ name, read: () => readFile(path, limits) }], skipped: [], close: () => {} };
}

/** Names the paths by their last part, or by as many parts more as tell those of one name apart. */
function nameInputs(paths: readonly string[]): { readonly given: string; readonly path: string; readonly name: string }[] {
  const whole = paths.map((path) => resolve(path));
  const nameAt = (path: string, parts: number): string => path.split(/[\\/]/).filter(Boolean).slice(-parts).join('/').normalize('NFC');
  return whole.map((path, i) => {
    let parts = 1;
    const others = whole.filter((other) => other !== path && basename(other) === basename(path));
    while (others.some((other) => nameAt(other, parts) === nameAt(path, parts))) parts++;
    return { given: paths[i]!, path, name: nameAt(path, parts) };
  });
}

async function readFile(path: string, limits: ExtractLimits): Promise<Uint8Array> {
  try {
    return await readBounded(path, limits.fileBytes);
  } catch (cause) {
    throw new UnreadableInput(unreadablePath, { cause });
  }
}
