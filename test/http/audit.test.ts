import type { Response } from 'supertest';
import { expect, test } from 'vitest';
import { logSchema } from '../../src/api/service.js';
import { AuditReader } from '../../src/corpus/records/audit-lines.js';
import type { AuditEvent } from '../../src/corpus/records/event-log.js';
import { createViewNotes } from '../../src/http/view-notes.js';
import { assessedSample, overviewOf } from './assessed-sample.js';
import { type Browser, NAME, startService } from './service.js';
import { addUnit, enterAs } from './units.js';

const told = async (browser: Browser, path: string) =>
  logSchema.parse((await browser.get(path).expect(200)).body).map(({ actor, kind, essay, details }) => [actor, kind, essay, details.what]);

test('who opened what is in the log once an hour, can be looked for, and goes out as a file that can be checked', async () => {
  const { service, browser, campaign } = await assessedSample();
  const at = `/api/campaigns/${campaign}`;
  const { rows } = await overviewOf(browser, campaign);
  const [one, two] = rows as [(typeof rows)[number], (typeof rows)[number]];
  const watcher = await enterAs(service, 'goc', ['inspection'], 'Đồng chí Thào Thị Soi');

  for (let again = 0; again < 3; again++) {
    await browser.get(`${at}/essays/${one.id}`).expect(200);
    await browser.get(`${at}/documents/${one.id}`).expect(200);
  }
  await watcher.get(`${at}/documents/${two.id}`).expect(200);
  await browser.get(`${at}/essays/${one.id}/letter`).expect(200);
  const mine = `${one.member}, ${one.file.slice(one.file.lastIndexOf('/') + 1)}`;
  const views = await told(browser, `${at}/log?kinds=viewed`);
  expect(views.map(([actor, , , what]) => [actor, what])).toEqual([
    [NAME, 'letter'],
    ['Đồng chí Thào Thị Soi', 'essay'],
    [NAME, 'essay'],
  ]);
  expect(views[2]?.[2]).toBe(mine);
  expect(await told(watcher, `${at}/log?kinds=viewed&who=Thào`)).toHaveLength(1);
  expect(await told(watcher, `${at}/log?kinds=viewed&essay=${one.member}`)).toHaveLength(2);
  const day = (later: number): string => new Date(Date.now() + later * 86_400_000).toLocaleDateString('sv-SE');
  expect(await told(browser, `${at}/log?kinds=viewed&from=${day(0)}&to=${day(0)}`)).toHaveLength(3);
  expect(await told(browser, `${at}/log?from=${day(1)}`)).toEqual([]);
  await browser.get(`${at}/log?kinds=looked`).expect(400);

  service.sleep(3_600_000);
  await browser.get(`${at}/essays/${one.id}`).expect(200);
  expect(await told(browser, `${at}/log?kinds=viewed`)).toHaveLength(4);

  // Views are no change of the results: the table need not be put together again.
  const mark = await service.records.results.mark(campaign);
  await browser.get(`${at}/essays/${two.id}`).expect(200);
  expect(await service.records.results.mark(campaign)).toBe(mark);

  const file = (await watcher.get('/api/log/export?format=jsonl').buffer(true).parse(asText).expect(200)).body as string;
  const reader = new AuditReader();
  for (const line of file.trim().split('\n')) expect(reader.take(line)).toBeNull();
  expect(reader.end()).toMatchObject({ isWhole: true, lines: file.trim().split('\n').length - 1 });
  const csv = (await watcher.get('/api/log/export?format=csv&kinds=viewed').expect(200)).text;
  expect(csv.trim().split('\r\n')).toHaveLength(6);
  expect(await told(watcher, '/api/log?kinds=exported')).toMatchObject([
    ['Đồng chí Thào Thị Soi', 'exported', undefined, 'log'],
    ['Đồng chí Thào Thị Soi', 'exported', undefined, 'log'],
  ]);
  expect(await service.records.log.verify()).toBeNull();
});

test('signing in and failing to is noted for accounts there are, at their unit', async () => {
  const service = await startService();
  const admin = await service.enter();
  const unit = addUnit(service, 'Chi bộ Bãi Sậy');
  const browser = await enterAs(service, unit, ['inspection'], 'Đồng chí Lò Văn Xa');
  for (const name of ['Đồng chí Lò Văn Xa', 'không có ai'])
    await browser.send('post', '/api/session', { name, password: 'sai mật khẩu rồi' }).expect(401);
  await expect
    .poll(() => told(browser, '/api/log'))
    .toEqual([
      ['Đồng chí Lò Văn Xa', 'sign-in-failed', undefined, undefined],
      ['Đồng chí Lò Văn Xa', 'signed-in', undefined, undefined],
    ]);
  expect(JSON.stringify(await told(admin, '/api/log'))).not.toContain('Lò Văn Xa');
});

test('views that come while others are written wait for one more transaction together, and are not shown when that fails', async () => {
  const written: (readonly AuditEvent[])[] = [];
  let isFull = false;
  const log = {
    note: async (events: readonly AuditEvent[]) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (isFull) throw new Error('disk full');
      written.push(events);
    },
  };
  const views = createViewNotes({ log } as never, () => new Date());
  const view = (submission: string) => views.note({ actor: 'Mận', campaign: 'c1', submission, details: { what: 'essay' } });
  await Promise.all(Array.from({ length: 50 }, (_, at) => view(`e${at}`)));
  expect(written.length).toBeLessThanOrEqual(2);
  expect(written.flat()).toHaveLength(50);
  await view('e7');
  expect(written.flat()).toHaveLength(50);
  isFull = true;
  await expect(view('e99')).rejects.toThrow('disk full');
  isFull = false;
  await view('e99');
  expect(written.flat()).toHaveLength(51);
});

function asText(response: Response, done: (error: Error | null, body: string) => void): void {
  let text = '';
  response.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  response.on('end', () => done(null, text));
}
