import type { Kysely } from 'kysely';
import type { Extraction } from '../../model/extraction.js';
import type { KeptEssay } from '../corpus.js';
import { decodeSequence } from '../essay-blob.js';
import type { EssayName } from '../messages.js';
import { inOrder } from './essay-rows.js';
import { type KnownEssay, readKnown } from './refresh-essay.js';
import type { CorpusTables } from './schema.js';
import { attempt, metadataOf } from './stored-essays.js';

/** Essays in the order of the ids, and those whose data cannot be read. */
export interface FoundEssays {
  readonly essays: ReadonlyMap<string, KeptEssay>;
  readonly damaged: readonly EssayName[];
}

/** The kept ones among `ids`, as they were last read. */
export async function readKept(tables: Kysely<CorpusTables>, ids: readonly string[]): Promise<FoundEssays> {
  const found = new Map<string, KeptEssay>();
  const damaged: EssayName[] = [];
  for (const [id, known] of await readKnown(tables, ids)) {
    const essay = decoded(known);
    if (essay === null) damaged.push({ id, file: known.submission.file });
    else found.set(id, essay);
  }
  return { essays: inOrder(ids, found), damaged };
}

/** Null when what is stored cannot be read. */
function decoded({ submission, stored }: KnownEssay): KeptEssay | null {
  const extraction = attempt(() => extractionOf(submission.state, stored));
  if (extraction === null) return null;
  if (stored.syllables === null) return { submission, extraction, sequence: null };
  const { bytes } = stored;
  const sequence = bytes === null ? null : attempt(() => decodeSequence(bytes));
  return sequence === null ? null : { submission, extraction, sequence };
}

/** Null when the row is missing; throws when its lists are no JSON. */
function extractionOf(state: Extraction['state'], stored: KnownEssay['stored']): Extraction | null {
  const { text, format, encoding, messages, hidden, furniture, decoded, places, metadata } = stored;
  if (text === null || format === null || messages === null) return null;
  if (hidden === null || furniture === null || decoded === null || places === null || metadata === null) return null;
  return {
    state,
    format,
    text,
    encoding,
    messages: JSON.parse(messages) as Extraction['messages'],
    hidden: JSON.parse(hidden) as Extraction['hidden'],
    furniture: JSON.parse(furniture) as Extraction['furniture'],
    decoded: JSON.parse(decoded) as Extraction['decoded'],
    ...(JSON.parse(places) as Pick<Extraction, 'asides' | 'recognised' | 'fontRuns'>),
    metadata: metadataOf(metadata),
  };
}
