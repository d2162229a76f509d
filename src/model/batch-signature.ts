/** How it stands with the essays of a batch: `essays` = `accepted` + `rewrite` + `open`. */
export interface BatchCounts {
  readonly essays: number;
  readonly accepted: number;
  readonly rewrite: number;
  /** Without a conclusion. */
  readonly open: number;
}

/** Whose name stands under documents. */
export interface Signer {
  readonly post: string;
  readonly name: string;
}

/** The secretary's name under a batch. */
export interface BatchSignature extends Signer {
  /** As they were when it was signed. */
  readonly counts: BatchCounts;
  /** The account that signed. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A batch as it stands before whoever signs. */
export interface BatchSigning {
  readonly counts: BatchCounts;
  readonly signature: BatchSignature | null;
  /** Essays on which was concluded, first or anew, after it was signed. */
  readonly concludedSince: number;
  /** As the unit's documents are signed. */
  readonly usual: Signer;
}
