import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import supertest from 'supertest';
import { describe, expect, test } from 'vitest';
import type { ApiDocument } from '../../src/http/api-document/document.js';
import { routesOf } from './api-answers.js';
import { failureOf, makeCampaign, startService } from './service.js';

const REFERENCE = /"\$ref":"(#[^"]*)"/g;

describe('the description of the API', () => {
  test('names every route with what it takes and gives, in one document that holds together', async () => {
    const service = await startService();
    const browser = await service.enter();
    const routes = routesOf(service.parts);
    const document = (await browser.get('/api/openapi.json').expect(200)).body as ApiDocument;
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(operations.length).toBe(routes.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length);
    for (const [path, methods] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const [method, { parameters }] of Object.entries(methods)) {
        expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(named);
        if (method === 'get') expect(parameters.filter((one) => one.in === 'header')).toEqual([]);
      }
    }
    const targets = [...JSON.stringify(document).matchAll(REFERENCE)].map(([, target = '']) => target.split('/').at(-1) ?? '');
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.filter((name) => !(name in document.components.schemas))).toEqual([]);
    expect(JSON.stringify(document)).not.toMatch(/"\$id"|"\$schema"|unnamed\d/);
    const headersOf = (path: string) =>
      (document.paths[path]?.post?.parameters ?? []).flatMap((one) => (one.in === 'header' ? one.name : []));
    expect(headersOf('/api/campaigns')).toEqual(['idempotency-key']);
    expect(headersOf('/api/campaigns/{id}/submissions')).toEqual(['idempotency-key']);
    expect([...headersOf('/api/session'), ...headersOf('/api/batches/{id}/files')]).toEqual([]);
    const campaign = document.components.schemas.Campaign as { properties: Record<string, unknown> };
    expect(Object.keys(campaign.properties)).toContain('batchList');
  });

  test('is a page that runs nothing, for whoever is signed in', async () => {
    const service = await startService();
    const browser = await service.enter();
    const page = await browser.get('/api/docs').expect(200);
    expect(page.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(page.text).toContain('Đợt học tập');
    expect(page.text).not.toMatch(/<script|src=|@import/);
    await supertest(service.url).get('/api/docs').expect(401);
    await supertest(service.url).get('/api/openapi.json').expect(401);
  });
});

describe('the description in English', () => {
  test('is for whoever asks for it, or whose browser prefers it; otherwise it is Vietnamese', async () => {
    const browser = await (await startService()).enter();
    const page = async (path: string, accepts?: string) => {
      const request = browser.get(path);
      const { text, headers } = await (accepts === undefined ? request : request.set('Accept-Language', accepts)).expect(200);
      const heading = /<h2>([^<]+)<\/h2>/.exec(text)?.[1];
      return [/<html lang="(\w+)"/.exec(text)?.[1], heading, headers['content-language'], headers.vary?.includes('Accept-Language')];
    };
    const [english, vietnamese] = [
      ['en', 'To begin', 'en', true],
      ['vi', 'Bắt đầu', 'vi', true],
    ];
    expect(await page('/api/docs?lang=en')).toEqual(english);
    expect(await page('/api/docs', 'en-GB,en;q=0.9,vi;q=0.5')).toEqual(english);
    expect(await page('/api/docs?lang=vi', 'en')).toEqual(vietnamese);
    expect(await page('/api/docs', 'vi-VN,vi;q=0.9,en;q=0.8')).toEqual(vietnamese);
    expect(await page('/api/docs', 'fr')).toEqual(vietnamese);
    expect(await page('/api/docs')).toEqual(vietnamese);
    await browser.get('/api/docs?lang=fr').expect(400);

    const { text } = await browser.get('/api/docs?lang=en').expect(200);
    // What stays Vietnamese are names: of the product, of the other language.
    const words = text.replace(/<style.*?<\/style>/s, '').replaceAll(/Soát Bài|Tiếng Việt/g, '');
    expect(words.match(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]+/giu)).toBeNull();
    expect(text).toContain('Groups of people of a unit.');
    expect(text).toContain('href="/api/openapi.json?lang=en"');

    const document = async (query: string) => (await browser.get(`/api/openapi.json${query}`).expect(200)).body as ApiDocument;
    const told = ({ info, tags, paths }: ApiDocument) => [
      info.title,
      tags[0]?.description,
      paths['/api/units/{id}/audiences']?.get?.summary,
    ];
    expect(told(await document('?lang=en'))).toEqual(['Soát Bài API', 'Campaigns and their settings', 'Groups of people of a unit.']);
    expect(told(await document(''))).toEqual(['API Soát Bài', 'Đợt học tập và thiết lập', 'Các nhóm đối tượng của một đơn vị.']);
    const [one, other] = [await document('?lang=en'), await document('')];
    expect([Object.keys(one.paths), one.components.schemas]).toEqual([Object.keys(other.paths), other.components.schemas]);
  });
});

