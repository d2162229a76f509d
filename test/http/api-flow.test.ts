import { readFileSync } from 'node:fs';
import supertest, { type Response } from 'supertest';
import { expect, test } from 'vitest';
import { originalitySchema } from '../../src/api/originality.js';
import { archiveWithoutScan } from '../support/sample-archive.js';
import { misfit, routesOf } from './api-answers.js';
import { type Service, startService } from './service.js';
import { workOff } from './work-off.js';

const FOLDER = 'fixtures/van-trach';
const file = (name: string) => readFileSync(`${FOLDER}/${name}`);

/** Other software: it has a token, and nothing else. Every answer must fit the description. */
function software(service: Service, secret: string) {
  const routes = routesOf(service.parts);
  return async (method: 'get' | 'post' | 'put' | 'delete', path: string, send: Sent = {}): Promise<Response> => {
    const request = supertest(service.url)[method](path).set('Authorization', `Bearer ${secret}`);
    for (const [name, value] of Object.entries(send.headers ?? {})) request.set(name, value);
    for (const [name, value] of Object.entries(send.fields ?? {})) request.field(name, value);
    for (const [name, bytes] of Object.entries(send.files ?? {})) request.attach('file', bytes, name);
    const answer = await (send.body === undefined ? request : request.send(send.body as object));
    const exchange = { method, path, status: answer.status, sent: send.body, answered: answer.body as unknown };
    expect(misfit(routes, exchange)).toBeNull();
    return answer;
  };
}

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, Buffer>>;
}

test('other software goes the whole way with a token: documents, roster, essays, results, conclusion, letter', {
  timeout: 240_000,
}, async () => {
  const service = await startService();
  const committee = await service.enter();
  const rights = ['read', 'hand-in', 'conclude'];
  const { secret } = (await committee.send('post', '/api/tokens', { name: 'Cổng học tập', rights, days: 30 }).expect(201)).body;
  const ask = software(service, secret);

  const document = (await ask('post', '/api/documents', { files: { 'nghi-quyet.txt': file('sources/nghi-quyet.txt') } })).body;
  const { themes } = (await ask('post', '/api/suggestions', { body: { documents: [{ file: document.file, sha256: document.sha256 }] } }))
    .body;
  expect(themes.length).toBeGreaterThan(0);
  const references = [{ file: document.file, sha256: document.sha256 }];
  const made = await ask('post', '/api/campaigns', { body: { name: 'Đợt của cổng học tập', references, themes } });
  expect(made.status).toBe(201);
  const at = `/api/campaigns/${made.body.id}`;

  // A batch: an archive, and who handed in what.
  const batch = (await ask('post', `${at}/batches`, { body: { key: 'lô đầu tiên' } })).body.id;
  const stored = await ask('post', `/api/batches/${batch}/files`, { files: { 'bai-nop.zip': await archiveWithoutScan() } });
  expect(stored.body.stored).toHaveLength(1);
  const roster = await ask('put', `/api/batches/${batch}/roster`, {
    body: file('roster.csv').toString(),
    headers: { 'content-type': 'text/csv' },
  });
  expect(roster.body.hasRoster).toBe(true);
  expect((await ask('post', `/api/batches/${batch}/seal`)).body.state).toBe('queued');
  await workOff(service);
  expect((await ask('get', `/api/batches/${batch}`)).body.batch.state).toBe('done');
  const { rows } = (await ask('get', `${at}/overview`)).body;
  expect(rows.length).toBeGreaterThan(10);

  // One essay by itself, a copy of somebody's, sent twice as software does when a line breaks.
  const source = rows.find((row: { state: string; syllables: number | null }) => row.state === 'ok' && (row.syllables ?? 0) > 300);
  const { text } = (await ask('get', `${at}/documents/${source.id}`)).body;
  const essay = {
    fields: { card: '07123456', name: 'Lò Thị Nết' },
    files: { 'bài thu hoạch.txt': Buffer.from(`${text}\nTôi sẽ tự soát lại việc làm của mình trong tháng tới.`) },
    headers: { 'idempotency-key': 'bai-nop-so-1' },
  };
  const pending = originalitySchema.parse((await ask('post', `${at}/submissions`, essay)).body);
  expect(pending).toMatchObject({ state: 'pending', score: null, reportUrl: null });
  expect((await ask('post', `${at}/submissions`, essay)).body.id).toBe(pending.id);
  expect((await ask('post', `${at}/submissions`, { ...essay, fields: { name: 'Không thẻ' } })).status).toBe(400);
  const zip = await ask('post', `${at}/submissions`, { fields: essay.fields, files: { 'a.zip': file('bai-nop.zip') } });
  expect([zip.status, zip.body.error.message]).toEqual([400, expect.stringContaining('từng bài')]);
  const broken = await ask('post', `${at}/submissions`, {
    fields: { card: '07999999' },
    files: { 'hỏng.docx': Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 8, 8]) },
  });
  await workOff(service);

  const originality = originalitySchema.parse((await ask('get', `/api/submissions/${pending.id}/originality`)).body);
  expect(originality).toMatchObject({ id: pending.id, state: 'processed', errorMessage: null, verdict: null });
  expect(originality.score).toBeGreaterThan(80);
  expect(originality.reportUrl).toBe(`${service.url}/dot/${made.body.id}/ket-qua/bai/${originality.essay}`);
  const failed = originalitySchema.parse((await ask('get', `/api/submissions/${broken.body.id}/originality`)).body);
  expect(failed).toMatchObject({ state: 'error', score: null });
  expect(failed.errorMessage?.length).toBeGreaterThan(20);
  const byEssay = await ask('get', `/api/submissions/${originality.essay}/originality`);
  expect(byEssay.body).toMatchObject({ id: originality.essay, score: originality.score });
  expect((await ask('get', '/api/submissions/khong-co/originality')).status).toBe(404);
  const after = (await ask('get', `${at}/overview`)).body.rows;
  expect(after).toHaveLength(rows.length + 2);
  expect(after.find(({ id }: { id: string }) => id === originality.essay)).toMatchObject({
    member: '07123456',
    name: 'Lò Thị Nết, bài thu hoạch.txt',
  });

  // People conclude, also by way of other software; the log tells by which.
  const decided = `${at}/essays/${originality.essay}`;
  const conclusion = { verdict: 'rewrite', grounds: ['copied'], reason: 'Trùng với bài khác.', revision: 0 };
  expect((await ask('put', `${decided}/conclusion`, { body: conclusion })).body).toMatchObject({ by: 'API: Cổng học tập', revision: 1 });
  expect((await ask('put', `${decided}/conclusion`, { body: conclusion })).status).toBe(409);
  expect((await ask('get', `/api/submissions/${pending.id}/originality`)).body.verdict).toBe('rewrite');
  expect((await ask('get', `${decided}/letter`)).text).toContain('Trùng với bài khác.');
  expect((await ask('get', `${at}/report.json`)).body.submissions).toHaveLength(after.length);
  const lines = (await ask('get', `${at}/log?kinds=concluded,exported`)).body as { kind: string; actor: string }[];
  expect(lines.map(({ kind, actor }) => [kind, actor])).toEqual([
    ['exported', 'API: Cổng học tập'],
    ['concluded', 'API: Cổng học tập'],
  ]);
});
