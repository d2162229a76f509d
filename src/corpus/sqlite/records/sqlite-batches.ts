import type { Skipped } from '../../../model/batch.js';
import type { BatchItem, BatchRecord, Upload } from '../../../model/batch-record.js';
import { AppError } from '../../../model/errors.js';
import { reached } from '../../../model/steps.js';
import type { Actor } from '../../records/actor.js';
import type { Batches, ItemOutcome } from '../../records/batches.js';
import type { StoredOriginal } from '../../records/originals.js';
import { inChunks } from '../in-chunks.js';
import { forgetOriginals } from '../needed-originals.js';
import type { CorpusTables } from '../schema.js';
import { requireWithinLimits } from './batch-limits.js';
import { batchRow, itemsOf, readBatch, receivingBatch, selectBatches, selectUploads, setBatchState, toBatch } from './batch-rows.js';
import { campaignRow } from './campaign-rows.js';
import { forgetItem } from './erased-contents.js';
import { nameWriter } from './handed-in.js';
import { insertJob } from './job-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import type { Change, Store } from './store.js';
import { withdrawBatch } from './withdraw-batch.js';

export class SqliteBatches implements Batches {
  constructor(private readonly store: Store) {}

  list(campaign: string): Promise<readonly BatchRecord[]> {
    return this.store.read(async (tables) => {
      const rows = await selectBatches(tables, this.store.scope).where('campaign', '=', campaign).orderBy('number').execute();
      return rows.map(toBatch);
    });
  }

  get(id: string): Promise<BatchRecord | null> {
    return this.store.read(async (tables) => {
      const row = await selectBatches(tables, this.store.scope).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toBatch(row);
    });
  }

  async create(campaign: string, key: string, actor: Actor): Promise<BatchRecord> {
    const batch = await this.store.write((change) => createOnce(change, { campaign, unit: this.store.home, key, actor }));
    reached('batch.row');
    return batch;
  }

  async addUpload(batch: string, file: string, original: StoredOriginal): Promise<Upload> {
    try {
      const upload = await this.store.write((change) => addUpload(change, { batch, file }, original));
      reached('upload.row');
      return upload;
    } catch (error) {
      await this.store.discard(original);
      throw error;
    }
  }

  uploads(batch: string): Promise<readonly Upload[]> {
    return this.store.read((tables) => selectUploads(tables, batch, this.store.scope).orderBy('number').execute());
  }

  async removeUpload(batch: string, number: number): Promise<void> {
    await this.store.write(async ({ tables, reach }) => {
      await receivingBatch(tables, batch, reach);
      const gone = await tables.deleteFrom('upload').where('batch', '=', batch).where('number', '=', number).returning('number').execute();
      if (gone.length === 0) throw new AppError('unknown-id', RECORD_MESSAGES.unknownUpload(number));
      await forgetOriginals(tables);
    });
    await this.store.clearDoomed();
  }

  setRoster(batch: string, roster: string | null): Promise<void> {
    return this.store.write(async ({ tables, reach }) => {
      await receivingBatch(tables, batch, reach);
      await tables.updateTable('batch').set({ roster }).where('id', '=', batch).execute();
    });
  }

  async seal(batch: string, actor: Actor): Promise<BatchRecord> {
    const sealed = await this.store.write((change) => seal(change, batch, actor));
    reached('batch.sealed');
    return sealed;
  }

  async setItems(batch: string, files: readonly string[], skipped: readonly Skipped[]): Promise<void> {
    await this.store.write(async ({ tables, reach }) => {
      await batchRow(tables, batch, reach);
      const known = await tables.selectFrom('batch_item').select('number').where('batch', '=', batch).limit(1).executeTakeFirst();
      if (known !== undefined) return;
      await requireWithinLimits(tables, batch, files.length);
      const waiting = files.map((file) => ({ file, state: 'waiting', reason: null }) as const);
      const left = skipped.map(({ file, reason }) => ({ file, state: 'skipped', reason }) as const);
      const rows = [...waiting, ...left].map((item, at): CorpusTables['batch_item'] => {
        return { batch, number: at + 1, submission: null, submission_state: null, ...item };
      });
      for (const chunk of inChunks(rows)) await tables.insertInto('batch_item').values(chunk).execute();
    });
    reached('items.row');
  }