describe('an access token', () => {
  const make = (rights: string[], name = 'Cổng học tập', days = 30) => ({ name, rights, days });

  test('is shown once, kept as a hash, and opens what its rights reach', async () => {
    const service = await startService();
    const browser = await service.enter();
    const { token, secret } = (await browser.send('post', '/api/tokens', make(['read', 'hand-in'])).expect(201)).body;
    expect(secret).toMatch(/^soatbai_[\w-]{43}$/);
    expect((await browser.get('/api/tokens').expect(200)).text).not.toContain(secret);
    const ask = (method: 'get' | 'post', path: string) => supertest(service.url)[method](path).set('Authorization', `Bearer ${secret}`);
    const made = await ask('post', '/api/campaigns').send({ name: 'Đợt của phần mềm', themes: [] }).expect(201);
    expect((await ask('get', '/api/campaigns').expect(200)).body).toHaveLength(1);
    const [line] = (await ask('get', `/api/campaigns/${made.body.id}/log`).expect(200)).body;
    expect(line).toMatchObject({ kind: 'campaign-created', actor: 'API: Cổng học tập' });
    // Without the right to conclude; what only people do; what it would be to give itself more.
    await ask('post', `/api/campaigns/${made.body.id}/accept`)
      .send({ essays: ['a'] })
      .expect(404);
    for (const path of [
      '/api/tokens',
      '/api/log',
      '/api/log/export?format=csv',
      '/api/account/sessions',
      '/api/queue',
      '/api/units',
      '/api/me',
    ])
      await ask('get', path).expect(404);
    await ask('post', '/api/tokens')
      .send(make(['conclude'], 'Khác'))
      .expect(404);
    const [shown] = (await browser.get('/api/tokens').expect(200)).body;
    expect(shown).toMatchObject({ id: token.id, lastUsed: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), revokedAt: null });

    const again = await browser.send('post', '/api/tokens', make(['read'])).expect(409);
    expect(failureOf(again).code).toBe('token-exists');
    await browser.send('post', `/api/tokens/${token.id}/revoke`).expect(200);
    await browser.send('post', `/api/tokens/${token.id}/revoke`).expect(200);
    expect(failureOf(await ask('get', '/api/campaigns').expect(401)).code).toBe('token-refused');
    const kinds = (await browser.get('/api/log').expect(200)).body.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind.startsWith('token-'))).toEqual(['token-revoked', 'token-created']);
    expect(JSON.stringify(service.log)).not.toContain(secret);
  });

  test('stands nowhere in the folder of the corpus, also when it was asked for under a key', async () => {
    const service = await startService();
    const browser = await service.enter();
    const body = { name: 'Cổng thông tin', rights: ['read'], days: 1 };
    const made = await browser.send('post', '/api/tokens', body).set('Idempotency-Key', 'mot-lan-bam-nut').expect(201);
    const { secret } = made.body as { secret: string };
    const files = await readdir(service.folder, { withFileTypes: true });
    const bytes = await Promise.all(files.filter((file) => file.isFile()).map(({ name }) => readFile(join(service.folder, name))));
    expect(Buffer.concat(bytes).includes('Cổng thông tin')).toBe(true);
    expect(Buffer.concat(bytes).includes(secret)).toBe(false);
  });

  test('ends with its day, and a wrong one is refused whatever cookie comes with it', async () => {
    const service = await startService();
    const browser = await service.enter();
    const { secret } = (await browser.send('post', '/api/tokens', make(['read'], 'Ngắn hạn', 1)).expect(201)).body;
    const ask = (given: string) => browser.get('/api/campaigns').set('Authorization', given);
    await ask(`Bearer ${secret}`).expect(200);
    for (const wrong of [`Bearer ${secret}x`, 'Bearer soatbai_', `Basic ${secret}`, `Bearer soatbai_${'A'.repeat(43)}`])
      await ask(wrong).expect(401);
    service.sleep(25 * 3_600_000);
    await ask(`Bearer ${secret}`).expect(401);
  });

  test('that asks too often waits, and nobody else does', async () => {
    const service = await startService();
    const browser = await service.enter();
    const { secret } = (await browser.send('post', '/api/tokens', make(['read'])).expect(201)).body;
    const ask = () => supertest(service.url).get('/api/defaults').set('Authorization', `Bearer ${secret}`);
    for (let turn = 0; turn < 30; turn++) {
      const answers = await Promise.all(Array.from({ length: 20 }, ask));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
    }
    const late = await ask().expect(429);
    expect(failureOf(late)).toMatchObject({ code: 'too-many-requests', message: expect.stringContaining('giây') });
    expect(Number(late.get('Retry-After'))).toBeLessThanOrEqual(60);
    await browser.get('/api/defaults').expect(200);
  });

  test('of one unit says nothing of another', async () => {
    const service = await startService();
    const browser = await service.enter();
    const foreign = service.records.within({ actor: 'x', account: null, units: ['khac'], person: null });
    expect(await foreign.tokens.list()).toEqual([]);
    const { token } = (await browser.send('post', '/api/tokens', make(['read'])).expect(201)).body;
    expect(await foreign.tokens.list()).toEqual([]);
    await expect(foreign.tokens.revoke(token.id, 'x')).rejects.toMatchObject({ code: 'unknown-id' });
    const elsewhere = await browser.send('post', '/api/tokens', { ...make(['read'], 'Nơi khác'), unit: 'khac' });
    expect(failureOf(elsewhere).code).toBe('unknown-id');
    await makeCampaign(browser);
  });
});
