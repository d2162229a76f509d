import { describe, expect, test } from 'vitest';
import type { ListedUnitView, MadeCode, UnitDetailView } from '../../src/api/organisation.js';
import { sessionSchema } from '../../src/api/service.js';
import { type Browser, failureOf, makeBatch, NAME, PASSWORD, type Service, startService } from './service.js';

const MINUTE = 60_000;
const ON = '2026-11-20';
const NEW_PASSWORD = 'một câu khác đủ dài';

async function addUnit(browser: Browser, name: string, parent = 'goc'): Promise<string> {
  const { body } = await browser.send('post', '/api/units', { name, kind: 'cell', parent, on: ON }).expect(201);
  return (body as { id: string }).id;
}

async function invite(browser: Browser, unit: string, name: string, roles: readonly string[]): Promise<string> {
  const { body } = await browser.send('post', `/api/units/${unit}/invitations`, { name, roles }).expect(201);
  return (body as MadeCode).code;
}

async function accept(service: Service, code: string, name: string): Promise<Browser> {
  const browser = await service.visit();
  await browser.send('post', '/api/codes/accept', { code, name, password: PASSWORD }).expect(200);
  return browser;
}

const unitOf = async (browser: Browser, id: string): Promise<UnitDetailView> => (await browser.get(`/api/units/${id}`).expect(200)).body;
const unitsOf = async (browser: Browser): Promise<string[]> =>
  ((await browser.get('/api/units').expect(200)).body as ListedUnitView[]).map(({ name }) => name);

async function twoUnits() {
  const service = await startService();
  const first = await service.enter();
  const [a, b] = [await addUnit(first, 'Đảng bộ xã Hòa An'), await addUnit(first, 'Đảng bộ xã Tân Lập')];
  const below = await addUnit(first, 'Chi bộ thôn Hạ', a);
  const of = { a, b, below };
  const adminA = await accept(service, await invite(first, a, 'Đồng chí Lan', ['administrator']), 'Lan');
  return { service, first, adminA, of };
}

const change = { name: 'Tên khác', kind: null, parent: 'goc', on: ON };

describe('an administrator of one unit', () => {
  test('sees and changes that unit and those below it', async () => {
    const { adminA, of } = await twoUnits();
    expect(await unitsOf(adminA)).toEqual(['Chi bộ thôn Hạ', 'Đảng bộ xã Hòa An']);
    await adminA
      .send('put', `/api/units/${of.below}`, { ...change, name: 'Chi bộ thôn Hạ 1', parent: of.a, until: '2026-11-30' })
      .expect(200);
    const { unit, history } = await unitOf(adminA, of.below);
    expect(unit).toMatchObject({ name: 'Chi bộ thôn Hạ 1', until: '2026-11-30' });
    expect(history[0]).toMatchObject({ actor: 'Lan', details: { on: ON, until: { from: null, to: '2026-11-30' } } });
    await addUnit(adminA, 'Tổ đảng 1', of.below);
  });

  test('finds nothing of the unit beside it or above, and changes nothing there', async () => {
    const { first, adminA, of } = await twoUnits();
    const before = await unitOf(first, of.b);
    const account = (await unitOf(first, 'goc')).accounts[0]!.id;
    const answers = [];
    for (const unit of [of.b, 'goc']) {
      answers.push(await adminA.get(`/api/units/${unit}`));
      answers.push(await adminA.send('put', `/api/units/${unit}`, change));
      answers.push(await adminA.send('post', '/api/units', { ...change, parent: unit }));
      answers.push(await adminA.send('post', `/api/units/${unit}/invitations`, { name: 'X', roles: ['reviewer'] }));
      answers.push(await adminA.send('put', `/api/units/${unit}/accounts/${account}/roles`, { roles: [] }));
    }
    answers.push(await adminA.send('put', `/api/units/${of.below}`, { ...change, parent: of.b }));
    answers.push(await adminA.send('put', `/api/accounts/${account}/state`, { isDisabled: true }));
    answers.push(await adminA.send('post', `/api/accounts/${account}/reset`));
    answers.push(await adminA.send('put', `/api/units/${of.a}/accounts/${account}/roles`, { roles: ['reviewer'] }));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(await unitOf(first, of.b)).toEqual(before);
    // Nor anything of essays: that is other people's work.
    await adminA.get('/api/campaigns').expect(404);
  });

  test('does not come in as somebody who has been given more', async () => {
    const { service, first, adminA, of } = await twoUnits();
    await accept(service, await invite(adminA, of.a, 'Minh', ['committee']), 'Minh');
    const minh = (await unitOf(adminA, of.a)).accounts.find(({ name }) => name === 'Minh')!;
    expect(minh.isOwn).toBe(true);
    await first.send('put', `/api/units/goc/accounts/${minh.id}/roles`, { roles: ['administrator'] }).expect(204);
    await adminA.send('post', `/api/accounts/${minh.id}/reset`).expect(404);
    expect((await unitOf(adminA, of.a)).accounts.find(({ name }) => name === 'Minh')).toMatchObject({ isOwn: false, roles: ['committee'] });
  });

  test('moves no unit below itself, and does not end or move the top of their own part', async () => {
    const { first, adminA, of } = await twoUnits();
    const below = await first.send('put', `/api/units/${of.a}`, { ...change, parent: of.below }).expect(409);
    expect(failureOf(below).code).toBe('unit-fixed');
    await adminA.send('put', `/api/units/${of.a}`, { ...change, until: '2026-11-30' }).expect(409);
    await first.send('put', `/api/units/${of.below}`, { ...change, parent: of.b }).expect(200);
    expect(await unitsOf(adminA)).toEqual(['Đảng bộ xã Hòa An']);
  });
});

