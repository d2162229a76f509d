import type { Kysely } from 'kysely';
import type { EssayContent } from '../corpus.js';
import { decodeEssay, decodeEssayIndex, ESSAY_BLOB_VERSION, EssayBlobError, encodeEssay } from '../essay-blob.js';
import type { CandidateIndex } from '../index/candidate-index.js';
import type { EssayName } from '../messages.js';
import type { CorpusTables } from './schema.js';

/** Essays read at a time: a few megabytes. */
const CHUNK = 200;

/**
 * What detection knows of an essay, computed anew from its text and the kinds its tokens were kept with. May throw when
 * they do not fit each other.
 */
export type ContentOf = (text: string, kinds: Uint8Array) => EssayContent;

/** An essay as the tables have it; null where a row is missing or the essay could not be read. */
export interface StoredEssay extends EssayName {
  readonly sequence: number;
  readonly unit: string;
  readonly sha256: string;
  readonly text: string | null;
  readonly syllables: number | null;
  readonly bytes: Uint8Array | null;
}

/** All essays after a sequence in order of receipt, some at a time. */
export async function* storedEssays(tables: Kysely<CorpusTables>, after = 0): AsyncGenerator<readonly StoredEssay[]> {
  let last = after;
  while (true) {
    const rows = await tables
      .selectFrom('submission')
      .leftJoin('text', 'text.submission', 'submission.sequence')
      .leftJoin('essay_blob', 'essay_blob.submission', 'submission.sequence')
      .select(['submission.id', 'submission.file', 'submission.unit', 'submission.sha256', 'submission.sequence'])
      .select(['text.text', 'text.syllables', 'essay_blob.bytes'])
      .where('submission.sequence', '>', last)
      .orderBy('submission.sequence')
      .limit(CHUNK)
      .execute();
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)!.sequence;
  }
}

/**
 * Computes every blob anew, for fingerprint settings other than the stored ones. Damaged blobs stay as they are. Returns
 * the first essay whose text gives no content any more, null when all went well.
 */
export async function rebuildBlobs(tables: Kysely<CorpusTables>, contentOf: ContentOf): Promise<EssayName | null> {
  for await (const essays of storedEssays(tables)) {
    for (const essay of essays) {
      if (essay.bytes === null || essay.text === null) continue;
      const kinds = kindsOf(essay.bytes);
      if (kinds === null) continue;
      const content = attempt(() => contentOf(essay.text ?? '', kinds));
      if (content === null) return essay;
      await tables
        .updateTable('essay_blob')
        .set({ bytes: encodeEssay(content), version: ESSAY_BLOB_VERSION })
        .where('submission', '=', essay.sequence)
        .execute();
    }
  }
  return null;
}

/** What `work` gives, null when it throws: for work whose failure means that stored data do not fit together. */
export function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function kindsOf(bytes: Uint8Array): Uint8Array | null {
  return attempt(() => decodeEssay(bytes))?.sequence.kinds ?? null;
}

/** Adds a readable essay. False when it should be found again but its data cannot be read. */
export function addStored(index: CandidateIndex, { id, unit, text, syllables, bytes }: StoredEssay): boolean {
  if (text === null) return false;
  if (syllables === null) return true;
  if (bytes === null) return false;
  try {
    index.add({ id, unit, index: decodeEssayIndex(bytes) });
    return true;
  } catch (error) {
    if (error instanceof EssayBlobError || error instanceof RangeError) return false;
    throw error;
  }
}
