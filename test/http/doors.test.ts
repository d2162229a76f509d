import supertest from 'supertest';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sessionSchema } from '../../src/api/service.js';
import { routeTable } from '../../src/http/app.js';
import { createMetrics } from '../../src/http/metrics.js';
import { createProgressHub } from '../../src/http/progress-hub.js';
import { createSessions } from '../../src/http/sessions.js';
import { createViewNotes } from '../../src/http/view-notes.js';
import { failureOf, NAME, PASSWORD, type Service, startService } from './service.js';

describe('who is not signed in', () => {
  test('is turned away from every route but those for visitors', async () => {
    const service = await startService();
    const visitor = await service.visit();
    const { parts } = service;
    const [metrics, hub] = [createMetrics(parts.records), createProgressHub(parts.records)];
    const shared = { metrics, hub, sessions: createSessions(parts), views: createViewNotes(parts.records, parts.now) };
    const routes = routeTable(parts, shared);
    expect(routes.filter(({ access }) => access === 'everyone').map(({ path }) => path)).toEqual(['/healthz']);
    expect([...new Set(routes.filter(({ access }) => access === 'visitor').map(({ path }) => path))]).toEqual([
      '/api/session',
      '/api/codes',
      '/api/codes/accept',
      '/api/member-session',
      '/api/setup',
      '/api/quiz/:key',
      '/api/quiz/:key/attempts',
      '/api/quiz/:key/attempts/:attempt',
      '/api/quiz/:key/attempts/:attempt/answers/:place',
      '/api/quiz/:key/attempts/:attempt/hand-in',
      '/api/door/:key',
      '/api/door/:key/documents/:sha256',
    ]);
    const closed = routes.filter(({ access }) => access !== 'everyone' && access !== 'visitor');
    expect(closed.length).toBeGreaterThan(25);
    for (const { method, path } of closed) {
      const address = path.replaceAll(/:\w+/g, '1');
      const answer = await (method === 'get' ? visitor.get(address) : visitor.send(method, address));
      expect([method, path, answer.status, failureOf(answer).code]).toEqual([method, path, 401, 'signed-out']);
    }
    await visitor.get('/api/khong-co').expect(401);
  });

  test('sees the page and learns whether the service works, nothing more', async () => {
    const service = await startService();
    const visitor = await service.visit();
    await visitor.get('/').expect(200).expect('Content-Type', /html/);
    expect((await visitor.get('/healthz').expect(200)).body).toEqual({ ok: true });
  });
});

describe('a request from elsewhere', () => {
  test('is refused by its origin, also with the right token', async () => {
    const service = await startService();
    const browser = await service.enter();
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://127.0.0.1.evil.example']) {
      const answer = await browser.send('post', '/api/sample').set('Origin', origin).expect(403);
      expect(failureOf(answer).code).toBe('foreign-request');
    }
    expect(await service.records.campaigns.list()).toEqual([]);
  });

  test('is refused without a token or with that of another session', async () => {
    const service = await startService();
    const browser = await service.enter();
    const other = await service.visit();
    for (const token of ['', 'x', other.csrf]) {
      await browser.send('post', '/api/campaigns', { name: 'Đợt', themes: [] }).set('x-csrf-token', token).expect(403);
    }
    expect(await service.records.campaigns.list()).toEqual([]);
  });

  test('without an Origin is believed only if the browser says that the page is the same', async () => {
    const service = await startService();
    const browser = await service.enter();
    const bare = (site: string | null) => {
      const request = supertest(service.url).post('/api/campaigns').set('Cookie', browser.cookie()).set('x-csrf-token', browser.csrf);
      return (site === null ? request : request.set('Sec-Fetch-Site', site)).send({ name: `Đợt ${site}`, themes: [] });
    };
    await bare('cross-site').expect(403);
    await bare('same-site').expect(403);
    await bare(null).expect(403);
    await bare('same-origin').expect(201);
  });
});

describe('a name that leads to this machine', () => {
  const setUp = async (service: Service, host: string) => {
    const visitor = await service.visit();
    const origin = `http://${host}`;
    const request = visitor.send('post', '/api/setup').set({ Host: host, Origin: origin, 'Sec-Fetch-Site': 'same-origin' });
    return request.send({ name: NAME, password: PASSWORD });
  };

  test('is no way into a service for this machine alone, whoever made it lead here', async () => {
    const service = await startService();
    for (const host of ['evil.example:3000', '127.0.0.1.evil.example', 'localhost.evil.example', '10.0.0.1:3000']) {
      const answer = await setUp(service, host);
      expect([host, answer.status, failureOf(answer).code]).toEqual([host, 403, 'foreign-request']);
      expect(failureOf(answer).message).toContain('http://localhost:');
    }
    expect(await service.records.people.count()).toBe(0);
    expect((await setUp(service, 'localhost:3000')).status).toBe(200);
  });

  test('is how others reach a service for a network', async () => {
    const service = await startService({ settings: { isLocal: false } });
    expect((await setUp(service, 'may-chu-chi-bo:3000')).status).toBe(200);
  });
});