  items(batch: string): Promise<readonly BatchItem[]> {
    return this.store.read((tables) => itemsOf(tables, batch, this.store.scope));
  }

  async noteItems(batch: string, outcomes: readonly ItemOutcome[]): Promise<void> {
    await this.store.write(async ({ tables, reach, at }) => {
      await batchRow(tables, batch, reach);
      for (const { number, submission, submissionState, reason, isErased = false } of outcomes) {
        if (isErased) await forgetItem(tables, batch, number);
        const state = submissionState === null ? 'skipped' : 'read';
        const values = { state, submission, submission_state: submissionState, reason } as const;
        await tables.updateTable('batch_item').set(values).where('batch', '=', batch).where('number', '=', number).execute();
      }
      await nameWriter(tables, batch, at);
    });
    reached('items.noted');
  }

  async withdraw(batch: string, reason: string, actor: Actor): Promise<BatchRecord> {
    const withdrawn = await this.store.write((change) => withdrawBatch(change, batch, { actor, reason }));
    await this.store.clearDoomed();
    return withdrawn;
  }
}

interface NewBatch {
  readonly campaign: string;
  readonly unit: string;
  readonly key: string;
  readonly actor: Actor;
}

async function createOnce({ tables, reach, at, log }: Change, { campaign, unit, key, actor }: NewBatch): Promise<BatchRecord> {
  await campaignRow(tables, campaign, reach);
  const ofUnit = tables.selectFrom('batch').where('campaign', '=', campaign).where('unit', '=', unit);
  const known = await ofUnit.select('id').where('key', '=', key).executeTakeFirst();
  if (known !== undefined) return readBatch(tables, known.id, reach);
  const { last } = await ofUnit.select(({ fn }) => fn.max<number | null>('number').as('last')).executeTakeFirstOrThrow();
  const batch = { id: randomId(), campaign, unit, number: (last ?? 0) + 1, key } as const;
  await tables
    .insertInto('batch')
    .values({ ...batch, state: 'receiving', created_at: at, roster: null, last_upload: 0 })
    .execute();
  await log({ actor, kind: 'batch-created', unit, campaign, batch: batch.id, details: { number: batch.number } });
  return readBatch(tables, batch.id, reach);
}

type Named = Pick<CorpusTables['upload'], 'batch' | 'file'>;

async function addUpload({ tables, reach, claim }: Change, { batch, file }: Named, original: StoredOriginal): Promise<Upload> {
  const { last_upload } = await receivingBatch(tables, batch, reach);
  const known = await selectUploads(tables, batch, reach).where('file', '=', file).where('sha256', '=', original.sha256).executeTakeFirst();
  await claim(original);
  if (known !== undefined) return known;
  const upload = { number: last_upload + 1, file, sha256: original.sha256, bytes: original.bytes };
  await tables
    .insertInto('upload')
    .values({ batch, ...upload })
    .execute();
  await tables.updateTable('batch').set({ last_upload: upload.number }).where('id', '=', batch).execute();
  await requireWithinLimits(tables, batch);
  return upload;
}

async function seal({ tables, reach, log }: Change, id: string, actor: Actor): Promise<BatchRecord> {
  const { state, campaign, number, uploads, bytes } = await readBatch(tables, id, reach);
  if (state === 'receiving') {
    if (uploads === 0) throw new AppError('batch-empty', RECORD_MESSAGES.batchEmpty(number));
    await requireWithinLimits(tables, id);
    await insertJob(tables, { kind: 'assess', campaign, batch: id, actor, reason: null });
    await setBatchState(tables, id, 'queued');
    await log({ actor, kind: 'batch-sealed', campaign, batch: id, details: { number, uploads, bytes } });
  }
  return readBatch(tables, id, reach);
}
