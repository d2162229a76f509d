import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Role } from '../../../model/access.js';
import type { Account } from '../../../model/account.js';
import { AppError } from '../../../model/errors.js';
import type { Accounts, CodeOffer, Invitation, ListedAccount, NewCode } from '../../records/accounts.js';
import type { Actor } from '../../records/actor.js';
import type { CorpusTables } from '../schema.js';
import { acceptCode } from './accept-code.js';
import { openCode, requireAdministrator, toInvitation } from './account-codes.js';
import { administered, administeredUnit } from './administered.js';
import { leastLimits } from './limit-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import type { Change, Store, Tables } from './store.js';

export class SqliteAccounts implements Accounts {
  constructor(private readonly store: Store) {}

  list(unit: string): Promise<readonly ListedAccount[]> {
    return this.store.read(async (tables) => {
      await administeredUnit(tables, this.store, unit);
      const rows = await tables
        .selectFrom('account')
        .leftJoin('held_role', (join) => join.onRef('held_role.account', '=', 'account.id').on('held_role.unit', '=', unit))
        .select(['account.id', 'account.name', 'account.disabled_at', 'held_role.role'])
        .select(sql<0 | 1>`${isWhole(administered(this.store.scope))}`.as('is_own'))
        .where((where) => where.or([where('account.unit', '=', unit), where('held_role.role', 'is not', null)]))
        .orderBy('account.name')
        .orderBy('held_role.role')
        .execute();
      const accounts = new Map<string, ListedAccount>();
      for (const { id, name, disabled_at, is_own, role } of rows) {
        const roles = [...(accounts.get(id)?.roles ?? []), ...(role === null ? [] : [role])];
        accounts.set(id, { id, name, isDisabled: disabled_at !== null, roles, isOwn: is_own === 1 });
      }
      return [...accounts.values()];
    });
  }

  invitations(unit: string): Promise<readonly Invitation[]> {
    return this.store.read(async (tables) => {
      await administeredUnit(tables, this.store, unit);
      const rows = await invitationsOf(tables, unit, this.store.now().toISOString()).orderBy('created_at').execute();
      return rows.map((row) => toInvitation(row));
    });
  }

  async invite(
    unit: string,
    given: { readonly name: string; readonly roles: readonly Role[] },
    code: NewCode,
    actor: Actor,
  ): Promise<void> {
    await this.store.write(async (change) => {
      await administeredUnit(change.tables, this.store, unit);
      await addCode(change, { purpose: 'invite', unit, account: null, details: given, code, actor });
      await change.log({ actor, kind: 'account-invited', unit, details: { ...given } });
    });
  }

