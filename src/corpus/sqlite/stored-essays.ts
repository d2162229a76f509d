import type { Kysely } from 'kysely';
import { type DocumentMetadata, NO_METADATA, type TextLayout } from '../../model/extraction.js';
import type { Span } from '../../model/span.js';
import type { MarkedSequence } from '../../model/tokens.js';
import type { EssayContent } from '../corpus.js';
import type { EssayName } from '../messages.js';
import type { CorpusTables } from './schema.js';

/** Essays read at a time: a few megabytes. */
const CHUNK = 200;
/** Indexes read at a time: as much. */
const INDEX_CHUNK = 2_000;

/**
 * What detection knows of an essay, computed anew from its text, the places that are not its body and the tokens that it was
 * kept with, whose kinds tell whose words they are. May throw when they do not fit each other.
 */
export type ContentOf = (text: string, kept: MarkedSequence, layout: TextLayout) => EssayContent;

/** An essay as the tables have it; null where a row is missing or the essay could not be read. */
export interface StoredEssay extends EssayName {
  readonly sequence: number;
  readonly sha256: string;
  readonly text: string | null;
  /** JSON. */
  readonly furniture: string | null;
  readonly hidden: string | null;
  readonly places: string | null;
  readonly metadata: string | null;
  readonly syllables: number | null;
  readonly bytes: Uint8Array | null;
  readonly made_with: number | null;
  readonly data: Uint8Array | null;
}

/** What the index is loaded from; `made_with` is null when the row is missing, `data` also when the essay could not be read. */
export interface StoredIndex extends EssayName {
  readonly sequence: number;
  readonly unit: string;
  readonly tenant: string;
  readonly made_with: number | null;
  readonly data: Uint8Array | null;
}

/** All essays after a sequence in order of receipt, some at a time. */
export async function* storedEssays(tables: Kysely<CorpusTables>): AsyncGenerator<readonly StoredEssay[]> {
  let last = 0;
  while (true) {
    const rows = await essayRows(tables).where('submission.sequence', '>', last).execute();
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)!.sequence;
  }
}

/** The next essays after a sequence, in order of receipt, whose index is missing or was made with something else than `mark`. */
export function outdatedEssays(tables: Kysely<CorpusTables>, mark: number, after: number): Promise<StoredEssay[]> {
  return essayRows(tables)
    .where('submission.sequence', '>', after)
    .where((where) => where.or([where('essay_index.made_with', 'is', null), where('essay_index.made_with', '!=', mark)]))
    .execute();
}

/** How all essays after a sequence are found again, in order of receipt, some at a time. */
export async function* storedIndexes(tables: Kysely<CorpusTables>, after: number): AsyncGenerator<readonly StoredIndex[]> {
  let last = after;
  while (true) {
    const rows = await tables
      .selectFrom('submission')
      .leftJoin('essay_index', 'essay_index.submission', 'submission.sequence')
      .select(['submission.id', 'submission.file', 'submission.unit', 'submission.tenant', 'submission.sequence'])
      .select(['essay_index.made_with', 'essay_index.data'])
      .where('submission.sequence', '>', last)
      .orderBy('submission.sequence')
      .limit(INDEX_CHUNK)
      .execute();
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)!.sequence;
  }
}

/** What `work` gives, null when it throws: for work whose failure means that stored data do not fit together. */
export function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** What of an essay's text is not its body. Throws when what is stored are no JSON lists of spans. */
export function layoutOf({ furniture, hidden, places }: StoredEssay): TextLayout {
  const { asides, recognised, fontRuns }: Record<string, unknown> = Object(JSON.parse(places ?? 'null'));
  for (const list of [recognised, fontRuns]) requireSpans(list);
  return {
    furniture: requireSpans(JSON.parse(furniture ?? '[]')),
    // Kinds were checked when they were read.
    hidden: requireSpans(JSON.parse(hidden ?? '[]')) as TextLayout['hidden'],
    asides: requireSpans(asides),
  };
}

/** What a file says of itself, from its column; what an earlier version kept says less. Throws when it is no JSON. */
export const metadataOf = (column: string): DocumentMetadata => ({ ...NO_METADATA, ...(JSON.parse(column) as Partial<DocumentMetadata>) });

function requireSpans(value: unknown): readonly Span[] {
  if (!Array.isArray(value) || !value.every(isSpan)) throw new TypeError('no list of spans');
  return value;
}

function isSpan(value: unknown): value is Span {
  if (typeof value !== 'object' || value === null || !('start' in value) || !('end' in value)) return false;
  const { start, end } = value;
  return Number.isSafeInteger(start) && Number.isSafeInteger(end);
}

function essayRows(tables: Kysely<CorpusTables>) {
  return tables
    .selectFrom('submission')
    .leftJoin('text', 'text.submission', 'submission.sequence')
    .leftJoin('essay_blob', 'essay_blob.submission', 'submission.sequence')
    .leftJoin('essay_index', 'essay_index.submission', 'submission.sequence')
    .select(['submission.id', 'submission.file', 'submission.sha256', 'submission.sequence'])
    .select([
      'text.text',
      'text.furniture',
      'text.hidden',
      'text.places',
      'text.metadata',
      'text.syllables',
      'essay_blob.bytes',
      'essay_index.made_with',
      'essay_index.data',
    ])
    .orderBy('submission.sequence')
    .limit(CHUNK);
}