describe('how the service is reached', () => {
  const id = (header: string[] | string | undefined) => [header ?? []].flat().join();

  test('behind a trusted proxy that encrypts, cookie and headers are those of an encrypted page', async () => {
    const service = await startService({ settings: { isLocal: false, trustProxy: 1 } });
    const ask = () =>
      supertest(service.url).get('/api/session').set('X-Forwarded-Proto', 'https').set('X-Forwarded-Host', 'soatbai.example');
    const answer = await ask().expect(200);
    expect(id(answer.get('Set-Cookie'))).toMatch(/^__Host-soatbai=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    expect(answer.get('Strict-Transport-Security')).toContain('max-age');
    const { csrf } = sessionSchema.parse(answer.body);
    const setUp = (origin: string) =>
      supertest(service.url)
        .post('/api/setup')
        .set({ 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'soatbai.example', Origin: origin, 'x-csrf-token': csrf })
        .set('Cookie', id(answer.get('Set-Cookie')).split(';')[0] ?? '')
        .send({ name: NAME, password: PASSWORD });
    await setUp('http://soatbai.example').expect(403);
    await setUp('https://soatbai.example').expect(200);
  });

  test('a proxy that nobody declared is not believed', async () => {
    const service = await startService();
    const answer = await supertest(service.url)
      .get('/api/session')
      .set('X-Forwarded-Proto', 'https')
      .set('X-Forwarded-For', '1.2.3.4')
      .expect(200);
    expect(id(answer.get('Set-Cookie'))).toMatch(/^soatbai=/);
    expect(answer.get('Strict-Transport-Security')).toBeUndefined();
  });

  test('a public address with https makes the cookie secure and is the origin that counts', async () => {
    const service = await startService({ settings: { isLocal: false, publicUrl: 'https://soatbai.example' } });
    const answer = await supertest(service.url).get('/api/session').expect(200);
    expect(id(answer.get('Set-Cookie'))).toMatch(/^__Host-soatbai=/);
    const setUp = await supertest(service.url)
      .post('/api/setup')
      .set({ Origin: 'https://soatbai.example', 'x-csrf-token': sessionSchema.parse(answer.body).csrf })
      .set('Cookie', id(answer.get('Set-Cookie')).split(';')[0] ?? '')
      .send({ name: NAME, password: PASSWORD });
    expect(setUp.status).toBe(200);
  });

  test('plain HTTP works, with headers that browsers accept there', async () => {
    const service = await startService({ settings: { isLocal: false } });
    const browser = await service.enter();
    const answer = await browser.get('/').set('Host', 'may-chu-chi-bo:3000').expect(200);
    expect(answer.get('Strict-Transport-Security')).toBeUndefined();
    expect(answer.get('Cross-Origin-Opener-Policy')).toBeUndefined();
    expect(answer.get('Content-Security-Policy')).not.toContain('upgrade-insecure-requests');
    expect((await browser.get('/')).get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  });
});

describe('the page', () => {
  test('comes with a fresh nonce each time, which its policy names', async () => {
    const service = await startService();
    const nonces = new Set<string>();
    for (const path of ['/', '/index.html', '/dot/abc/bai/1', '/dang-nhap?x=1']) {
      const answer = await supertest(service.url).get(path).expect(200);
      const nonce = /nonce="([^"]+)"/.exec(answer.text)?.[1] ?? '';
      expect(answer.text).not.toContain('__NONCE__');
      expect(answer.get('Content-Security-Policy')?.split(';')).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' 'nonce-${nonce}'`,
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]);
      expect(answer.get('Cache-Control')).toBe('no-store');
      expect(answer.headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
  });

  test('loads hashed files that stay cached for ever, and misses those that are not there', async () => {
    const service = await startService();
    const answer = await supertest(service.url).get('/assets/index-abc123.js').expect(200);
    expect(answer.get('Cache-Control')).toContain('immutable');
    const missing = await supertest(service.url).get('/assets/index-old.js').expect(404);
    expect(failureOf(missing).code).toBe('not-found');
    await supertest(service.url).get('/assets/..%2f..%2fkho').expect(404);
    // A folder is nothing to go to, and the page as it was built is served filled in only.
    for (const path of ['/assets', '/assets/', '/assets/%00']) await supertest(service.url).get(path).expect(404);
    expect((await supertest(service.url).get('/%69ndex.html').expect(200)).text).not.toContain('__NONCE__');
    await supertest(service.url).post('/dot/abc').expect(404);
  });
});

