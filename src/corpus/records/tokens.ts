import type { AccessToken } from '../../model/access-token.js';
import type { Actor } from './actor.js';

/** A token that is to be made. */
export interface NewToken extends Pick<AccessToken, 'name' | 'rights' | 'expiresAt'> {
  /** SHA-256 of what the software sends, lower-case hexadecimal. */
  readonly hash: string;
  /** One of the units in reach; the one that new things belong to where it is left out. */
  readonly unit?: string;
}

/** Access tokens of the units in reach. */
export interface Tokens {
  /** Newest first, those that count no more included. */
  list(): Promise<readonly AccessToken[]>;
  /** AppError `token-exists` while one of that name counts in the unit, `unknown-id` for a unit out of reach. */
  create(token: NewToken, actor: Actor): Promise<AccessToken>;
  /** From now on it is refused; once revoked, again is no change. AppError `unknown-id`. */
  revoke(id: string, actor: Actor): Promise<AccessToken>;
  /** Whatever token has this hash, whether it still counts or not; null for none. */
  byHash(hash: string): Promise<AccessToken | null>;
  /** Notes the day of its last request. */
  noteUse(id: string, day: string): Promise<void>;
}
