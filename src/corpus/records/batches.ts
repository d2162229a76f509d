import type { Skipped } from '../../model/batch.js';
import type { BatchItem, BatchRecord, Upload } from '../../model/batch-record.js';
import type { Actor } from './actor.js';
import type { StoredOriginal } from './originals.js';

/** What became of one item. */
export interface ItemOutcome {
  readonly number: number;
  /** As `BatchItem` has it. */
  readonly submission: string | null;
  /** Null for one that was skipped. */
  readonly submissionState: BatchItem['submissionState'];
  readonly reason: string | null;
  /** Whether it is not read since it was erased: then its name goes too. */
  readonly isErased?: boolean;
}

export interface Batches {
  /** In the order of their numbers. */
  list(campaign: string): Promise<readonly BatchRecord[]>;
  get(id: string): Promise<BatchRecord | null>;
  /** Opens a batch. With a `key` that was used before for this campaign it answers with that batch: a button pressed twice makes one. AppError `unknown-id`. */
  create(campaign: string, key: string, actor: Actor): Promise<BatchRecord>;
  /** Names a stored file as handed in; the same name with the same content again is the same upload. AppError `batch-closed` unless it is receiving. */
  addUpload(batch: string, file: string, original: StoredOriginal): Promise<Upload>;
  uploads(batch: string): Promise<readonly Upload[]>;
  /** Takes one upload back. AppError `batch-closed`, `unknown-id`. */
  removeUpload(batch: string, number: number): Promise<void>;
  /** AppError `batch-closed` unless it is receiving. */
  setRoster(batch: string, roster: string | null): Promise<void>;
  /** All files are here: queues the job that assesses them. Once sealed, again is no change. AppError `batch-empty`, `unknown-id`. */
  seal(batch: string, actor: Actor): Promise<BatchRecord>;
  /** Notes the files found in the uploads; a list that is there already stays. */
  setItems(batch: string, files: readonly string[], skipped: readonly Skipped[]): Promise<void>;
  /** In the order of their numbers. */
  items(batch: string): Promise<readonly BatchItem[]>;
  /** Items with the state of a submission are `read`, those without are `skipped`. */
  noteItems(batch: string, outcomes: readonly ItemOutcome[]): Promise<void>;
  /** Queues the job that takes a batch's essays out of the corpus; a batch that was never sealed goes at once. One that goes already stays as it is. AppError `batch-busy` while it is worked on, `unknown-id`. */
  withdraw(batch: string, reason: string, actor: Actor): Promise<BatchRecord>;
}
