import type { Account } from '../../../model/account.js';
import { AppError } from '../../../model/errors.js';
import { type OpenCode, openCode } from './account-codes.js';
import { readAccount } from './account-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import type { Change } from './store.js';

type Given = Pick<Account, 'name' | 'passwordHash'>;

/** Uses a code: makes the account that it invites, or sets a new password. AppError `unknown-code`, `name-taken`. */
export async function acceptCode(change: Change, hash: string, given: Given): Promise<Account> {
  const { tables, at } = change;
  const code = await openCode(tables, hash, at);
  if (code === null) throw new AppError('unknown-code', RECORD_MESSAGES.unknownCode);
  const account = code.purpose === 'invite' ? await makeAccount(change, code, given) : await renewPassword(change, code, given);
  await tables.updateTable('code').set({ used_at: at, account }).where('hash', '=', hash).execute();
  return (await readAccount(tables, 'id', account))!;
}

async function makeAccount({ tables, at, log }: Change, { unit, roles, created_by }: OpenCode, given: Given): Promise<string> {
  const { name, passwordHash } = given;
  if ((await readAccount(tables, 'name', name)) !== null) throw new AppError('name-taken', RECORD_MESSAGES.nameTaken(name));
  const row = { id: randomId(), unit, name, password_hash: passwordHash, created_at: at, disabled_at: null };
  await tables.insertInto('account').values(row).execute();
  const held = roles.map((role) => ({ account: row.id, unit, role }));
  if (held.length > 0) await tables.insertInto('held_role').values(held).execute();
  await log({ actor: name, kind: 'account-created', unit, details: { invitedBy: created_by, roles } });
  return row.id;
}

/** Whoever knew the old password is signed out. */
async function renewPassword({ tables, log }: Change, { account, unit }: OpenCode, { passwordHash }: Given): Promise<string> {
  const { id, name } = await tables
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('id', '=', account)
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow();
  await tables.deleteFrom('session').where('account', '=', id).execute();
  await log({ actor: name, kind: 'password-set', unit, details: { change: 'reset' } });
  return id;
}
