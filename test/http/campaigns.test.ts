import { describe, expect, test } from 'vitest';
import {
  batchSchema,
  campaignSchema,
  campaignSummarySchema,
  defaultsSchema,
  documentAnswerSchema,
  logSchema,
} from '../../src/api/service.js';
import { overviewSchema } from '../../src/api/view.js';
import { onDatabase } from '../corpus/records/units.js';
import { failureOf, makeCampaign, NAME, type Service, startService, storedFiles } from './service.js';
import { workOff } from './work-off.js';

const RESOLUTION = 'Nghị quyết về xây dựng nông thôn mới nâng cao, bảo vệ môi trường, thu gom rác thải tại nguồn.';

describe('a campaign', () => {
  test('rests on documents that were sent before, and fills in what its kind starts from', async () => {
    const service = await startService();
    const browser = await service.enter();
    const sent = await browser.send('post', '/api/documents').attach('file', Buffer.from(RESOLUTION), 'nghị quyết.txt').expect(201);
    const { file, sha256, syllables } = documentAnswerSchema.parse(sent.body);
    expect([file, syllables]).toEqual(['nghị quyết.txt', 20]);

    const made = await browser.send('post', '/api/campaigns', { name: 'Đợt 1', references: [{ file, sha256 }] }).expect(201);
    const campaign = campaignSchema.parse(made.body);
    const defaults = defaultsSchema.parse((await browser.get('/api/defaults?kind=essay').expect(200)).body);
    expect(campaign).toMatchObject({ name: 'Đợt 1', kind: 'essay', version: 1, batches: 0, isBusy: false, draft: null, batchList: [] });
    expect(campaign.definition).toMatchObject({ references: [{ file, sha256 }], ...defaults });
    expect(
      campaignSummarySchema
        .array()
        .parse((await browser.get('/api/campaigns')).body)
        .map(({ id }) => id),
    ).toEqual([campaign.id]);
    const overview = overviewSchema.parse((await browser.get(`/api/campaigns/${campaign.id}/overview`).expect(200)).body);
    expect([overview.campaign.name, overview.rows]).toEqual(['Đợt 1', []]);
  });

  test('keeps its name for itself and for ever', async () => {
    const browser = await (await startService()).enter();
    const id = await makeCampaign(browser, 'Đợt quý một');
    const taken = await browser.send('post', '/api/campaigns', { name: ' Đợt quý một '.normalize('NFD'), themes: [] }).expect(409);
    expect(failureOf(taken).code).toBe('campaign-exists');
    await browser.send('put', `/api/campaigns/${id}`, { name: 'Tên khác', themes: [] }).expect(409);
    const changed = await browser
      .send('put', `/api/campaigns/${id}`, { name: 'Đợt quý một', themes: [], policy: { minimumSyllables: 99 } })
      .expect(200);
    expect(campaignSchema.parse(changed.body)).toMatchObject({ version: 2, definition: { policy: { minimumSyllables: 99 } } });
  });

  test.each([
    [
      'two themes of one id',
      {
        themes: [
          { id: 'a', name: 'A' },
          { id: 'a', name: 'B' },
        ],
      },
      422,
      '“a”',
    ],
    ['a document that was never sent', { references: [{ file: 'x.txt', sha256: 'a'.repeat(64) }] }, 422, 'x.txt'],
    ['a document named twice', { samples: [1, 2].map((i) => ({ file: `${i}.txt`, sha256: 'a'.repeat(64) })) }, 422, '2.txt'],
    ['a limit above one', { policy: { review: { best: 20 } } }, 400, 'mức xem xét'],
    ['an unknown key', { nguoiTao: 'x' }, 400, 'nguoiTao'],
    ['a key of the prototype', JSON.parse('{"__proto__": {"x": 1}}') as object, 400, '__proto__'],
    ['an endless name', { name: 'a'.repeat(301) }, 400, 'tên dài quá 300 ký tự'],
  ])('with %s is refused in words and not kept', async (_, wrong, status, words) => {
    const service = await startService();
    const browser = await service.enter();
    const body = `{"name":"Đợt", ${JSON.stringify(wrong).slice(1)}`;
    const answer = await browser.send('post', '/api/campaigns').set('Content-Type', 'application/json').send(body).expect(status);
    expect(failureOf(answer).message).toContain(words);
    expect(await service.records.campaigns.list()).toEqual([]);
  });

  test.each([
    ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a template', '{{7*7}} #{7*7}', '{{7*7}} #{7*7}'],
    ['a formula', '=cmd()|calc', '=cmd()|calc'],
    ['a direction override', 'đợt \u202Etxt.exe', 'đợt \u202Etxt.exe'],
    ['NUL and other controls', 'a\u0000b\u0007', 'a\u0000b\u0007'],
    ['half a pair', 'a\uD800b', 'a\uFFFDb'],
    ['no character at all', 'a\uFFFFb', 'a\uFFFFb'],
    ['quotes of SQL', `'; DROP TABLE campaign;--`, `'; DROP TABLE campaign;--`],
    ['emoji and math', '👩‍👩‍👧 𝓐', '👩‍👩‍👧 𝓐'],
  ])('named by %s is kept and answered as it is', async (_, name, kept) => {
    const service = await startService();
    const browser = await service.enter();
    const themes = [{ id: 'a', name, phrases: [name], facets: [{ name, phrases: [name] }] }];
    const made = await browser.send('post', '/api/campaigns', { name, themes }).expect(201);
    expect(made.get('Content-Type')).toContain('application/json');
    const campaign = campaignSchema.parse((await browser.get(`/api/campaigns/${(made.body as { id: string }).id}`).expect(200)).body);
    expect([campaign.name, campaign.definition.themes[0]?.facets[0]?.phrases[0]]).toEqual([kept, kept]);
    await browser.send('post', '/api/campaigns', { name, themes }).expect(409);
    const report = await browser.get(`/api/campaigns/${campaign.id}/report.html`).expect(200);
    expect(report.text).not.toContain('<script>alert');
    const log = logSchema.parse((await browser.get(`/api/log?campaign=${campaign.id}`).expect(200)).body);
    expect(log.map(({ kind }) => kind)).toEqual(['exported', 'campaign-created']);
  });
});

