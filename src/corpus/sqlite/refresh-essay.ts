import type { Kysely } from 'kysely';
import type { Submission } from '../../model/submission.js';
import { ESSAY_BLOB_VERSION } from '../essay-blob.js';
import { inChunks, type PreparedEssay, submissionsById, type TextColumns, textColumns } from './essay-rows.js';
import type { CorpusTables } from './schema.js';

type BlobColumns = Omit<CorpusTables['essay_blob'], 'submission'>;

/** A kept essay; all columns of a row that is missing are null. */
export interface KnownEssay {
  readonly submission: Submission;
  readonly stored: { readonly [Column in keyof (TextColumns & BlobColumns)]: (TextColumns & BlobColumns)[Column] | null };
}

/** What is to be written of a kept essay that was handed in again. */
export interface EssayRefresh {
  /** With the unit and state that it has from now on. */
  readonly submission: Submission;
  /** Null where the row stays as it is. */
  readonly text: TextColumns | null;
  readonly blob: BlobColumns | null;
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
      .select([...TEXT_COLUMNS, 'essay_blob.version', 'essay_blob.bytes', 'submission.id'])
      .where('submission.id', 'in', chunk)
      .execute();
    for (const { id, ...stored } of rows) known.set(id, { submission: submissions.get(id)!, stored });
  }
  return known;
}

/** What differs between a kept essay and the same one handed in again; null for nothing. */
export function refreshOf({ submission, stored }: KnownEssay, { essay, blob: bytes }: PreparedEssay): EssayRefresh | null {
  const { unit } = essay;
  const moved = unit !== submission.unit;
  // A file that took too long this time is the file that was read before: what was read of it stays.
  if (bytes === null && (stored.syllables !== null || stored.bytes !== null)) {
    return moved ? { submission: { ...submission, unit }, text: null, blob: null, reindex: true } : null;
  }
  const fresh = { submission: { ...submission, unit, state: essay.state }, text: textColumns(essay), blob: blobColumns(bytes) };
  const text = differs(fresh.text, stored) ? fresh.text : null;
  const blob = fresh.blob !== null && differs(fresh.blob, stored) ? fresh.blob : null;
  if (!moved && essay.state === submission.state && text === null && blob === null) return null;
  return { ...fresh, text, blob, reindex: moved || blob !== null || fresh.text.syllables !== stored.syllables || stored.text === null };
}

/** Brings the rows of one essay up to date and returns the submission. */
export async function writeRefresh(tables: Kysely<CorpusTables>, { submission, text, blob }: EssayRefresh): Promise<Submission> {
  const { sequence, unit, state } = submission;
  await tables.updateTable('submission').set({ unit, state }).where('sequence', '=', sequence).execute();
  if (text !== null) {
    await tables
      .insertInto('text')
      .values({ submission: sequence, ...text })
      .onConflict((conflict) => conflict.column('submission').doUpdateSet(text))
      .execute();
  }
  if (blob !== null) {
    await tables
      .insertInto('essay_blob')
      .values({ submission: sequence, ...blob })
      .onConflict((conflict) => conflict.column('submission').doUpdateSet(blob))
      .execute();
  }
  return submission;
}

function blobColumns(bytes: Uint8Array | null): BlobColumns | null {
  return bytes === null ? null : { version: ESSAY_BLOB_VERSION, bytes };
}

/** Whether a stored row is missing or has another value in one of these columns. */
function differs(fresh: Partial<TextColumns & BlobColumns>, stored: KnownEssay['stored']): boolean {
  const columns = Object.keys(fresh) as (keyof typeof fresh)[];
  return columns.some((column) => !same(fresh[column], stored[column]));
}

function same(one: unknown, other: unknown): boolean {
  return one instanceof Uint8Array && other instanceof Uint8Array ? Buffer.compare(one, other) === 0 : one === other;
}