  async withdrawInvitation(unit: string, id: string, actor: Actor): Promise<void> {
    await this.store.write(async ({ tables, at, log }) => {
      await administeredUnit(tables, this.store, unit);
      const row = await invitationsOf(tables, unit, at).where('hash', '=', id).executeTakeFirst();
      if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownInvitation);
      await tables.deleteFrom('code').where('hash', '=', id).execute();
      await log({ actor, kind: 'account-changed', unit, details: { name: toInvitation(row).name, change: 'invitation-withdrawn' } });
    });
  }

  async setRoles(unit: string, account: string, roles: readonly Role[], actor: Actor): Promise<void> {
    await this.store.write(async ({ tables, log }) => {
      await administeredUnit(tables, this.store, unit);
      const { name } = await this.visibleAccount(tables, account);
      const held = tables.selectFrom('held_role').select('role').where('account', '=', account).where('unit', '=', unit);
      const before = (await held.orderBy('role').execute()).map(({ role }) => role);
      await tables.deleteFrom('held_role').where('account', '=', account).where('unit', '=', unit).execute();
      const now = [...new Set(roles)].sort();
      if (now.length > 0)
        await tables
          .insertInto('held_role')
          .values(now.map((role) => ({ account, unit, role })))
          .execute();
      await requireAdministrator(tables);
      if (now.join() !== before.join()) await log({ actor, kind: 'roles-changed', unit, details: { name, before, roles: now } });
    });
  }

  async setDisabled(account: string, isDisabled: boolean, actor: Actor): Promise<void> {
    await this.store.write(async ({ tables, at, log }) => {
      const { name, unit, disabled_at } = await this.ownAccount(tables, account);
      if ((disabled_at !== null) === isDisabled) return;
      const values = { disabled_at: isDisabled ? at : null };
      await tables.updateTable('account').set(values).where('id', '=', account).execute();
      if (isDisabled) await endSessions(tables, account);
      await requireAdministrator(tables);
      await log({ actor, kind: 'account-changed', unit, details: { name, change: isDisabled ? 'disabled' : 'enabled' } });
    });
  }

  async reset(account: string, code: NewCode, actor: Actor): Promise<void> {
    await this.store.write(async (change) => {
      const { tables, log } = change;
      const { name, unit } = await this.ownAccount(tables, account);
      await tables.deleteFrom('code').where('account', '=', account).where('used_at', 'is', null).execute();
      await addCode(change, { purpose: 'reset', unit, account, details: {}, code, actor });
      await log({ actor, kind: 'account-changed', unit, details: { name, change: 'reset' } });
    });
  }

  offer(hash: string): Promise<CodeOffer | null> {
    return this.store.read(async (tables) => {
      const code = await openCode(tables, hash, this.store.now().toISOString());
      if (code === null) return null;
      const unit = await tables.selectFrom('unit').select('name').where('id', '=', code.unit).executeTakeFirstOrThrow();
      const { purpose, roles } = code;
      if (purpose === 'invite') return { purpose, name: code.name, unitName: unit.name, roles };
      const account = await tables.selectFrom('account').select('name').where('id', '=', code.account).executeTakeFirstOrThrow();
      return { purpose, name: account.name, unitName: unit.name, roles };
    });
  }

  accept(hash: string, given: Pick<Account, 'name' | 'passwordHash'>): Promise<Account> {
    return this.store.write((change) => acceptCode(change, hash, given));
  }

  async setPassword(account: string, passwordHash: string, session: string): Promise<void> {
    await this.store.write(async ({ tables, log }) => {
      const { name, unit } = await tables
        .updateTable('account')
        .set({ password_hash: passwordHash })
        .where('id', '=', account)
        .returning(['name', 'unit'])
        .executeTakeFirstOrThrow();
      await tables.deleteFrom('session').where('account', '=', account).where('key', '<>', session).execute();
      await log({ actor: name, kind: 'password-set', unit });
    });
  }

  sessions(account: string): Promise<readonly { readonly key: string; readonly data: string; readonly expiresAt: string }[]> {
    return this.store.read((tables) =>
      tables
        .selectFrom('session')
        .select(['key', 'data', 'expires_at as expiresAt'])
        .where('account', '=', account)
        .where('expires_at', '>', this.store.now().toISOString())
        .execute(),
    );
  }

  async endSession(account: string, key: string): Promise<void> {
    await this.store.write(async ({ tables }) => {
      const ended = tables.deleteFrom('session').where('account', '=', account).where('key', '=', key).returning('key');
      if ((await ended.execute()).length === 0) throw new AppError('unknown-id', RECORD_MESSAGES.unknownSession);
    });
  }

  sessionLimits(account: string): Promise<{ readonly idle: number; readonly absolute: number }> {
    return this.store.read(async (tables) => {
      const starts = sql`SELECT unit FROM held_role WHERE account = ${account}`;
      const [idle, absolute] = await leastLimits(tables, starts, ['idleMinutes', 'absoluteMinutes']);
      return { idle: idle!, absolute: absolute! };
    });
  }

  /** An account that holds a role at a unit in reach, or was invited at one. AppError `unknown-id`. */
  private async visibleAccount(tables: Tables, id: string): Promise<CorpusTables['account']> {
    const reach = administered(this.store.scope);
    const row = await tables
      .selectFrom('account')
      .selectAll()
      .where('id', '=', id)
      .where((where) =>
        where.or([
          where('account.unit', 'in', reach),
          where.exists(
            where
              .selectFrom('held_role')
              .select('role')
              .whereRef('held_role.account', '=', 'account.id')
              .where('held_role.unit', 'in', reach),
          ),
        ]),
      )
      .executeTakeFirst();
    if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownAccount);
    return row;
  }

  /** An account that is wholly in reach. AppError `unknown-id`. */
  private async ownAccount(tables: Tables, id: string): Promise<CorpusTables['account']> {
    const reach = administered(this.store.scope);
    const row = await tables.selectFrom('account').selectAll().where('id', '=', id).where(isWhole(reach)).executeTakeFirst();
    if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownAccount);
    return row;
  }
}

/** Whether an account was invited in reach and holds no role beyond it: who resets its password could come in as it. */
const isWhole = (reach: RawBuilder<string>): RawBuilder<SqlBool> => sql<SqlBool>`(account.unit IN ${reach} AND NOT EXISTS (
  SELECT 1 FROM held_role AS held WHERE held.account = account.id AND held.unit NOT IN ${reach}))`;

/** Signs an account out everywhere. */
async function endSessions(tables: Tables, account: string): Promise<void> {
  await tables.deleteFrom('session').where('account', '=', account).execute();
}

function invitationsOf(tables: Tables, unit: string, now: string) {
  return tables
    .selectFrom('code')
    .selectAll()
    .where('purpose', '=', 'invite')
    .where('unit', '=', unit)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now);
}

interface NewCodeRow {
  readonly purpose: 'invite' | 'reset';
  readonly unit: string;
  readonly account: string | null;
  readonly details: object;
  readonly code: NewCode;
  readonly actor: Actor;
}

async function addCode({ tables, at }: Change, { purpose, unit, account, details, code, actor }: NewCodeRow): Promise<void> {
  const row = { hash: code.hash, purpose, unit, account, person: null, campaign: null, details: JSON.stringify(details) };
  await tables
    .insertInto('code')
    .values({ ...row, expires_at: code.expiresAt, used_at: null, created_by: actor, created_at: at })
    .execute();
}