describe('a code', () => {
  test('lets one person in once, and every code that is of no use answers alike', async () => {
    const { service, first, of } = await twoUnits();
    const code = await invite(first, of.b, 'Đồng chí Hải', ['committee', 'reviewer']);
    const visitor = await service.visit();
    expect((await visitor.send('post', '/api/codes', { code }).expect(200)).body).toMatchObject({
      purpose: 'invite',
      name: 'Đồng chí Hải',
      unitName: 'Đảng bộ xã Tân Lập',
      roles: ['committee', 'reviewer'],
    });
    const taken = await visitor.send('post', '/api/codes/accept', { code, name: NAME, password: PASSWORD }).expect(409);
    expect(failureOf(taken).code).toBe('name-taken');
    const others = [await service.visit(), await service.visit()];
    const answers = await Promise.all(
      others.map((other, i) => other.send('post', '/api/codes/accept', { code, name: `Hải ${i}`, password: PASSWORD })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    const entered = sessionSchema.parse(answers.find(({ status }) => status === 200)!.body);
    expect(entered.account?.grants.map(({ role, unit }) => [role, unit])).toEqual([
      ['committee', of.b],
      ['reviewer', of.b],
    ]);

    const late = await invite(first, of.b, 'Muộn', ['reviewer']);
    const withdrawn = await invite(first, of.b, 'Thôi', ['reviewer']);
    const { invitations } = await unitOf(first, of.b);
    const { id } = invitations.find(({ name }) => name === 'Thôi')!;
    await first.send('delete', `/api/units/${of.b}/invitations/${id}`).expect(200);
    service.sleep(72 * 60 * MINUTE + 1);
    const useless = await Promise.all([code, late, withdrawn, 'x'].map((one) => visitor.send('post', '/api/codes', { code: one })));
    expect(new Set(useless.map((answer) => JSON.stringify([answer.status, failureOf(answer).code, failureOf(answer).message]))).size).toBe(
      1,
    );
    expect(useless[0]!.status).toBe(404);
    expect(JSON.stringify(await service.records.log.list({ limit: 100 }))).not.toContain(code);
  });

  test('is guessed at no more often than a password', async () => {
    const service = await startService();
    await service.enter();
    const visitor = await service.visit();
    for (let i = 0; i < 30; i++) await visitor.send('post', '/api/codes', { code: `mã ${i}` }).expect(404);
    await visitor.send('post', '/api/codes', { code: 'mã nữa' }).expect(429);
  });

  test('sets a forgotten password, and signs out whoever knew the old one', async () => {
    const { service, first, adminA, of } = await twoUnits();
    const { id } = (await unitOf(first, of.a)).accounts[0]!;
    const { code } = (await first.send('post', `/api/accounts/${id}/reset`).expect(201)).body as MadeCode;
    const visitor = await service.visit();
    expect((await visitor.send('post', '/api/codes', { code })).body).toMatchObject({ purpose: 'reset', name: 'Lan' });
    await visitor.send('post', '/api/codes/accept', { code, name: 'không dùng', password: NEW_PASSWORD }).expect(200);
    await adminA.get('/api/units').expect(401);
    await (await service.visit()).send('post', '/api/session', { name: 'Lan', password: PASSWORD }).expect(401);
    await (await service.visit()).send('post', '/api/session', { name: 'Lan', password: NEW_PASSWORD }).expect(200);
  });
});

describe('an account', () => {
  test('that is disabled is signed out at once and cannot come in, until it is enabled again', async () => {
    const { service, first, adminA, of } = await twoUnits();
    const { id } = (await unitOf(first, of.a)).accounts[0]!;
    await first.send('put', `/api/accounts/${id}/state`, { isDisabled: true }).expect(204);
    await adminA.get('/api/units').expect(401);
    const again = await (await service.visit()).send('post', '/api/session', { name: 'Lan', password: PASSWORD }).expect(401);
    const unknown = await (await service.visit()).send('post', '/api/session', { name: 'Không có', password: PASSWORD }).expect(401);
    expect(failureOf(again).message).toBe(failureOf(unknown).message);
    await first.send('put', `/api/accounts/${id}/state`, { isDisabled: false }).expect(204);
    await (await service.visit()).send('post', '/api/session', { name: 'Lan', password: PASSWORD }).expect(200);
  });

  test('that is the last to administer the whole can neither be disabled nor lose the role', async () => {
    const { first } = await twoUnits();
    const { id } = (await unitOf(first, 'goc')).accounts[0]!;
    const disabled = await first.send('put', `/api/accounts/${id}/state`, { isDisabled: true }).expect(409);
    expect(failureOf(disabled).code).toBe('last-administrator');
    await first.send('put', `/api/units/goc/accounts/${id}/roles`, { roles: ['committee'] }).expect(409);
    expect((await unitOf(first, 'goc')).accounts[0]).toMatchObject({
      isDisabled: false,
      roles: ['administrator', 'board', 'committee', 'reviewer', 'secretary'],
    });
  });

  test('changes its own password, and sees and ends where else it is signed in', async () => {
    const service = await startService();
    const first = await service.enter();
    const other = await service.visit();
    await other.send('post', '/api/session', { name: NAME, password: PASSWORD }).expect(200);
    const sessions = (await first.get('/api/account/sessions').expect(200)).body as { id: string; isThis: boolean }[];
    expect(sessions.map(({ isThis }) => isThis).sort()).toEqual([false, true]);
    await first.send('delete', `/api/account/sessions/${sessions.find(({ isThis }) => !isThis)!.id}`).expect(204);
    await other.get('/api/campaigns').expect(401);

    await other.send('post', '/api/session', { name: NAME, password: PASSWORD });
    const wrong = { current: 'không phải', password: NEW_PASSWORD };
    await first.send('put', '/api/account/password', wrong).expect(422);
    await first.send('put', '/api/account/password', { ...wrong, current: PASSWORD }).expect(204);
    await first.get('/api/campaigns').expect(200);
    await other.get('/api/campaigns').expect(401);
  });
});

describe('limits', () => {
  test('hold for the files of a batch and their size, and sealing asks again', async () => {
    const { first } = await twoUnits();
    const none = {
      filesPerBatch: null,
      megabytesPerBatch: null,
      idleMinutes: null,
      absoluteMinutes: null,
      retentionYears: null,
      warningDays: null,
    };
    const limit = (limits: object) => first.send('put', '/api/units/goc/limits', { ...none, ...limits }).expect(200);
    await limit({ filesPerBatch: 2 });
    const { batch } = await makeBatch(first);
    const files = first.send('post', `/api/batches/${batch}/files`);
    for (const name of ['a', 'b', 'c']) files.attach('file', Buffer.from(`bài ${name}`), `${name}.txt`);
    const { stored, refused } = (await files.expect(200)).body as { stored: object[]; refused: { message: string }[] };
    expect([stored.length, refused.length]).toEqual([2, 1]);
    expect(refused[0]!.message).toContain('nhiều hơn 2 tệp');
    await limit({ filesPerBatch: 1 });
    const sealed = await first.send('post', `/api/batches/${batch}/seal`).expect(409);
    expect(failureOf(sealed).code).toBe('batch-full');
    await limit({ megabytesPerBatch: 1 });
    const large = first.send('post', `/api/batches/${batch}/files`).attach('file', Buffer.alloc(2 ** 20), 'lon.txt');
    expect(((await large.expect(200)).body as { refused: { message: string }[] }).refused[0]!.message).toContain('vượt 1 MB');
    await first.send('post', `/api/batches/${batch}/seal`).expect(200);
  });

  test('are those of the nearest unit above, and sessions keep to them at once', async () => {
    const { service, first, adminA, of } = await twoUnits();
    const none = {
      filesPerBatch: null,
      megabytesPerBatch: null,
      idleMinutes: null,
      absoluteMinutes: null,
      retentionYears: null,
      warningDays: null,
    };
    await first.send('put', '/api/units/goc/limits', { ...none, idleMinutes: 30, filesPerBatch: 10 }).expect(200);
    await first.send('put', `/api/units/${of.a}/limits`, { ...none, idleMinutes: 10 }).expect(200);
    expect((await unitOf(first, of.below)).limits).toMatchObject({
      idleMinutes: { value: 10, from: of.a },
      filesPerBatch: { value: 10, from: 'goc' },
      absoluteMinutes: { value: 1440, from: null },
    });
    await first.send('put', '/api/units/goc/limits', { ...none, idleMinutes: 0 }).expect(400);
    service.sleep(11 * MINUTE);
    await adminA.get('/api/units').expect(401);
    await first.get('/api/units').expect(200);
    service.sleep(31 * MINUTE);
    await first.get('/api/units').expect(401);
  });
});
