import { type AccessToken, TOKEN_RIGHTS } from '../../../model/access-token.js';
import { AppError } from '../../../model/errors.js';
import type { Actor } from '../../records/actor.js';
import type { NewToken, Tokens } from '../../records/tokens.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import { isOwn, type Reach } from './reach.js';
import type { Change, Store, Tables } from './store.js';

export class SqliteTokens implements Tokens {
  constructor(private readonly store: Store) {}

  list(): Promise<readonly AccessToken[]> {
    return this.store.read(async (tables) => {
      const rows = await selectTokens(tables, this.store.scope).orderBy('token.created_at', 'desc').orderBy('token.id').execute();
      return rows.map(toToken);
    });
  }

  create(token: NewToken, actor: Actor): Promise<AccessToken> {
    const unit = token.unit ?? this.store.home;
    if (this.store.scope !== null && !this.store.scope.units.includes(unit)) {
      return Promise.reject(new AppError('unknown-id', RECORD_MESSAGES.unknownTokenUnit));
    }
    return this.store.write((change) => create(change, { ...token, unit }, actor));
  }

  revoke(id: string, actor: Actor): Promise<AccessToken> {
    return this.store.write(async (change) => {
      const token = await one(change.tables, this.store.scope, id);
      if (token.revokedAt !== null) return token;
      await change.tables.updateTable('token').set({ revoked_at: change.at, revoked_by: actor }).where('id', '=', id).execute();
      await change.log({ actor, kind: 'token-revoked', unit: token.unit, details: { token: id, name: token.name } });
      return { ...token, revokedAt: change.at, revokedBy: actor };
    });
  }

  byHash(hash: string): Promise<AccessToken | null> {
    return this.store.read(async (tables) => {
      const row = await selectTokens(tables, this.store.scope).where('token.hash', '=', hash).executeTakeFirst();
      return row === undefined ? null : toToken(row);
    });
  }

  async noteUse(id: string, day: string): Promise<void> {
    await this.store.write(({ tables }) => tables.updateTable('token').set({ last_used: day }).where('id', '=', id).execute());
  }
}

async function create({ tables, at, log }: Change, token: NewToken & { readonly unit: string }, actor: Actor): Promise<AccessToken> {
  const { hash, unit, name, rights, expiresAt } = token;
  const same = await tables
    .selectFrom('token')
    .select('id')
    .where('unit', '=', unit)
    .where('name', '=', name)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  if (same !== undefined) throw new AppError('token-exists', RECORD_MESSAGES.tokenExists(name));
  const id = randomId();
  await tables
    .insertInto('token')
    .values({
      id,
      hash,
      unit,
      name,
      rights: JSON.stringify(rights),
      created_by: actor,
      created_at: at,
      expires_at: expiresAt,
      revoked_by: null,
      revoked_at: null,
      last_used: null,
    })
    .execute();
  await log({ actor, kind: 'token-created', unit, details: { token: id, name, rights, expiresAt } });
  return one(tables, null, id);
}

async function one(tables: Tables, reach: Reach, id: string): Promise<AccessToken> {
  const row = await selectTokens(tables, reach).where('token.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownToken);
  return toToken(row);
}

function selectTokens(tables: Tables, reach: Reach) {
  return tables
    .selectFrom('token')
    .innerJoin('unit', 'unit.id', 'token.unit')
    .select(['token.id', 'token.unit', 'unit.name as unitName', 'token.name', 'token.rights', 'token.created_by as createdBy'])
    .select(['token.created_at as createdAt', 'token.expires_at as expiresAt', 'token.revoked_at as revokedAt'])
    .select(['token.revoked_by as revokedBy', 'token.last_used as lastUsed'])
    .where(isOwn(reach, 'token.unit'));
}

type TokenRow = Awaited<ReturnType<ReturnType<typeof selectTokens>['executeTakeFirstOrThrow']>>;

/** What is no right that is known is none: a token never does more than people gave it. */
function toToken({ rights, ...row }: TokenRow): AccessToken {
  const given: unknown = JSON.parse(rights);
  return { ...row, rights: TOKEN_RIGHTS.filter((right) => Array.isArray(given) && given.includes(right)) };
}
