import { type Kysely, sql } from 'kysely';
import { AppError } from '../../model/errors.js';
import { reached } from '../../model/steps.js';
import { CORPUS_MESSAGES } from '../messages.js';
import type { StoredOriginal } from '../records/originals.js';
import type { Connection } from './connection.js';
import { inChunks } from './in-chunks.js';
import type { OriginalStore } from './original-files.js';
import type { CorpusTables } from './schema.js';

/** Uploads of batches that are not through. */
const PENDING = sql`upload JOIN batch ON batch.id = upload.batch WHERE batch.state NOT IN ('done', 'withdrawn')`;
/** Every file that an essay, a campaign or a batch that is not through needs. */
const NEEDED = sql`SELECT sha256 FROM submission UNION SELECT sha256 FROM document UNION SELECT upload.sha256 FROM ${PENDING}`;

/** A file that is needed by something else than an essay. */
export interface NeededFile {
  readonly kind: 'document' | 'upload';
  /** Name as given. */
  readonly file: string;
  readonly sha256: string;
}

/** Files of campaigns, then those of batches that are not through. */
export async function neededFiles(tables: Kysely<CorpusTables>): Promise<readonly NeededFile[]> {
  const { rows } = await sql<NeededFile>`
    SELECT 'document' AS kind, file, sha256 FROM document
    UNION ALL SELECT 'upload', upload.file, upload.sha256 FROM ${PENDING}`.execute(tables);
  return rows;
}

/** As `claimOriginals`, for one file. */
export const claimOriginal = (tables: Kysely<CorpusTables>, originals: Pick<OriginalStore, 'has'>, file: StoredOriginal): Promise<void> =>
  claimOriginals(tables, originals, [file]);

/**
 * Makes stored files count, within the transaction that writes the rows which need them: they may have been doomed, or even
 * removed, since they were received. Rejects with AppError `corpus-locked` when one is gone: it must be received again.
 */
export async function claimOriginals(
  tables: Kysely<CorpusTables>,
  originals: Pick<OriginalStore, 'has'>,
  files: readonly StoredOriginal[],
): Promise<void> {
  for (const chunk of inChunks(files)) {
    await tables
      .insertInto('original')
      .values(chunk.map(({ sha256, bytes }) => ({ sha256, bytes })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const claimed = chunk.map(({ sha256 }) => sha256);
    await tables.deleteFrom('doomed').where('sha256', 'in', claimed).execute();
  }
  // No file is removed but under the lock that this transaction has, so what is there now stays.
  for (const { sha256 } of files) {
    if (!(await originals.has(sha256))) throw new AppError('corpus-locked', CORPUS_MESSAGES.originalVanished);
  }
}

/** Within a transaction: originals that nothing needs any more become doomed ones; gives their hashes. `clearDoomed` follows once it is committed. */
export async function forgetOriginals(tables: Kysely<CorpusTables>): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`DELETE FROM original WHERE sha256 NOT IN (${NEEDED}) RETURNING sha256`.execute(tables);
  const gone = rows.map(({ sha256 }) => sha256);
  for (const chunk of inChunks(gone)) {
    await tables
      .insertInto('doomed')
      .values(chunk.map((sha256) => ({ sha256 })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return gone;
}

/** Removes the files of all doomed originals, then their rows. Whoever opens a corpus for writing finishes what another one began. */
export async function clearDoomed(connection: Connection, originals: OriginalStore): Promise<void> {
  const doomed = (await connection.kysely.selectFrom('doomed').select('sha256').execute()).map(({ sha256 }) => sha256);
  for (const chunk of inChunks(doomed)) {
    // Under the write lock: nobody can claim a file between the look and the removal.
    await connection.atomically(async (tables) => originals.discard(await stillDoomed(tables, chunk)));
    reached('doomed.removed');
    // Only then, or a power cut might bring back a file that nothing names.
    await originals.flush(chunk);
    await connection.atomically(async (tables) => {
      const gone: string[] = [];
      for (const sha256 of chunk) if (!(await originals.has(sha256))) gone.push(sha256);
      if (gone.length > 0) await tables.deleteFrom('doomed').where('sha256', 'in', gone).execute();
    });
  }
  if (doomed.length > 0) await connection.forgetLog();
}

/** Within a transaction: removes those of the files that no row names. */
export async function discardUnnamed(tables: Kysely<CorpusTables>, originals: OriginalStore, sha256s: readonly string[]): Promise<void> {
  for (const chunk of inChunks(sha256s)) {
    const rows = await tables.selectFrom('original').select('sha256').where('sha256', 'in', chunk).execute();
    const named = new Set(rows.map(({ sha256 }) => sha256));
    await originals.discard(chunk.filter((sha256) => !named.has(sha256)));
  }
}

/** Every file that a row names, doomed ones included. */
export async function namedOriginals(tables: Kysely<CorpusTables>): Promise<Set<string>> {
  const rows = await tables.selectFrom('original').select('sha256').union(tables.selectFrom('doomed').select('sha256')).execute();
  return new Set(rows.map(({ sha256 }) => sha256));
}

async function stillDoomed(tables: Kysely<CorpusTables>, sha256s: readonly string[]): Promise<string[]> {
  const rows = await tables
    .selectFrom('doomed')
    .select('sha256')
    .where('sha256', 'in', sha256s)
    .where('sha256', 'not in', tables.selectFrom('original').select('sha256'))
    .execute();
  return rows.map(({ sha256 }) => sha256);
}
