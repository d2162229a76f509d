import type { BatchCounts, BatchSigning, Signer } from '../../model/batch-signature.js';
import type { Actor } from './actor.js';

/** What a secretary signs, as it was on the screen. */
export interface NewSignature extends Signer {
  readonly counts: BatchCounts;
  /** When the signature on the screen was given; null without one. */
  readonly before: string | null;
}

/** Names under batches and letters. */
export interface Signatures {
  /** AppError `unknown-id`. */
  of(batch: string): Promise<BatchSigning>;
  /**
   * Puts a name under a batch that is assessed; in place of an earlier one, which the log keeps. AppError `signature-outdated`, with the
   * batch as it stands, when conclusions or a signature came in between; `batch-busy`, `batch-empty`, `unknown-id`.
   */
  sign(batch: string, given: NewSignature, actor: Actor): Promise<void>;
  /** Who signs the unit's documents; null while nobody has said. */
  signer(): Promise<Signer | null>;
}
