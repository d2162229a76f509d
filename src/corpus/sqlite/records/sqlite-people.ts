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

  createFirst({ name, passwordHash }: Pick<Account, 'name' | 'passwordHash'>): Promise<Account> {
    return this.store.write(async ({ tables, at, log }) => {
      if ((await countAccounts(tables)) > 0) throw new AppError('already-set-up', RECORD_MESSAGES.alreadySetUp);
      const row = { id: randomId(), name, password_hash: passwordHash, created_at: at };
      await tables.insertInto('account').values(row).execute();
      await log({ actor: name, kind: 'account-created' });
      return toAccount(row);
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
      return row === undefined ? null : { key: row.key, data: row.data, expiresAt: row.expires_at };
    });
  }

  async saveSession({ key, data, expiresAt }: StoredSession): Promise<void> {
    const values = { data, expires_at: expiresAt };
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
      return row === undefined ? null : toAccount(row);
    });
  }
}

function toAccount({ id, name, password_hash, created_at }: CorpusTables['account']): Account {
  return { id, name, passwordHash: password_hash, createdAt: created_at };
}

async function countAccounts(tables: Tables): Promise<number> {
  const { count } = await tables
    .selectFrom('account')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
