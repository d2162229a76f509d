import type { Grant } from '../../../model/access.js';
import type { Account } from '../../../model/account.js';
import type { CorpusTables } from '../schema.js';
import type { Tables } from './store.js';

/** The account with this id or name; null when there is none. */
export async function readAccount(tables: Tables, column: 'id' | 'name', value: string): Promise<Account | null> {
  const row = await tables.selectFrom('account').selectAll().where(column, '=', value).executeTakeFirst();
  return row === undefined ? null : toAccount(row, await grantsOf(tables, row.id));
}

export function toAccount(row: CorpusTables['account'], grants: readonly Grant[]): Account {
  const { id, name, password_hash, created_at, disabled_at } = row;
  return { id, name, passwordHash: password_hash, createdAt: created_at, isDisabled: disabled_at !== null, grants };
}

/** Roles of an account, by unit in the order of their names. */
export function grantsOf(tables: Tables, account: string): Promise<Grant[]> {
  return tables
    .selectFrom('held_role')
    .innerJoin('unit', 'unit.id', 'held_role.unit')
    .select(['held_role.unit', 'unit.name as unitName', 'held_role.role'])
    .where('account', '=', account)
    .orderBy('unit.name')
    .orderBy('held_role.role')
    .execute();
}
