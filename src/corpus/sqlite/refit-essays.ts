import type { Kysely } from 'kysely';
import { AppError } from '../../model/errors.js';
import { type DocumentMetadata, NOTHING_READ, type TextLayout } from '../../model/extraction.js';
import { bodyLength, type MarkedSequence } from '../../model/tokens.js';
import { decodeSequence } from '../essay-blob.js';
import { CORPUS_MESSAGES } from '../messages.js';
import type { Connection } from './connection.js';
import { raiseEpoch } from './epoch.js';
import { contentColumns } from './essay-rows.js';
import type { CorpusTables } from './schema.js';
import { attempt, type ContentOf, layoutOf, metadataOf, outdatedEssays, type StoredEssay } from './stored-essays.js';
import { replaceTraces } from './trace-rows.js';

/** Name of the setting that says with what all indexes were made. */
const FINGERPRINT_SETTING = 'fingerprint';

/** Whether every index was made with this, but for those of essays whose data are too damaged to make one. */
export async function fits(tables: Kysely<CorpusTables>, mark: number): Promise<boolean> {
  const stored = await tables.selectFrom('setting').select('value').where('name', '=', FINGERPRINT_SETTING).executeTakeFirst();
  if (stored?.value !== String(mark)) return false;
  // An earlier version that had the database open when it was brought here goes on adding essays without an index.
  for (let after = 0; ; ) {
    const essays = await outdatedEssays(tables, mark, after);
    if (essays.some((essay) => sourceOf(essay) !== null)) return false;
    const last = essays.at(-1);
    if (last === undefined) return true;
    after = last.sequence;
  }
}

/** What essays are brought to the settings in force with. */
export interface Refit {
  readonly connection: Connection;
  /** How messages name the corpus. */
  readonly name: string;
  readonly mark: number;
  readonly contentOf: ContentOf;
}

/**
 * Makes anew what was made with another version or other settings, from the stored texts: some essays a transaction, so
 * that whoever is killed meanwhile goes on where it was. Essays whose data are damaged stay as they are: `verify` names them.
 * Rejects with AppError `corpus-damaged` when a text gives no content any more.
 */
export async function refitEssays({ connection, name, mark, contentOf }: Refit): Promise<void> {
  for (let last: number | null = 0; last !== null; ) {
    const after: number = last;
    last = await connection.atomically(async (tables) => {
      // Another process may have done all of it while this one waited.
      if (after === 0 && (await fits(tables, mark))) return null;
      const essays = await outdatedEssays(tables, mark, after);
      for (const essay of essays) await refitEssay(tables, essay, { name, mark, contentOf });
      if (essays.length === 0) await noteFit(tables, mark);
      // Each time: who comes after one that was killed may find nothing left to do.
      await raiseEpoch(tables);
      return essays.at(-1)?.sequence ?? null;
    });
  }
}

async function refitEssay(
  tables: Kysely<CorpusTables>,
  essay: StoredEssay,
  { name, mark, contentOf }: Omit<Refit, 'connection'>,
): Promise<void> {
  const submission = essay.sequence;
  const source = sourceOf(essay);
  if (source === null) return;
  const { text, kept, layout } = source;
  const content = kept === null ? null : attempt(() => contentOf(text, kept, layout));
  const columns = kept !== null && content === null ? null : attempt(() => contentColumns(content, mark));
  if (columns === null) throw new AppError('corpus-damaged', CORPUS_MESSAGES.damaged(name, CORPUS_MESSAGES.cannotRebuild(essay)));
  const { blob, index } = columns;
  if (blob !== null) await tables.updateTable('essay_blob').set(blob).where('submission', '=', submission).execute();
  if (content !== null) {
    const syllables = bodyLength(content.sequence.kinds);
    await tables.updateTable('text').set({ syllables }).where('submission', '=', submission).execute();
  }
  await tables
    .insertInto('essay_index')
    .values({ submission, ...index })
    .onConflict((conflict) => conflict.column('submission').doUpdateSet(index))
    .execute();
  await replaceTraces(tables, { submission, metadata: source.metadata });
}

/** What an index is made of; `kept` is null when the essay could not be read. */
interface Source {
  readonly text: string;
  readonly kept: MarkedSequence | null;
  readonly layout: TextLayout;
  readonly metadata: DocumentMetadata;
}

/** Null when it is damaged. */
function sourceOf(essay: StoredEssay): Source | null {
  const { bytes, text, syllables } = essay;
  const metadata = attempt(() => metadataOf(essay.metadata ?? ''));
  if (text === null || metadata === null) return null;
  if (syllables === null) return { text, kept: null, layout: NOTHING_READ, metadata };
  const kept = bytes === null ? null : attempt(() => decodeSequence(bytes));
  const layout = attempt(() => layoutOf(essay));
  return kept === null || layout === null ? null : { text, kept, layout, metadata };
}

async function noteFit(tables: Kysely<CorpusTables>, mark: number): Promise<void> {
  const value = String(mark);
  await tables
    .insertInto('setting')
    .values({ name: FINGERPRINT_SETTING, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
