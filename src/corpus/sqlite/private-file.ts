import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './storage-errors.js';

/** End of the name of a file that is being written. */
export const UNFINISHED = '.partial';
/** Milliseconds after which nobody is writing an unfinished file any more. */
const ABANDONED = 24 * 60 * 60 * 1_000;
const NO_FLUSH = /^(EINVAL|ENOTSUP|EISDIR)$/;

/**
 * Makes an empty file for its owner only, unless there is one: opening and closing an existing one here would drop the
 * locks that SQLite has on it for this process.
 */
export async function createPrivate(path: string): Promise<void> {
  try {
    await (await open(path, 'wx', 0o600)).close();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Returns once the names in a folder are on the disk for good; a folder that is gone has none. */
export async function flushFolder(path: string): Promise<void> {
  let folder: FileHandle | undefined;
  try {
    folder = await open(path, 'r');
    await folder.sync();
  } catch (error) {
    // Windows and some network file systems have no way to flush a folder.
    if (process.platform !== 'win32' && codeOf(error) !== 'ENOENT' && !NO_FLUSH.test(codeOf(error))) throw error;
  } finally {
    await folder?.close();
  }
}

/** A name that no other process uses, for a file that is not to be seen before it is whole. */
export const unfinishedName = (start: string): string => `${start}${randomUUID()}${UNFINISHED}`;

/** Removes unfinished files whose name begins so and that nobody has touched for a day: what a process left that was killed. */
export async function sweepAbandoned(folder: string, start: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((one) => one.startsWith(start) && one.endsWith(UNFINISHED))) {
    const path = join(folder, name);
    const touched = await stat(path).catch(() => null);
    if (touched !== null && Date.now() - touched.mtimeMs > ABANDONED) await rm(path, { recursive: true, force: true });
  }
}
