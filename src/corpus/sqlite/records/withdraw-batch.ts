import type { BatchRecord } from '../../../model/batch-record.js';
import { AppError } from '../../../model/errors.js';
import type { Actor } from '../../records/actor.js';
import { forgetOriginals } from '../needed-originals.js';
import { batchRow, readBatch, setBatchState } from './batch-rows.js';
import { changeJob, insertJob, isOpen, newestJob } from './job-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { replaceNotes } from './notes.js';
import { SAMPLE } from './shown-document.js';
import type { Change } from './store.js';

/** Who withdraws a batch, and why. */
interface Withdrawal {
  readonly actor: Actor;
  readonly reason: string;
}

/** Queues the job that withdraws a batch, or withdraws it at once when nothing of it is in the corpus. AppError `batch-busy`, `unknown-id`. */
export async function withdrawBatch(change: Change, id: string, withdrawal: Withdrawal): Promise<BatchRecord> {
  const { tables, reach } = change;
  const { campaign, number, state } = await batchRow(tables, id, reach);
  if (state === 'working') throw new AppError('batch-busy', RECORD_MESSAGES.batchBusy(number));
  if (state === 'receiving') {
    await toWithdrawn(change, id, withdrawal);
    await forgetOriginals(tables);
  } else if (state !== 'withdrawing' && state !== 'withdrawn') {
    const before = await newestJob(tables, id, reach);
    // It waits for its turn: it need not come.
    if (before !== null && isOpen(before)) await changeJob(tables, before.id, { state: 'done' });
    await insertJob(tables, { kind: 'withdraw', campaign, batch: id, ...withdrawal });
    await setBatchState(tables, id, 'withdrawing');
  }
  return readBatch(tables, id, reach);
}

/** A batch whose essays are gone: nothing is left of it but the names of its files and the log. */
export async function toWithdrawn({ tables, reach, log }: Change, id: string, { actor, reason }: Withdrawal): Promise<void> {
  const { campaign, number } = await batchRow(tables, id, reach);
  await replaceNotes(tables, id, { skipped: [], warnings: [] });
  await tables.updateTable('batch').set({ state: 'withdrawn', roster: null }).where('id', '=', id).execute();
  const kept = tables.selectFrom('submission').select('submission.id');
  await tables.deleteFrom('quoted_span').where('id', 'not like', `${SAMPLE}%`).where('id', 'not in', kept).execute();
  // An item whose essay has been removed names none any more.
  const { essays } = await tables
    .selectFrom('batch_item')
    .select(({ fn }) => fn.countAll<number>().as('essays'))
    .where('batch', '=', id)
    .where('state', '=', 'read')
    .where('submission', 'is', null)
    .executeTakeFirstOrThrow();
  await log({ actor, kind: 'batch-withdrawn', campaign, batch: id, details: { number, reason, essays } });
}
