import { rm } from 'node:fs/promises';
import { Connection } from './connection.js';
import { createPrivate } from './private-file.js';

/** Pages copied before other work of this process gets its turn: 16 MB. */
const PAGES = 4096;

/**
 * Copies the database at `path` to the new file `copy`, for its owner only, as it is at one moment, whatever other
 * processes write meanwhile. Nothing of the copy is left when it fails. Errors are those of SQLite and the file system.
 */
export async function copyDatabase(path: string, copy: string): Promise<void> {
  const source = await Connection.open(path, 'read-only');
  try {
    await createPrivate(copy);
    // A transaction that has read holds its moment; without one every commit of another process would start the copy anew.
    source.database.exec('BEGIN; SELECT count(*) FROM sqlite_master');
    await source.database.backup(copy, { progress: () => PAGES });
  } catch (error) {
    await rm(copy, { force: true });
    throw error;
  } finally {
    source.close();
  }
}
