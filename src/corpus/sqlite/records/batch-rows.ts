import { sql } from 'kysely';
import type { BatchItem, BatchRecord, BatchState } from '../../../model/batch-record.js';
import { AppError } from '../../../model/errors.js';
import type { Submission } from '../../../model/submission.js';
import { SUBMISSION_COLUMNS } from '../essay-rows.js';
import type { CorpusTables } from '../schema.js';
import { RECORD_MESSAGES } from './messages.js';
import { isOwn, type Reach } from './reach.js';
import type { Tables } from './store.js';

/** States of a batch that goes or has gone: an essay that it brought is not its own any more. */
export const GONE: readonly BatchState[] = ['withdrawing', 'withdrawn'];

/** Batches of units in reach, with what was handed in and what became of it counted. */
export function selectBatches(tables: Tables, reach: Reach) {
  return tables
    .selectFrom('batch')
    .where(isOwn(reach, 'batch.unit'))
    .select(['id', 'campaign', 'unit', 'number', 'state', 'created_at', 'roster'])
    .select(({ selectFrom }) => [
      selectFrom('upload')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('upload.batch', '=', 'batch.id')
        .as('uploads'),
      selectFrom('upload')
        .select(sql<number>`coalesce(sum(upload.bytes), 0)`.as('bytes'))
        .whereRef('upload.batch', '=', 'batch.id')
        .as('bytes'),
      selectFrom('batch_item')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('batch_item.batch', '=', 'batch.id')
        .where('batch_item.state', '<>', 'skipped')
        .as('items'),
      selectFrom('batch_item')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('batch_item.batch', '=', 'batch.id')
        .where('batch_item.state', '=', 'read')
        .as('done'),
    ]);
}

type CountedBatch = Awaited<ReturnType<ReturnType<typeof selectBatches>['executeTakeFirstOrThrow']>>;

export function toBatch({ created_at, uploads, bytes, items, done, ...rest }: CountedBatch): BatchRecord {
  return { ...rest, createdAt: created_at, uploads: uploads ?? 0, bytes: bytes ?? 0, items: items ?? 0, done: done ?? 0 };
}

/** As `Batches.get`, for one that must be there. AppError `unknown-id`. */
export async function readBatch(tables: Tables, id: string, reach: Reach): Promise<BatchRecord> {
  const row = await selectBatches(tables, reach).where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownBatch);
  return toBatch(row);
}

/** A batch of a unit in reach. AppError `unknown-id`. */
export async function batchRow(tables: Tables, id: string, reach: Reach): Promise<CorpusTables['batch']> {
  const row = await tables.selectFrom('batch').selectAll().where('id', '=', id).where(isOwn(reach, 'unit')).executeTakeFirst();
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownBatch);
  return row;
}

/** A batch that still takes files. AppError `unknown-id`, `batch-closed`. */
export async function receivingBatch(tables: Tables, id: string, reach: Reach): Promise<CorpusTables['batch']> {
  const row = await batchRow(tables, id, reach);
  if (row.state !== 'receiving') throw new AppError('batch-closed', RECORD_MESSAGES.batchClosed(row.number));
  return row;
}

export async function setBatchState(tables: Tables, id: string, state: BatchState): Promise<void> {
  await tables.updateTable('batch').set({ state }).where('id', '=', id).execute();
}

export function selectUploads(tables: Tables, batch: string, reach: Reach) {
  return tables
    .selectFrom('upload')
    .select(['number', 'file', 'sha256', 'bytes'])
    .where('batch', '=', batch)
    .where('batch', 'in', ownBatches(tables, reach));
}

/** Ids of the batches of units in reach. */
export function ownBatches(tables: Tables, reach: Reach) {
  return tables.selectFrom('batch').select('batch.id').where(isOwn(reach, 'batch.unit'));
}

export async function itemsOf(tables: Tables, batch: string, reach: Reach): Promise<BatchItem[]> {
  const rows = await tables
    .selectFrom('batch_item')
    .selectAll()
    .where('batch', '=', batch)
    .where('batch', 'in', ownBatches(tables, reach))
    .orderBy('number')
    .execute();
  return rows.map(({ number, file, state, submission, submission_state, reason }) => {
    return { number, file, state, submission, submissionState: submission_state, reason };
  });
}

/** Submissions of a batch that were read, in order of receipt; once it goes, only those that no other batch brought as well, skipped or not. */
export async function submissionsOfBatch(tables: Tables, id: string, reach: Reach): Promise<Submission[]> {
  const row = await tables.selectFrom('batch').select('state').where('id', '=', id).where(isOwn(reach, 'unit')).executeTakeFirst();
  if (row === undefined) return [];
  const itemsHere = tables
    .selectFrom('batch_item')
    .select('batch_item.submission')
    .where('batch_item.batch', '=', id)
    .where('batch_item.state', '=', 'read');
  const query = tables
    .selectFrom('submission')
    .select(SUBMISSION_COLUMNS)
    .where('submission.id', 'in', itemsHere.where('batch_item.submission', 'is not', null).$castTo<{ submission: string }>());
  const wanted = GONE.includes(row.state)
    ? query.where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('batch_item as other')
              .innerJoin('batch', 'batch.id', 'other.batch')
              .select('other.number')
              .whereRef('other.submission', '=', 'submission.id')
              .where('batch.id', '<>', id)
              .where('batch.state', 'not in', GONE),
          ),
        ),
      )
    : query;
  return wanted.orderBy('submission.sequence').execute();
}
