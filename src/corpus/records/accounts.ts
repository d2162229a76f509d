import type { Role } from '../../model/access.js';
import type { Account } from '../../model/account.js';
import type { Actor } from './actor.js';

/** An account as the administrators of a unit see it. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly isDisabled: boolean;
  /** Roles held at this unit. */
  readonly roles: readonly Role[];
  /** Whether it was invited in reach and holds no role beyond it: then it can be disabled, and its password reset. */
  readonly isOwn: boolean;
}

/** A one-time code that somebody was given to come in. Times are ISO 8601, UTC. */
export interface Invitation {
  /** SHA-256 of the code, lower-case hexadecimal. */
  readonly id: string;
  /** For whom it was made, in the words of whoever invited. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export interface NewCode {
  /** SHA-256 of the code, lower-case hexadecimal. */
  readonly hash: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** What a code lets somebody do. */
export interface CodeOffer {
  /** `invite`: a new account. `reset`: a new password for the account `name`. */
  readonly purpose: 'invite' | 'reset';
  /** Name of the account, or whom the invitation is for. */
  readonly name: string;
  readonly unitName: string;
  readonly roles: readonly Role[];
}

/** Accounts, and the codes that lead to them. What administrators do reaches their units and all below, nothing else. */
export interface Accounts {
  /** Accounts that hold a role at a unit or were invited there, by name. AppError `unknown-id`. */
  list(unit: string): Promise<readonly ListedAccount[]>;
  /** Invitations of a unit that can still be accepted. AppError `unknown-id`. */
  invitations(unit: string): Promise<readonly Invitation[]>;
  /** AppError `unknown-id`. */
  invite(unit: string, given: { readonly name: string; readonly roles: readonly Role[] }, code: NewCode, actor: Actor): Promise<void>;
  /** AppError `unknown-id`. */
  withdrawInvitation(unit: string, id: string, actor: Actor): Promise<void>;
  /** Sets the roles that an account holds at a unit; none is the same as leaving it. AppError `unknown-id`, `last-administrator`. */
  setRoles(unit: string, account: string, roles: readonly Role[], actor: Actor): Promise<void>;
  /** Disabling ends every session of the account. AppError `unknown-id`, `last-administrator`. */
  setDisabled(account: string, isDisabled: boolean, actor: Actor): Promise<void>;
  /** Makes a code that sets a new password; earlier ones no longer count. AppError `unknown-id`. */
  reset(account: string, code: NewCode, actor: Actor): Promise<void>;
  /** Null for a code that is unknown, used or expired. */
  offer(hash: string): Promise<CodeOffer | null>;
  /** Uses a code: a new account with its roles, or a new password; its sessions end. AppError `unknown-code`, `name-taken`. */
  accept(hash: string, given: Pick<Account, 'name' | 'passwordHash'>): Promise<Account>;
  /** A new password of one's own; all other sessions end. `session`: key of the one that stays. */
  setPassword(account: string, passwordHash: string, session: string): Promise<void>;
  /** Sessions of an account. */
  sessions(account: string): Promise<readonly { readonly key: string; readonly data: string; readonly expiresAt: string }[]>;
  /** Ends one session of an account. AppError `unknown-id` when it is over or somebody else's. */
  endSession(account: string, key: string): Promise<void>;
  /** The shortest limits among the units where an account holds roles, minutes. */
  sessionLimits(account: string): Promise<{ readonly idle: number; readonly absolute: number }>;
}