describe('a document', () => {
  test.each([
    ['that is empty', 'rỗng.txt', Buffer.alloc(0)],
    ['that is damaged', 'nghị quyết.docx', Buffer.from('PK\u0003\u0004 nửa chừng')],
    ['without a word', 'dấu.txt', Buffer.from('... --- ...')],
  ])('%s is refused by name, and nothing names its file', async (_, name, bytes) => {
    const service = await startService();
    const browser = await service.enter();
    const answer = await browser.send('post', '/api/documents').attach('file', bytes, name).expect(422);
    expect(failureOf(answer)).toMatchObject({ code: 'reference-unreadable' });
    expect(failureOf(answer).message).toContain(name);
    await service.records.originals.sweep();
    expect(await storedFiles(service.folder)).toEqual([]);
  });

  test('over the limit is refused and leaves nothing', async () => {
    const service = await startService();
    const browser = await service.enter();
    const answer = await browser
      .send('post', '/api/documents')
      .attach('file', Buffer.alloc(21 * 1024 * 1024, 'a'), 'to.txt')
      .expect(413);
    expect(failureOf(answer).code).toBe('file-too-large');
    expect(await storedFiles(service.folder)).toEqual([]);
  });

  test('under a name that leads outside is refused', async () => {
    const browser = await (await startService()).enter();
    const type = 'multipart/form-data; boundary=x';
    const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="../x.txt"\r\n\r\nchữ\r\n--x--\r\n';
    await browser.send('post', '/api/documents').set('Content-Type', type).send(Buffer.from(body)).expect(400);
  });
});

