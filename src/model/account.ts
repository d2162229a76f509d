import type { Grant } from './access.js';

/** Somebody who may sign in. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** Argon2id, with its parameters and salt. */
  readonly passwordHash: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly isDisabled: boolean;
  readonly grants: readonly Grant[];
}
