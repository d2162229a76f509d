import type { Selectable } from 'kysely';
import { FOUNDING_UNIT, type Role } from '../../../model/access.js';
import { AppError } from '../../../model/errors.js';
import type { Invitation } from '../../records/accounts.js';
import type { CorpusTables } from '../schema.js';
import { RECORD_MESSAGES } from './messages.js';
import type { Tables } from './store.js';
import { readObject } from './stored-json.js';

/** Codes that lead to an account; members' codes are others. */
const PURPOSES = ['invite', 'reset'] as const;

type CodeRow = Selectable<CorpusTables['code']>;

/** A code that can still be used. */
export interface OpenCode extends Omit<CodeRow, 'purpose'> {
  readonly purpose: (typeof PURPOSES)[number];
  readonly roles: readonly Role[];
  /** Whom it is for. */
  readonly name: string;
}

/** Null for a code that is unknown, used or expired: nobody learns which. */
export async function openCode(tables: Tables, hash: string, now: string): Promise<OpenCode | null> {
  const row = await tables
    .selectFrom('code')
    .selectAll()
    .where('hash', '=', hash)
    .where('purpose', 'in', PURPOSES)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, purpose: row.purpose === 'reset' ? 'reset' : 'invite', ...given(row) };
}

/** What was said when a code was made. */
function given({ hash, details }: CodeRow): { readonly name: string; readonly roles: readonly Role[] } {
  const { name = '', roles = [] } = readObject(details, { table: 'code', row: hash }) as { name?: string; roles?: Role[] };
  return { name, roles };
}

/** An invitation as its unit's administrators see it. */
export function toInvitation(row: CodeRow): Invitation {
  return { id: row.hash, ...given(row), createdBy: row.created_by, createdAt: row.created_at, expiresAt: row.expires_at };
}

/** After a change: AppError `last-administrator` when nobody is left who administers the whole. */
export async function requireAdministrator(tables: Tables): Promise<void> {
  const left = await tables
    .selectFrom('held_role')
    .innerJoin('account', 'account.id', 'held_role.account')
    .select('account.id')
    .where('held_role.unit', '=', FOUNDING_UNIT)
    .where('held_role.role', '=', 'administrator')
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (left === undefined) throw new AppError('last-administrator', RECORD_MESSAGES.lastAdministrator);
}