describe('every answer', () => {
  test('of a failure has its request id, in body, header and log, and no stack', async () => {
    const service = await startService();
    const browser = await service.enter();
    for (const request of [
      browser.get('/api/campaigns/khong-co'),
      browser.get('/api/campaigns/%ff'),
      browser.get('/api/khong-co'),
      browser.send('post', '/api/campaigns').set('Content-Type', 'application/json').send('{"name": '),
      browser.send('post', '/api/campaigns', { name: 'a'.repeat(1_100_000) }),
      browser.send('post', '/api/campaigns', { name: '' }),
      browser.send('post', '/api/campaigns', { name: 'Đợt', themes: [{ id: 'KHÔNG HỢP LỆ', name: 'x' }] }),
    ]) {
      const answer = await request;
      const { message, request: id } = failureOf(answer);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.get('X-Request-Id')).toBe(id);
      expect(answer.get('Cache-Control')).toBe('no-store');
      expect(message).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]/);
      expect(answer.text).not.toMatch(/node_modules|\.ts:|\bat \w+ \(/);
      expect(service.log.some((line) => line.request === id)).toBe(true);
    }
  });

  test('to something unforeseen is general, while the log has the stack', async () => {
    const service = await startService({
      spoil: (records) => ({ ...records, log: { ...records.log, list: () => Promise.reject(new Error('bí mật bên trong')) } }),
    });
    const browser = await service.enter();
    const answer = await browser.get('/api/log').expect(500);
    expect(failureOf(answer).code).toBe('unexpected');
    expect(answer.text).not.toContain('bí mật');
    const line = service.log.find(({ err }) => err !== undefined);
    expect(JSON.stringify(line)).toContain('bí mật bên trong');
    expect(JSON.stringify(line)).toContain('doors.test');
    expect(line?.request).toBe(failureOf(answer).request);
  });

  test('to records that are not what they should be is no fault of the request', async () => {
    const service = await startService({
      spoil: (records) => ({ ...records, log: { ...records.log, list: async () => z.array(z.never()).parse([1]) } }),
    });
    const browser = await service.enter();
    expect(failureOf(await browser.get('/api/log').expect(500)).code).toBe('unexpected');
  });

  test('is logged by the pattern of its route, without names', async () => {
    const service = await startService();
    const browser = await service.enter();
    await browser.send('post', '/api/campaigns', { name: 'Tên đợt không vào nhật ký', themes: [] }).expect(201);
    await browser.get('/api/campaigns/abc123/essays/bai-cua-ai').expect(404);
    const routes = service.log.map(({ route }) => route);
    expect(routes).toContain('/api/campaigns/:id/essays/:essay');
    const text = JSON.stringify(service.log);
    for (const secret of ['abc123', 'bai-cua-ai', 'Tên đợt', NAME, PASSWORD, browser.csrf, browser.cookie()])
      expect(text).not.toContain(secret);
    expect(service.log.find(({ route }) => route === '/api/setup')).toMatchObject({ method: 'POST', status: 200, ms: expect.any(Number) });
  });
});

describe('whoever watches over the service', () => {
  test('hears when the records do not answer', async () => {
    const service = await startService({
      spoil: (records) => ({
        ...records,
        people: Object.assign(Object.create(records.people), { count: () => Promise.reject(new Error('hỏng')) }),
      }),
    });
    expect((await supertest(service.url).get('/healthz').expect(503)).body).toEqual({ ok: false });
  });

  test('reads durations by route and the length of the queue', async () => {
    const service = await startService();
    const browser = await service.enter();
    await browser.get('/api/campaigns/abc').expect(404);
    const { text } = await browser.get('/metrics').expect(200);
    expect(text).toContain('soatbai_http_request_duration_seconds_count{method="GET",route="/api/campaigns/:id",status="404"} 1');
    expect(text).toContain('soatbai_jobs_waiting 0');
    expect(text).toContain('process_cpu_seconds_total');
  });
});
