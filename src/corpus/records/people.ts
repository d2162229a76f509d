import type { Account } from '../../model/account.js';

/** A session as it is kept: by a hash of its id, so that whoever reads the database cannot take it over. */
export interface StoredSession {
  /** SHA-256 of the session's id, lower-case hexadecimal. */
  readonly key: string;
  /** Id of the account, or of the person, that is signed in. */
  readonly account: string | null;
  readonly person: string | null;
  /** What the session holds, JSON. */
  readonly data: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

export interface People {
  count(): Promise<number>;
  /** Creates the first account, with every role that changes something at the founding unit, which is named `unit`. Rejects with AppError `already-set-up` when there is one. */
  createFirst(account: Pick<Account, 'name' | 'passwordHash'>, unit?: string): Promise<Account>;
  byName(name: string): Promise<Account | null>;
  byId(id: string): Promise<Account | null>;
  /** Null when there is none or it has expired. */
  session(key: string): Promise<StoredSession | null>;
  saveSession(session: StoredSession): Promise<void>;
  endSession(key: string): Promise<void>;
  /** Forgets the sessions that have expired. */
  sweepSessions(): Promise<void>;
}
