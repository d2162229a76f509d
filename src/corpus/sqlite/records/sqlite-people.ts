import { FOUNDING_UNIT, ROLES } from '../../../model/access.js';
import type { Account } from '../../../model/account.js';
import { AppError } from '../../../model/errors.js';
import type { People, StoredSession } from '../../records/people.js';
import { grantsOf, readAccount, toAccount } from './account-rows.js';
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
      const row = { id: randomId(), unit: FOUNDING_UNIT, name, password_hash: passwordHash, created_at: at, disabled_at: null };
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
    return this.store.read((tables) => readAccount(tables, 'name', name));
  }

  byId(id: string): Promise<Account | null> {
    return this.store.read((tables) => readAccount(tables, 'id', id));
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
}

/** Whoever sets the service up does everything until others are invited. */
const FIRST_ROLES = ROLES.filter((role) => role !== 'inspection');

async function countAccounts(tables: Tables): Promise<number> {
  const { count } = await tables
    .selectFrom('account')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
