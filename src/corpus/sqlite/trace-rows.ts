import { createHash } from 'node:crypto';
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

/** Traces as rows have them, each once and in order: 52 bits of a hash, so that among millions of files no two meet by chance. */
export const rowKeysOf = (metadata: DocumentMetadata): number[] =>
  [...new Set(tracesOf(metadata).map(({ key }) => rowKey(key)))].sort((one, other) => one - other);

const rowKey = (trace: string): number => Number(createHash('sha256').update(trace).digest().readBigUInt64BE() >> 12n);

/** Notes the traces of files that have none yet. */
export async function putTraces(tables: Kysely<CorpusTables>, files: readonly TracedFile[]): Promise<void> {
  const rows = files.flatMap(({ submission, metadata }) => rowKeysOf(metadata).map((key) => ({ key, submission })));
  for (const chunk of inChunks(rows)) await tables.insertInto('trace').values(chunk).execute();
}

/** Notes the traces of a file instead of those that it had. */
export async function replaceTraces(tables: Kysely<CorpusTables>, file: TracedFile): Promise<void> {
  await tables.deleteFrom('trace').where('submission', '=', file.submission).execute();
  await putTraces(tables, [file]);
}

/** The traces that are noted of one essay's file, in order. */
export async function readTraces(tables: Kysely<CorpusTables>, submission: number): Promise<number[]> {
  const rows = await tables.selectFrom('trace').select('key').where('submission', '=', submission).orderBy('key').execute();
  return rows.map(({ key }) => key);
}

/** The essays that hold each of the traces, in order of receipt; none for one that more than its number hold, however many do. */
export async function readHolders(tables: Kysely<CorpusTables>, traces: ReadonlyMap<string, number>): Promise<Map<string, Submission[]>> {
  const traceOf = new Map([...traces.keys()].map((trace) => [rowKey(trace), trace]));
  const wanted = [...traceOf].map(([key, trace]) => [key, traces.get(trace)!] as const);
  const most = wanted.reduce((largest, [, bound]) => Math.max(largest, bound), 0);
  const { rows } = await sql<Submission & { key: number }>`
    WITH wanted (key, most) AS (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(wanted)})),
    few (key) AS (SELECT key FROM wanted WHERE
      (SELECT count(*) FROM (SELECT 1 FROM trace WHERE trace.key = wanted.key LIMIT ${most + 1})) <= most)
    SELECT few.key, submission.id, campaign, tenant, member, unit, post, place, file, sha256, state, sequence
    FROM few CROSS JOIN trace ON trace.key = few.key JOIN submission ON submission.sequence = trace.submission
    ORDER BY submission.sequence`.execute(tables);
  const holders = new Map<string, Submission[]>();
  for (const { key, ...submission } of rows) {
    const trace = traceOf.get(key)!;
    const known = holders.get(trace);
    if (known === undefined) holders.set(trace, [submission]);
    else known.push(submission);
  }
  return holders;
}
