import type { Corpus } from '../../corpus/corpus.js';
import type { Lease } from '../../corpus/lease.js';
import type { Records } from '../../corpus/records/records.js';
import type { JobStep } from '../../model/batch-record.js';
import type { Embeddings } from '../embeddings/embeddings.js';
import type { KeepingContext } from '../essay.js';
import type { Sandbox } from '../sandbox.js';

/** What the machine works with. */
export interface QueueParts extends KeepingContext {
  readonly records: Records;
  readonly corpus: Corpus;
  readonly sandbox: Sandbox;
  /** Files read at a time. */
  readonly jobs: number;
  /** A provider of sentence vectors, where an administrator set one up. */
  readonly embeddings?: Embeddings | null;
  /** Makes this process the only one that adds, assesses and removes essays. Rejects with AppError `corpus-locked` while another one is. */
  readonly takeLease: () => Promise<Lease>;
  /** Told of what went wrong; `facts` name no person and hold no text of an essay. */
  readonly log: (facts: Readonly<Record<string, unknown>>, message: string) => void;
}

/** Told how far a job has come. */
export type TellProgress = (step: JobStep, done: number, total: number) => void;
