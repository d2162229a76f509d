import { describe, expect, it } from 'vitest';
import { newFolder } from '../folders.js';
import { Clock, openRecords, Service } from './service.js';

describe('accounts', () => {
  it('begin with one, made once, also when two make it at the same time', async () => {
    const { records, folder } = await Service.open();
    const other = await openRecords(folder);
    expect(await records.people.count()).toBe(0);
    const attempts = await Promise.allSettled([
      records.people.createFirst({ name: 'An', passwordHash: 'băm 1' }),
      other.people.createFirst({ name: 'Bình', passwordHash: 'băm 2' }),
    ]);
    const made = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(made).toHaveLength(1);
    expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'already-set-up' } });
    expect(await other.people.count()).toBe(1);
    expect(await other.people.byName(made[0]!.name)).toEqual(made[0]);
    expect(await other.people.byId(made[0]!.id)).toEqual(made[0]);
    expect(await other.people.byName('Ai khác')).toBeNull();
    expect(await records.log.list({ limit: 10 })).toMatchObject([{ kind: 'account-created', actor: made[0]!.name }]);
  });
});

describe('sessions', () => {
  it('are kept for other processes until they expire or end', async () => {
    const folder = await newFolder();
    const clock = new Clock();
    const { people } = await openRecords(folder, clock);
    const other = await openRecords(folder, clock);
    const session = { account: null, person: null, key: 'a'.repeat(64), data: '{"account":"1"}', expiresAt: '2026-11-25T09:00:00.000Z' };
    await people.saveSession(session);
    await people.saveSession({ ...session, data: '{"account":"2"}' });
    expect(await other.people.session(session.key)).toEqual({ ...session, data: '{"account":"2"}' });
    const brief = { ...session, account: null, person: null, key: 'b'.repeat(64), expiresAt: '2026-11-25T08:00:01.000Z' };
    await people.saveSession(brief);
    clock.pass(2000);
    expect(await people.session(brief.key)).toBeNull();
    await people.sweepSessions();
    expect(await people.session(session.key)).not.toBeNull();
    await other.people.endSession(session.key);
    expect(await people.session(session.key)).toBeNull();
  });
});
