import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Erasure } from '../../../model/erasure.js';
import { inChunks } from '../in-chunks.js';
import type { Tables } from './store.js';
import { readObject } from './stored-json.js';

/** Stands where a name or a file stood. */
export const ERASED = 'đã xóa';

/** How the content of an erased file is remembered: it can be told again by whoever has the file, and is the name of nothing. */
export const markOf = (sha256: string): string => createHash('sha256').update(`soatbai ${sha256}`).digest('hex');

/** Marks of the contents that were erased at a batch's unit since the batch was opened. */
export async function erasedSince(tables: Tables, batch: string): Promise<ReadonlySet<string>> {
  const rows = await tables
    .selectFrom('erasure')
    .innerJoin('batch', 'batch.unit', 'erasure.unit')
    .select(['erasure.id', 'erasure.details'])
    .where('batch.id', '=', batch)
    .whereRef('erasure.at', '>=', 'batch.created_at')
    .execute();
  return new Set(
    rows.flatMap(({ id, details }) => readObject<Pick<Erasure, 'contents'>>(details, { table: 'erasure', row: id }).contents ?? []),
  );
}

/** Takes back uploads that hold an erased content as they are and wait to be read; those inside archives are refused when they are. */
export async function forgetWaiting(tables: Tables, unit: string, contents: readonly string[]): Promise<void> {
  const erased = new Set(contents);
  const waiting = await tables
    .selectFrom('upload')
    .innerJoin('batch', 'batch.id', 'upload.batch')
    .select(['upload.batch', 'upload.number', 'upload.sha256'])
    .where('batch.unit', '=', unit)
    .where('batch.state', '=', 'receiving')
    .execute();
  for (const chunk of inChunks(waiting.filter(({ sha256 }) => erased.has(markOf(sha256)))))
    for (const { batch, number } of chunk)
      await tables.deleteFrom('upload').where('batch', '=', batch).where('number', '=', number).execute();
}

/** Takes the name of a file that was erased out of a batch: the kind of file stays, by which the upload is read again. */
export async function forgetItem(tables: Tables, batch: string, number: number): Promise<void> {
  const item = tables.updateTable('batch_item').set({ file: ERASED }).where('batch', '=', batch).where('number', '=', number);
  const before = await tables
    .selectFrom('batch_item')
    .select('file')
    .where('batch', '=', batch)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  await item.execute();
  const file = `${ERASED}${extname(before.file)}`;
  await tables.updateTable('upload').set({ file }).where('batch', '=', batch).where('file', '=', before.file).execute();
}
