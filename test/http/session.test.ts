import supertest from 'supertest';
import { describe, expect, test } from 'vitest';
import { sessionSchema } from '../../src/api/service.js';
import { readSessionCookie, writeSessionCookie } from '../../src/http/session-cookie.js';
import { makeSetupCode } from '../../src/http/setup-code.js';
import { AppError } from '../../src/model/errors.js';
import { type Browser, failureOf, NAME, PASSWORD, startService } from './service.js';

const HOUR = 3_600_000;

describe('the first visit', () => {
  test('makes the administrator once and signs in', async () => {
    const service = await startService();
    const browser = await service.visit();
    const before = sessionSchema.parse((await browser.get('/api/session')).body);
    expect(before).toMatchObject({ isSetUp: false, needsCode: false, account: null, version: '0.0.0-test' });

    const answer = await browser.send('post', '/api/setup', { name: ` ${NAME} `.normalize('NFD'), password: PASSWORD }).expect(200);
    expect(sessionSchema.parse(answer.body)).toMatchObject({ isSetUp: true, account: { name: NAME } });

    const other = await service.visit();
    const again = await other.send('post', '/api/setup', { name: 'Khác', password: PASSWORD }).expect(409);
    expect(failureOf(again).code).toBe('already-set-up');
    expect((await service.records.people.byName('Khác')) ?? null).toBeNull();
  });

  test('two set-ups at once make one account', async () => {
    const service = await startService();
    const browsers = await Promise.all([service.visit(), service.visit(), service.visit()]);
    const answers = await Promise.all(
      browsers.map((browser, i) => browser.send('post', '/api/setup', { name: `Người ${i}`, password: PASSWORD })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await service.records.people.count()).toBe(1);
  });

  test('a short password is refused in words', async () => {
    const browser = await (await startService()).visit();
    const answer = await browser.send('post', '/api/setup', { name: NAME, password: 'ngắn' }).expect(400);
    expect(failureOf(answer).message).toContain('mật khẩu cần ít nhất 10 ký tự');
  });

  test('the password is kept as argon2id with 19 MiB, two passes and one lane', async () => {
    const service = await startService();
    await service.enter();
    expect((await service.records.people.byName(NAME))?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('the first visit to a service that others can reach', () => {
  const CODE = 'ABCD2345';
  const open = () => startService({ settings: { isLocal: false, setupCode: CODE } });
  const setUp = (browser: Browser, code?: string) =>
    browser.send('post', '/api/setup', { name: NAME, password: PASSWORD, ...(code !== undefined && { code }) });

  test('asks for the code of the terminal, and makes nobody an administrator without it', async () => {
    const service = await open();
    const browser = await service.visit();
    expect((await browser.get('/api/session')).body).toMatchObject({ isSetUp: false, needsCode: true });
    for (const code of [undefined, '', 'ABCD2346', 'ABCD2345A']) {
      const answer = await setUp(browser, code).expect(403);
      expect([failureOf(answer).code, failureOf(answer).message]).toEqual(['wrong-code', expect.stringContaining('cửa sổ lệnh')]);
      expect(answer.text).not.toContain(CODE);
    }
    expect(await service.records.people.count()).toBe(0);
    const made = await setUp(browser, ' abcd-2345 ').expect(200);
    expect(made.body).toMatchObject({ isSetUp: true, needsCode: false, account: { name: NAME } });
    await setUp(await service.visit(), CODE).expect(409);
    expect(JSON.stringify(service.log)).not.toContain(CODE);
  });

  test('lets nobody try codes for long', async () => {
    const service = await open();
    const browser = await service.visit();
    for (let i = 0; i < 30; i++) await setUp(browser, `ZZZZ22${10 + i}`).expect(403);
    await setUp(browser, CODE).expect(429);
  });

  test('codes are of eight characters that nobody mistakes, and never the same', () => {
    const codes = Array.from({ length: 200 }, makeSetupCode);
    for (const code of codes) expect(code).toMatch(/^[ABCDEFGHJKMNPQRSTVWXYZ2-9]{8}$/);
    expect(new Set(codes).size).toBe(200);
  });
});

describe('signing in and out', () => {
  test('gives another session than before, and the old one is worth nothing', async () => {
    const service = await startService();
    const browser = await service.enter();
    await browser.send('delete', '/api/session').expect(200);
    const anonymous = browser.cookie();
    await browser.send('post', '/api/session', { name: NAME, password: PASSWORD }).expect(200);
    expect(browser.cookie()).not.toBe(anonymous);
    const stolen = await service.visit();
    await stolen.get('/api/campaigns').set('Cookie', anonymous).expect(401);
    await browser.get('/api/campaigns').expect(200);
  });

  test('a signed-out session cannot be used again, even with its cookie', async () => {
    const service = await startService();
    const browser = await service.enter();
    const cookie = browser.cookie();
    const answer = await browser.send('delete', '/api/session').expect(200);
    expect(sessionSchema.parse(answer.body).account).toBeNull();
    const thief = await service.visit();
    const refused = await thief.get('/api/campaigns').set('Cookie', cookie).expect(401);
    expect(failureOf(refused).code).toBe('signed-out');
  });

  test('a wrong name and a wrong password are answered alike', async () => {
    const service = await startService();
    const browser = await service.enter();
    const wrongName = await browser.send('post', '/api/session', { name: 'Không Ai', password: PASSWORD }).expect(401);
    const wrongPassword = await browser.send('post', '/api/session', { name: NAME, password: 'sai hoàn toàn' }).expect(401);
    expect(failureOf(wrongName).message).toBe(failureOf(wrongPassword).message);
    expect(failureOf(wrongName).code).toBe('wrong-credentials');
  });

  test('the password may be typed in composed or decomposed letters', async () => {
    const service = await startService();
    await service.enter();
    const browser = await service.visit();
    await browser.send('post', '/api/session', { name: NAME.normalize('NFD'), password: PASSWORD.normalize('NFD') }).expect(200);
  });

  test('after ten failures for one name even the right password has to wait, and is told how long', async () => {
    const service = await startService();
    await service.enter();
    const browser = await service.visit();
    for (let i = 0; i < 10; i++) await browser.send('post', '/api/session', { name: NAME, password: `sai ${i}` }).expect(401);
    const answer = await browser.send('post', '/api/session', { name: NAME, password: PASSWORD }).expect(429);
    expect(Number(answer.get('Retry-After'))).toBeGreaterThan(60);
    expect(failureOf(answer).message).toMatch(/Đợi \d+ phút/);
    // Another name is not held up by that.
    await browser.send('post', '/api/session', { name: 'Người khác', password: PASSWORD }).expect(401);
  });

  test('failures at one address keep nobody out who comes from another, until there are a hundred for one name', async () => {
    const service = await startService({ settings: { isLocal: false, trustProxy: 1 } });
    await service.enter();
    const browser = await service.visit();
    const signIn = (address: string, password: string) =>
      browser.send('post', '/api/session').set('X-Forwarded-For', address).send({ name: NAME, password });
    for (let i = 0; i < 100; i++) await signIn(`192.0.2.${Math.floor(i / 10)}`, 'sai').expect(401);
    await signIn('192.0.2.1', PASSWORD).expect(429);
    await signIn('192.0.2.200', PASSWORD).expect(429);
    const other = await startService({ settings: { isLocal: false, trustProxy: 1 } });
    await other.enter();
    const visitor = await other.visit();
    const from = (address: string, password: string) =>
      visitor.send('post', '/api/session').set('X-Forwarded-For', address).send({ name: NAME, password });
    for (let i = 0; i < 10; i++) await from('192.0.2.1', 'sai').expect(401);
    await from('192.0.2.1', PASSWORD).expect(429);
    await from('192.0.2.2', PASSWORD).expect(200);
  });

  test('where an undeclared proxy makes all users one, the log says so', async () => {
    const service = await startService({ settings: { isLocal: false } });
    const browser = await service.visit();
    const signIn = () => browser.send('post', '/api/session').set('X-Forwarded-For', '192.0.2.1').send({ name: NAME, password: 'sai' });
    for (let i = 0; i < 10; i++) await signIn().expect(401);
    await signIn().expect(429);
    expect(service.log.filter(({ level }) => level === 40).map(({ msg }) => msg)).toEqual([expect.stringContaining('--trust-proxy')]);
  });

  test('endless marks on one letter cost the service no time, and more than a name and a password is not read', async () => {
    const service = await startService();
    const browser = await service.enter();
    const marks = `a${'\u0301\u0334'.repeat(100_000)}`;
    const start = Date.now();
    await browser.send('post', '/api/session', { name: marks, password: 'x' }).expect(413);
    await browser.send('post', '/api/campaigns', { name: marks, themes: [] }).expect(400);
    expect(Date.now() - start).toBeLessThan(3000);
  });

  test('after thirty failures an address has to wait, whatever names it tries', async () => {
    const service = await startService();
    const browser = await service.visit();
    for (let i = 0; i < 30; i++) await browser.send('post', '/api/session', { name: `người ${i}`, password: 'sai' }).expect(401);
    await browser.send('post', '/api/session', { name: 'người mới', password: 'sai' }).expect(429);
  });
});

describe('a session', () => {
  test('ends after eight hours without a request', async () => {
    const service = await startService();
    const browser = await service.enter();
    service.sleep(7 * HOUR);
    await browser.get('/api/campaigns').expect(200);
    service.sleep(7 * HOUR);
    await browser.get('/api/campaigns').expect(200);
    service.sleep(8 * HOUR + 60_000);
    await browser.get('/api/campaigns').expect(401);
  });

  test('ends after a day however busy it was', async () => {
    const service = await startService();
    const browser = await service.enter();
    for (let hours = 0; hours < 24; hours += 6) {
      await browser.get('/api/campaigns').expect(200);
      service.sleep(6 * HOUR);
    }
    await browser.get('/api/campaigns').expect(401);
  });

  test('is not written with every request', async () => {
    const service = await startService();
    const browser = await service.enter();
    const mark = service.records.changeMark();
    for (let i = 0; i < 5; i++) await browser.get('/api/campaigns').expect(200);
    expect(service.records.changeMark()).toBe(mark);
    service.sleep(61_000);
    await browser.get('/api/campaigns').expect(200);
    expect(service.records.changeMark()).not.toBe(mark);
  });

  test('goes on for whoever only reads while the disk is full', async () => {
    let isFull = false;
    const service = await startService({
      spoil: (records) => ({
        ...records,
        people: Object.assign(Object.create(records.people), {
          saveSession: (session: Parameters<typeof records.people.saveSession>[0]) =>
            isFull ? Promise.reject(new AppError('disk-full', 'đầy')) : records.people.saveSession(session),
        }),
      }),
    });
    const browser = await service.enter();
    isFull = true;
    service.sleep(HOUR);
    await browser.get('/api/campaigns').expect(200);
    const other = await service.visit();
    const refused = await other.send('post', '/api/session', { name: NAME, password: PASSWORD }).expect(507);
    expect(failureOf(refused).code).toBe('disk-full');
  });

  test('of a visitor is nothing but a cookie: nothing is written, however many come', async () => {
    const service = await startService();
    await service.enter();
    const mark = service.records.changeMark();
    for (let i = 0; i < 400; i++) await supertest(service.url).get('/api/session').expect(200);
    expect(service.records.changeMark()).toBe(mark);
    const visitor = await service.visit();
    const [cookie, token] = [visitor.cookie(), visitor.csrf];
    expect(sessionSchema.parse((await visitor.get('/api/session')).body)).toMatchObject({ account: null, csrf: token });
    expect(visitor.cookie()).toBe(cookie);
    expect(token).not.toContain(cookie.split('=')[1]);
  });

  test('is not known by anything that lies in the database', async () => {
    const service = await startService();
    const browser = await service.enter();
    const id = browser.cookie().split('=')[1] ?? '';
    expect(await service.records.people.session(id)).toBeNull();
    expect(id).toMatch(/^[\w-]{43}$/);
  });
});

describe('the cookie', () => {
  const id = 'A'.repeat(43);

  test('is closed to scripts and other sites, and of this host only where that can be kept', () => {
    expect(writeSessionCookie(id, false)).toBe(`soatbai=${id}; Path=/; HttpOnly; SameSite=Strict`);
    expect(writeSessionCookie(id, true)).toBe(`__Host-soatbai=${id}; Path=/; HttpOnly; SameSite=Strict; Secure`);
  });

  test.each([
    [`soatbai=${id}`, id],
    [`a=1; soatbai=${id}; b=2`, id],
    [`  soatbai = ${id} `, id],
    [`soatbai=; soatbai=${id}`, id],
    [`xsoatbai=${id}`, null],
    [`__Host-soatbai=${id}`, null],
    ['soatbai=kurz', null],
    [`soatbai=${id}%0d%0a`, null],
    [';;;=;', null],
    [undefined, null],
  ])('%j gives %j', (header, expected) => {
    expect(readSessionCookie(header, false)).toBe(expected);
  });
});
