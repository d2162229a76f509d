import { AppError } from '../../../model/errors.js';
import { limitsAt } from './limit-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import type { Tables } from './store.js';

const MEGABYTE = 2 ** 20;

/** Within the change that adds to a batch, or seals it: AppError `batch-full` when it holds more than its unit allows. `files`: found in archives. */
export async function requireWithinLimits(tables: Tables, batch: string, files = 0): Promise<void> {
  const { unit } = await tables.selectFrom('batch').select('unit').where('id', '=', batch).executeTakeFirstOrThrow();
  const { filesPerBatch, megabytesPerBatch } = await limitsAt(tables, unit);
  const { count, bytes } = await tables
    .selectFrom('upload')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number | null>('bytes').as('bytes')])
    .where('batch', '=', batch)
    .executeTakeFirstOrThrow();
  if (Math.max(count, files) > filesPerBatch) throw new AppError('batch-full', RECORD_MESSAGES.tooManyFiles(filesPerBatch));
  if ((bytes ?? 0) > megabytesPerBatch * MEGABYTE) throw new AppError('batch-full', RECORD_MESSAGES.tooManyBytes(megabytesPerBatch));
}
