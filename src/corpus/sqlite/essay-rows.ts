import type { Kysely } from 'kysely';
import { EXTRACTION_VERSION } from '../../model/extraction.js';
import type { Submission } from '../../model/submission.js';
import type { NewEssay, StoredSubmission } from '../corpus.js';
import { ESSAY_BLOB_VERSION, encodeEssay } from '../essay-blob.js';
import type { CorpusTables } from './schema.js';

/** Values of one statement, well under SQLite's limit of 32,766 parameters. */
const CHUNK = 500;

/** A new essay with its id and encoded content, ready to be written. */
export interface PreparedEssay {
  readonly id: string;
  readonly essay: NewEssay;
  /** Null when the essay could not be read. */
  readonly blob: Uint8Array | null;
}

/** The columns of a `Submission`. */
export const SUBMISSION_COLUMNS = [
  'submission.id',
  'submission.campaign',
  'submission.member',
  'submission.unit',
  'submission.file',
  'submission.sha256',
  'submission.state',
  'submission.sequence',
] as const;

/** What the extraction of an essay gave, as its row has it. */
export type TextColumns = Omit<CorpusTables['text'], 'submission'>;

/** RangeError when the content's arrays do not belong together. */
export function prepareEssay(id: string, essay: NewEssay): PreparedEssay {
  return { id, essay, blob: essay.content === null ? null : encodeEssay(essay.content) };
}

export function textColumns({ extraction, content }: NewEssay): TextColumns {
  return {
    text: extraction.text,
    extraction_version: EXTRACTION_VERSION,
    format: extraction.format,
    encoding: extraction.encoding,
    messages: JSON.stringify(extraction.messages),
    hidden: JSON.stringify(extraction.hidden),
    furniture: JSON.stringify(extraction.furniture),
    metadata: JSON.stringify(extraction.metadata),
    syllables: content?.sequence.ids.length ?? null,
  };
}

/** `items` in order, cut so that each part fits one statement. */
export function inChunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, part) => items.slice(part * CHUNK, (part + 1) * CHUNK));
}

/** Writes the rows of one essay whose original has its row already, and returns the submission. */
export async function insertEssay(tables: Kysely<CorpusTables>, prepared: PreparedEssay, receivedAt: string): Promise<Submission> {
  const { id, essay, blob } = prepared;
  const { campaign, member, unit, file, sha256, state } = essay;
  const described = { id, campaign, member, unit, file, sha256, state };
  const { sequence } = await tables
    .insertInto('submission')
    .values({ ...described, received_at: receivedAt })
    .returning('sequence')
    .executeTakeFirstOrThrow();
  await tables
    .insertInto('text')
    .values({ submission: sequence, ...textColumns(essay) })
    .execute();
  if (blob !== null)
    await tables.insertInto('essay_blob').values({ submission: sequence, version: ESSAY_BLOB_VERSION, bytes: blob }).execute();
  return { ...described, sequence };
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

/** Texts of readable essays by id, in the order of the ids. */
export async function readTexts(tables: Kysely<CorpusTables>, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const chunk of inChunks(ids)) {
    const rows = await tables
      .selectFrom('submission')
      .innerJoin('text', 'text.submission', 'submission.sequence')
      .select(['submission.id', 'text.text'])
      .where('submission.id', 'in', chunk)
      .where('text.syllables', 'is not', null)
      .execute();
    for (const { id, text } of rows) found.set(id, text);
  }
  return inOrder(ids, found);
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
