import { FOUNDING_UNIT, type Grant, ROLES } from '../../../model/access.js';
import type { Account } from '../../../model/account.js';
import { AppError } from '../../../model/errors.js';
import type { People, StoredSession } from '../../records/people.js';
import type { CorpusTables } from '../schema.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import type { Store, Tables } from './store.js';

export class SqlitePeople implements People {
  constructor(private readonly store: Store) {}

  count(): Promise<number> {
    return this.store.read(countAccounts);
  }

  createFirst({ name, passwordHash }: Pick<Account, 'name' | 'passwordHash'>, unit?: string): Promise<Account> {
    return this.store.write(async ({ tables, at, log }) => {
      if ((await countAccounts(tables)) > 0) throw new AppError('already-set-up', RECORD_MESSAGES.alreadySetUp);
      const row = { id: randomId(), name, password_hash: passwordHash, created_at: at, disabled_at: null };
      await tables.insertInto('account').values(row).execute();
      await tables
        .insertInto('held_role')
        .values(FIRST_ROLES.map((role) => ({ account: row.id, unit: FOUNDING_UNIT, role })))
        .execute();
      if (unit !== undefined) await tables.updateTable('unit').set({ name: unit }).where('id', '=', FOUNDING_UNIT).execute();
      await log({ actor: name, kind: 'account-created', unit: FOUNDING_UNIT });
      return toAccount(row, await grantsOf(tables, row.id));
    });
  }

  byName(name: string): Promise<Account | null> {
    return this.account('name', name);
  }

  byId(id: string): Promise<Account | null> {
    return this.account('id', id);
  }

  session(key: string): Promise<StoredSession | null> {
    return this.store.read(async (tables) => {
      const now = this.store.now().toISOString();
      const row = await tables.selectFrom('session').selectAll().where('key', '=', key).where('expires_at', '>', now).executeTakeFirst();
      return row === undefined
        ? null
        : { key: row.key, data: row.data, expiresAt: row.expires_at, account: row.account, person: row.person };
    });
  }

  async saveSession({ key, data, expiresAt, account, person }: StoredSession): Promise<void> {
    const values = { data, expires_at: expiresAt, account, person };
    await this.store.write(({ tables }) =>
      tables
        .insertInto('session')
        .values({ key, ...values })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
        .execute(),
    );
  }

  async endSession(key: string): Promise<void> {
    await this.store.write(({ tables }) => tables.deleteFrom('session').where('key', '=', key).execute());
  }

  async sweepSessions(): Promise<void> {
    await this.store.write(({ tables, at }) => tables.deleteFrom('session').where('expires_at', '<=', at).execute());
  }

  private account(column: 'id' | 'name', value: string): Promise<Account | null> {
    return this.store.read(async (tables) => {
      const row = await tables.selectFrom('account').selectAll().where(column, '=', value).executeTakeFirst();
      if (row === undefined) return null;
      return toAccount(row, await grantsOf(tables, row.id));
    });
  }
}

/** Whoever sets the service up does everything until others are invited. */
const FIRST_ROLES = ROLES.filter((role) => role !== 'inspection');

function toAccount({ id, name, password_hash, created_at, disabled_at }: CorpusTables['account'], grants: readonly Grant[]): Account {
  return { id, name, passwordHash: password_hash, createdAt: created_at, isDisabled: disabled_at !== null, grants };
}

async function countAccounts(tables: Tables): Promise<number> {
  const { count } = await tables
    .selectFrom('account')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Roles of an account, by unit in the order of their names. */
function grantsOf(tables: Tables, account: string): Promise<Grant[]> {
  return tables
    .selectFrom('held_role')
    .innerJoin('unit', 'unit.id', 'held_role.unit')
    .select(['held_role.unit', 'unit.name as unitName', 'held_role.role'])
    .where('account', '=', account)
    .orderBy('unit.name')
    .orderBy('held_role.role')
    .execute();
}
