import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeCampaign, startService } from './service.js';
import { addUnit, enterAs } from './units.js';
import { workOff } from './work-off.js';

test('a table is sent again only once something in it has changed, and each unit is told of its own', async () => {
  const service = await startService();
  const browser = await service.enter();
  const campaign = await makeCampaign(browser);
  const { id: batch } = (await browser.send('post', `/api/campaigns/${campaign}/batches`, { key: 'lần bấm đầu' }).expect(200)).body;
  const essay = Buffer.from('Chi bộ xóm Đồi Chè bàn việc trồng rừng gỗ lớn trước mùa mưa năm nay. '.repeat(20));
  await browser.send('post', `/api/batches/${batch}/files`).attach('file', essay, 'bài.txt').expect(200);
  await browser.send('post', `/api/batches/${batch}/seal`).expect(200);
  await workOff(service);
  const path = `/api/campaigns/${campaign}/overview`;
  const ask = (tag: string, who = browser) => who.get(path).set('If-None-Match', tag);
  const first = await browser.get(path).expect(200);
  const tag = first.get('ETag') ?? '';
  expect(first.get('Content-Encoding')).toBe('gzip');
  expect((await ask(tag).expect(304)).text ?? '').toBe('');
  // What others do elsewhere leaves it as it is; what it tells is told anew.
  await makeCampaign(browser, 'Đợt khác');
  await browser.send('post', `/api/campaigns/${campaign}/batches`, { key: 'lần bấm sau' }).expect(200);
  const [row] = first.body.rows;
  const other = (await ask('"khác"').expect(200)).body;
  expect(other.rows).toEqual(first.body.rows);
  const conclusion = { verdict: 'accepted', grounds: [], reason: '', revision: 0 };
  await browser.send('put', `/api/campaigns/${campaign}/essays/${row.id}/conclusion`, conclusion).expect(200);
  const changed = await ask(tag).expect(200);
  expect(changed.body.rows[0].conclusion.verdict).toBe('accepted');
  const stranger = await enterAs(service, addUnit(service, 'Chi bộ Bãi Sậy'), ['committee']);
  expect((await ask(changed.get('ETag') ?? '', stranger).expect(200)).body.rows).toEqual([]);
  const plain = await browser.get(path).set('Accept-Encoding', 'identity').expect(200);
  expect([plain.get('Content-Encoding'), plain.body.rows.length]).toEqual([undefined, 1]);
});

test('who reads waits for nobody who writes', async () => {
  const service = await startService();
  const browser = await service.enter();
  const campaign = await makeCampaign(browser);
  const worker = new Database(join(service.folder, 'corpus.sqlite'));
  worker.exec('BEGIN IMMEDIATE');
  // Waits for the other writer; the request is sent, and not answered yet.
  let isWritten = false;
  const writing = browser.send('post', '/api/campaigns', { name: 'Đợt chờ ghi', themes: [] }).then((answer) => {
    isWritten = true;
    return answer;
  });
  await new Promise((done) => setTimeout(done, 300));
  for (let turn = 0; turn < 5; turn++) await browser.get(`/api/campaigns/${campaign}`).expect(200);
  expect(isWritten).toBe(false);
  worker.exec('COMMIT');
  worker.close();
  expect((await writing).status).toBe(201);
});
