import { type Kysely, sql } from 'kysely';
import type { DocumentMetadata } from '../../model/extraction.js';
import { tracesOf } from '../../model/file-traces.js';
import type { Submission } from '../../model/submission.js';
import { inChunks } from './in-chunks.js';
import type { CorpusTables } from './schema.js';

/** What one file says of itself, and the sequence of its essay. */
interface TracedFile {
  readonly submission: number;
  readonly metadata: DocumentMetadata;
}

/** Notes the traces of files that have none yet. */
export async function putTraces(tables: Kysely<CorpusTables>, files: readonly TracedFile[]): Promise<void> {
  const rows = files.flatMap(({ submission, metadata }) => tracesOf(metadata).map(({ key }) => ({ key, submission })));
  for (const chunk of inChunks(rows)) await tables.insertInto('trace').values(chunk).execute();
}

export async function removeTraces(tables: Kysely<CorpusTables>, submission: number): Promise<void> {
  await tables.deleteFrom('trace').where('submission', '=', submission).execute();
}

/** The essays that hold each of the keys, in order of receipt; none for a key that more than `most` hold, however many do. */
export async function readHolders(tables: Kysely<CorpusTables>, keys: readonly number[], most: number): Promise<Map<number, Submission[]>> {
  const { rows } = await sql<Submission & { key: number }>`
    WITH wanted (key) AS (SELECT DISTINCT value FROM json_each(${JSON.stringify(keys)})),
    few (key) AS (SELECT key FROM wanted WHERE
      (SELECT count(*) FROM (SELECT 1 FROM trace WHERE trace.key = wanted.key LIMIT ${most + 1})) <= ${most})
    SELECT few.key, submission.id, campaign, member, unit, file, sha256, state, sequence
    FROM few CROSS JOIN trace ON trace.key = few.key JOIN submission ON submission.sequence = trace.submission
    ORDER BY submission.sequence`.execute(tables);
  const holders = new Map<number, Submission[]>();
  for (const { key, ...submission } of rows) holders.set(key, [...(holders.get(key) ?? []), submission]);
  return holders;
}
