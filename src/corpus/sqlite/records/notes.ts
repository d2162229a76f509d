import type { Skipped } from '../../../model/batch.js';
import { inChunks } from '../in-chunks.js';
import { isOwn, type Reach } from './reach.js';
import type { Tables } from './store.js';

/** What there is to say on a batch beside its essays. */
interface Notes {
  readonly skipped: readonly Skipped[];
  readonly warnings: readonly string[];
}

/** Of all batches in reach of a campaign that are not withdrawn, in their order; every file once. */
export async function readNotes(tables: Tables, campaign: string, reach: Reach): Promise<Notes> {
  const batches = tables
    .selectFrom('batch')
    .where(isOwn(reach, 'batch.unit'))
    .where('batch.campaign', '=', campaign)
    .where('batch.state', '<>', 'withdrawn');
  const items = await batches
    .innerJoin('batch_item', 'batch_item.batch', 'batch.id')
    .select(['batch.number as batch', 'batch_item.file', 'batch_item.reason'])
    .where('batch_item.state', '=', 'skipped')
    .orderBy('batch.number')
    .orderBy('batch_item.number')
    .execute();
  const later = await batches
    .innerJoin('skipped', 'skipped.batch', 'batch.id')
    .select(['batch.number as batch', 'skipped.file', 'skipped.reason'])
    .orderBy('batch.number')
    .orderBy('skipped.position')
    .execute();
  const warnings = await batches
    .innerJoin('warning', 'warning.batch', 'batch.id')
    .select('warning.text')
    .orderBy('batch.number')
    .orderBy('warning.position')
    .execute();
  const skipped = new Map<string, Skipped & { readonly batch: number }>();
  for (const { batch, file, reason } of [...items, ...later]) {
    const key = `${batch} ${file}`;
    if (!skipped.has(key)) skipped.set(key, { batch, file, reason: reason ?? '' });
  }
  const inOrder = [...skipped.values()].sort((a, b) => a.batch - b.batch);
  return { skipped: inOrder.map(({ file, reason }) => ({ file, reason })), warnings: warnings.map(({ text }) => text) };
}

/** Puts new notes in the place of those that assessing a batch gave before. */
export async function replaceNotes(tables: Tables, batch: string, { skipped, warnings }: Notes): Promise<void> {
  await tables.deleteFrom('skipped').where('batch', '=', batch).execute();
  await tables.deleteFrom('warning').where('batch', '=', batch).execute();
  const files = skipped.map(({ file, reason }, position) => ({ batch, position, file, reason }));
  for (const chunk of inChunks(files)) await tables.insertInto('skipped').values(chunk).execute();
  const texts = warnings.map((text, position) => ({ batch, position, text }));
  for (const chunk of inChunks(texts)) await tables.insertInto('warning').values(chunk).execute();
}