test('pressing "new batch" fifty times at once opens one batch', async () => {
  const service = await startService();
  const browser = await service.enter();
  const campaign = await makeCampaign(browser);
  const press = () => browser.send('post', `/api/campaigns/${campaign}/batches`, { key: 'một lần bấm' });
  const answers = await Promise.all(Array.from({ length: 50 }, press));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ body }) => batchSchema.parse(body).id)).size).toBe(1);
  expect(await service.records.batches.list(campaign)).toHaveLength(1);
});

describe('work of a campaign that failed', () => {
  /** Fails what waits. */
  const fail = async ({ records: { jobs } }: Service, error: string): Promise<void> => {
    const { id } = await jobs.begin((await jobs.next())?.id ?? 0);
    await jobs.fail(id, error);
  };

  test('is told with its reason and done again when a committee asks, whatever work it is', async () => {
    const service = await startService();
    const browser = await service.enter();
    const id = await makeCampaign(browser);
    const { id: batch } = (await browser.send('post', `/api/campaigns/${id}/batches`, { key: 'lần bấm đầu' }).expect(200)).body;
    await browser
      .send('post', `/api/batches/${batch}/files`)
      .attach('file', Buffer.from('Bài viết ngắn. '.repeat(40)), 'a.txt')
      .expect(200);
    await browser.send('post', `/api/batches/${batch}/seal`).expect(200);
    await workOff(service);
    const view = async () => campaignSchema.parse((await browser.get(`/api/campaigns/${id}`).expect(200)).body);
    const retry = async () => campaignSchema.parse((await browser.send('post', `/api/campaigns/${id}/retry`).expect(200)).body);
    expect(await view()).toMatchObject({ isStopped: false, failedRefresh: null });
    const theme = { id: 'rac', name: 'Rác thải', phrases: ['rác thải'] };
    await browser.send('put', `/api/campaigns/${id}`, { name: 'Đợt 1', themes: [theme] }).expect(200);
    await fail(service, 'Máy tính thử bị dừng.');
    expect(await view()).toMatchObject({
      isStopped: true,
      draftJob: { kind: 'reassess', state: 'failed', error: 'Máy tính thử bị dừng.' },
    });
    expect(await retry()).toMatchObject({ isStopped: false, draftJob: { state: 'queued', error: null } });
    await workOff(service);
    expect(await view()).toMatchObject({ draft: { isReady: true }, draftJob: null });
    queueRefresh(service.folder, id);
    await fail(service, 'Ổ đĩa đầy.');
    expect(await view()).toMatchObject({ isStopped: true, isRefreshing: false, failedRefresh: { kind: 'refresh', error: 'Ổ đĩa đầy.' } });
    expect((await browser.get('/api/campaigns').expect(200)).body).toMatchObject([{ id, isStopped: true }]);
    expect(await retry()).toMatchObject({ isStopped: false, isRefreshing: true, failedRefresh: null });
    expect(await retry()).toMatchObject({ isRefreshing: true });
    await workOff(service);
    expect(await view()).toMatchObject({ isBusy: false, isStopped: false, isRefreshing: false });
    const retried = (await service.records.log.list({ campaign: id, limit: 100 })).filter(({ kind }) => kind === 'job-retried');
    expect(retried.map(({ actor, details }) => [actor, details.kind])).toEqual([
      [NAME, 'refresh'],
      [NAME, 'reassess'],
    ]);
  });

  /** Has the essays compared anew, as erasing one of them does. */
  const queueRefresh = (folder: string, campaign: string): void =>
    onDatabase(folder, (database) => {
      const values = `'refresh', ?, NULL, 'queued', 0, 'waiting', 0, 0, NULL, 'soatbai', NULL`;
      const columns = 'kind, campaign, batch, state, attempts, step, done, total, error, actor, reason';
      database.prepare(`INSERT INTO job (${columns}) VALUES (${values})`).run(campaign);
    });
});
