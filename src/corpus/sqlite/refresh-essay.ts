import type { Kysely } from 'kysely';
import type { DocumentMetadata } from '../../model/extraction.js';
import type { Submission, Writer } from '../../model/submission.js';
import { type BlobColumns, type IndexColumns, type PreparedEssay, submissionsById, type TextColumns, textColumns } from './essay-rows.js';
import { inChunks } from './in-chunks.js';
import type { CorpusTables } from './schema.js';
import { replaceTraces } from './trace-rows.js';

type Columns = TextColumns & BlobColumns & IndexColumns;

/** A kept essay; all columns of a row that is missing are null. */
export interface KnownEssay {
  readonly submission: Submission;
  readonly stored: { readonly [Column in keyof Columns]: Columns[Column] | null };
}

/** What is to be written of a kept essay that was handed in again. */
export interface EssayRefresh {
  /** With the writer and state that it has from now on. */
  readonly submission: Submission;
  /** The row and what traces are of; null where both stay as they are. */
  readonly text: { readonly columns: TextColumns; readonly metadata: DocumentMetadata } | null;
  readonly blob: BlobColumns | null;
  readonly index: IndexColumns | null;
  /** Whether it is found in another way from now on. */
  readonly reindex: boolean;
}

const TEXT_COLUMNS = [
  'text.text',
  'text.extraction_version',
  'text.format',
  'text.encoding',
  'text.messages',
  'text.hidden',
  'text.furniture',
  'text.decoded',
  'text.places',
  'text.metadata',
  'text.syllables',
] as const;

/** The kept essays among `ids`, by id. */
export async function readKnown(tables: Kysely<CorpusTables>, ids: readonly string[]): Promise<Map<string, KnownEssay>> {
  const submissions = await submissionsById(tables, ids);
  const known = new Map<string, KnownEssay>();
  for (const chunk of inChunks([...submissions.keys()])) {
    const rows = await tables
      .selectFrom('submission')
      .leftJoin('text', 'text.submission', 'submission.sequence')
      .leftJoin('essay_blob', 'essay_blob.submission', 'submission.sequence')
      .leftJoin('essay_index', 'essay_index.submission', 'submission.sequence')
      .select([...TEXT_COLUMNS, 'essay_blob.version', 'essay_blob.bytes', 'essay_index.made_with', 'essay_index.data', 'submission.id'])
      .where('submission.id', 'in', chunk)
      .execute();
    for (const { id, ...stored } of rows) known.set(id, { submission: submissions.get(id)!, stored });
  }
  return known;
}

/** Who wrote an essay, as the roster says it now. */
export const writerOf = ({ unit, post, place }: Writer): Writer => ({ unit, post, place });

/** What differs between a kept essay and the same one handed in again; null for nothing. */
export function refreshOf({ submission, stored }: KnownEssay, { essay, blob, index }: PreparedEssay): EssayRefresh | null {
  const writer = writerOf(essay);
  // Of the writer, only the unit has a part in how an essay is found.
  const moved = writer.unit !== submission.unit;
  const corrected = moved || writer.post !== submission.post || writer.place !== submission.place;
  // A file that took too long this time is the file that was read before: what was read of it stays.
  if (blob === null && (stored.syllables !== null || stored.bytes !== null)) {
    return corrected ? { submission: { ...submission, ...writer }, text: null, blob: null, index: null, reindex: moved } : null;
  }
  const columns = textColumns(essay);
  const fresh = {
    submission: { ...submission, ...writer, state: essay.state },
    text: differs(columns, stored) ? { columns, metadata: essay.extraction.metadata } : null,
    blob: blob !== null && differs(blob, stored) ? blob : null,
    index: differs(index, stored) ? index : null,
  };
  const reindex = moved || fresh.index !== null;
  const changed = reindex || corrected || essay.state !== submission.state || fresh.text !== null || fresh.blob !== null;
  return changed ? { ...fresh, reindex } : null;
}

/** Tables with one row an essay. */
type EssayTable = 'text' | 'essay_blob' | 'essay_index';

/** Brings the rows of one essay up to date and returns the submission. */
export async function writeRefresh(tables: Kysely<CorpusTables>, refresh: EssayRefresh): Promise<Submission> {
  const { submission, text, blob, index } = refresh;
  const { sequence, state } = submission;
  await tables
    .updateTable('submission')
    .set({ ...writerOf(submission), state })
    .where('sequence', '=', sequence)
    .execute();
  if (text !== null) {
    await put('text', text.columns);
    await replaceTraces(tables, { submission: sequence, metadata: text.metadata });
  }
  if (blob !== null) await put('essay_blob', blob);
  if (index !== null) await put('essay_index', index);
  return submission;

  /** Writes what is kept of the essay in one table, whether there was something of it or not. */
  async function put<T extends EssayTable>(table: T, values: Omit<CorpusTables[T], 'submission'>): Promise<void> {
    await tables
      .insertInto<EssayTable>(table)
      .values({ submission: sequence, ...values })
      .onConflict((conflict) => conflict.column('submission').doUpdateSet(values))
      .execute();
  }
}

/** Whether a stored row is missing or has another value in one of these columns. */
function differs(fresh: Partial<Columns>, stored: KnownEssay['stored']): boolean {
  const columns = Object.keys(fresh) as (keyof typeof fresh)[];
  return columns.some((column) => !same(fresh[column], stored[column]));
}

function same(one: unknown, other: unknown): boolean {
  return one instanceof Uint8Array && other instanceof Uint8Array ? Buffer.compare(one, other) === 0 : one === other;
}
