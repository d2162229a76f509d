import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteRecords } from '../../src/corpus/sqlite/records/open-records.js';
import { makeHomes } from './homes.js';
import { expectRefusal, run } from './run.js';

const newHome = makeHomes();
const now = (): Date => new Date();
const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

it('prints a link by which a lost administrator sets a new password, once, and the log says so', async () => {
  const home = await newHome({});
  const reset = (...more: string[]) => run(home, ['reset-administrator', '--data', 'kho', ...more]);
  expectRefusal(await reset(), 2, 'kho');

  const records = await openSqliteRecords({ folder: join(home, 'kho'), create: true, now });
  expectRefusal(await reset(), 2, 'chưa có tài khoản quản trị');
  await records.people.createFirst({ name: 'Đoàn Thị Mận', passwordHash: 'cũ' });
  expectRefusal(await reset('--name', 'Ai đó'), 2, 'Đoàn Thị Mận');

  const { status, stdout, stderr } = await reset('--public-url', 'https://soatbai.example/trang');
  expect([status, stderr]).toEqual([0, '']);
  const [, code = ''] = /^https:\/\/soatbai\.example\/moi\/([\w-]{43})$/m.exec(stdout) ?? [];
  expect(await records.accounts.offer(hashOf(code))).toMatchObject({ purpose: 'reset', name: 'Đoàn Thị Mận' });
  await records.accounts.accept(hashOf(code), { name: '', passwordHash: 'mới' });
  expect((await records.people.byName('Đoàn Thị Mận'))?.passwordHash).toBe('mới');
  await expect(records.accounts.accept(hashOf(code), { name: '', passwordHash: 'nữa' })).rejects.toMatchObject({ code: 'unknown-code' });
  const [, made] = await records.log.list({ limit: 2 });
  expect(made).toMatchObject({ actor: 'soatbai', kind: 'account-changed', unit: 'goc', details: { change: 'reset' } });

  const invitation = { hash: hashOf('mời'), expiresAt: '2100-01-01T00:00:00Z' };
  await records.accounts.invite('goc', { name: 'Vũ Văn Lạc', roles: ['administrator'] }, invitation, 'Đoàn Thị Mận');
  await records.accounts.accept(hashOf('mời'), { name: 'Vũ Văn Lạc', passwordHash: 'x' });
  expectRefusal(await reset(), 2, 'Vũ Văn Lạc');
  expect((await reset('--name', 'Vũ Văn Lạc')).status).toBe(0);
  await records.close();
});
