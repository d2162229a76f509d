import type { Kysely } from 'kysely';
import { EXTRACTION_VERSION, type Extraction } from '../../model/extraction.js';
import type { Submission } from '../../model/submission.js';
import { bodyLength } from '../../model/tokens.js';
import type { EssayContent, NewEssay, StoredSubmission } from '../corpus.js';
import { ESSAY_BLOB_VERSION, encodeSequence } from '../essay-blob.js';
import { encodeIndex } from '../index-blob.js';
import { inChunks } from './in-chunks.js';
import type { CorpusTables } from './schema.js';
import { putTraces } from './trace-rows.js';

/** A new essay with its id and encoded content, ready to be written. */
export interface PreparedEssay {
  readonly id: string;
  readonly essay: NewEssay;
  /** Null when the essay could not be read. */
  readonly blob: BlobColumns | null;
  readonly index: IndexColumns;
}

export type BlobColumns = Omit<CorpusTables['essay_blob'], 'submission'>;
export type IndexColumns = Omit<CorpusTables['essay_index'], 'submission'>;

/** The columns of a `Submission`. */
export const SUBMISSION_COLUMNS = [
  'submission.id',
  'submission.campaign',
  'submission.tenant',
  'submission.member',
  'submission.unit',
  'submission.post',
  'submission.place',
  'submission.file',
  'submission.sha256',
  'submission.state',
  'submission.sequence',
] as const;

/** What the extraction of an essay gave, as its row has it. */
export type TextColumns = Omit<CorpusTables['text'], 'submission'>;

/** `madeWith`: the mark of the settings in force. RangeError when the content's arrays do not belong together. */
export function prepareEssay(id: string, essay: NewEssay, madeWith: number): PreparedEssay {
  return { id, essay, ...contentColumns(essay.content, madeWith) };
}

/** What is kept to find and compare an essay. RangeError as `prepareEssay`. */
export function contentColumns(content: EssayContent | null, madeWith: number): Pick<PreparedEssay, 'blob' | 'index'> {
  if (content === null) return { blob: null, index: { made_with: madeWith, data: null } };
  return {
    blob: { version: ESSAY_BLOB_VERSION, bytes: encodeSequence(content.sequence) },
    index: { made_with: madeWith, data: encodeIndex(content.index) },
  };
}

const placesOf = ({ asides, recognised, fontRuns }: Extraction): Pick<Extraction, 'asides' | 'recognised' | 'fontRuns'> => ({
  asides,
  recognised,
  fontRuns,
});

export function textColumns({ extraction, content }: NewEssay): TextColumns {
  return {
    text: extraction.text,
    extraction_version: EXTRACTION_VERSION,
    format: extraction.format,
    encoding: extraction.encoding,
    messages: JSON.stringify(extraction.messages),
    hidden: JSON.stringify(extraction.hidden),
    furniture: JSON.stringify(extraction.furniture),
    decoded: JSON.stringify(extraction.decoded),
    places: JSON.stringify(placesOf(extraction)),
    metadata: JSON.stringify(extraction.metadata),
    syllables: content === null ? null : bodyLength(content.sequence.kinds),
  };
}

/** Writes the rows of essays whose originals have their rows already, and returns the submissions in order. */
export async function insertEssays(
  tables: Kysely<CorpusTables>,
  prepared: readonly PreparedEssay[],
  receivedAt: string,
): Promise<Submission[]> {
  const inserted: Submission[] = [];
  for (const part of inChunks(prepared)) inserted.push(...(await insertPart(tables, part, receivedAt)));
  return inserted;
}

async function insertPart(tables: Kysely<CorpusTables>, prepared: readonly PreparedEssay[], receivedAt: string): Promise<Submission[]> {
  const described = prepared.map(({ id, essay: { campaign, tenant, member, unit, post, place, file, sha256, state } }) => {
    return { id, campaign, tenant, member, unit, post, place, file, sha256, state };
  });
  const rows = await tables
    .insertInto('submission')
    .values(described.map((columns) => ({ ...columns, received_at: receivedAt })))
    .returning(['id', 'sequence'])
    .execute();
  const sequences = new Map(rows.map(({ id, sequence }) => [id, sequence]));
  const withSequence = prepared.map((one) => ({ ...one, submission: sequences.get(one.id)! }));
  await tables
    .insertInto('text')
    .values(withSequence.map(({ submission, essay }) => ({ submission, ...textColumns(essay) })))
    .execute();
  await tables
    .insertInto('essay_index')
    .values(withSequence.map(({ submission, index }) => ({ submission, ...index })))
    .execute();
  await putTraces(
    tables,
    withSequence.map(({ submission, essay }) => ({ submission, metadata: essay.extraction.metadata })),
  );
  const blobs = withSequence.flatMap(({ submission, blob }) => (blob === null ? [] : [{ submission, ...blob }]));
  if (blobs.length > 0) await tables.insertInto('essay_blob').values(blobs).execute();
  return described.map((columns) => ({ ...columns, sequence: sequences.get(columns.id)! }));
}

/** Every submission in order of receipt. */
export function listSubmissions(tables: Kysely<CorpusTables>): Promise<StoredSubmission[]> {
  return tables
    .selectFrom('submission')
    .leftJoin('text', 'text.submission', 'submission.sequence')
    .select([...SUBMISSION_COLUMNS, 'text.syllables'])
    .orderBy('submission.sequence')
    .execute();
}

/** The submissions among `ids`, by id. */
export async function submissionsById(tables: Kysely<CorpusTables>, ids: readonly string[]): Promise<Map<string, Submission>> {
  const found = new Map<string, Submission>();
  for (const chunk of inChunks(ids)) {
    const rows = await tables.selectFrom('submission').select(SUBMISSION_COLUMNS).where('submission.id', 'in', chunk).execute();
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

/** Those of the essays `ids` that a batch of the service brought. */
export async function idsInBatches(tables: Kysely<CorpusTables>, ids: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const chunk of inChunks(ids)) {
    const rows = await tables
      .selectFrom('batch_item')
      .select('submission')
      .where('submission', 'in', chunk)
      .where('state', '=', 'read')
      .execute();
    for (const { submission } of rows) if (submission !== null) found.add(submission);
  }
  return found;
}

/** Removes submissions with all that hangs on them but their originals. */
export async function deleteSubmissions(tables: Kysely<CorpusTables>, ids: readonly string[]): Promise<void> {
  for (const chunk of inChunks(ids)) await tables.deleteFrom('submission').where('id', 'in', chunk).execute();
}

/** The found ones in the order of the ids. */
export function inOrder<T>(ids: readonly string[], found: ReadonlyMap<string, T>): Map<string, T> {
  const ordered = new Map<string, T>();
  for (const id of ids) {
    const value = found.get(id);
    if (value !== undefined) ordered.set(id, value);
  }
  return ordered;
}
