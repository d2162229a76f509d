import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { batchSchema, type ProgressView, progressSchema } from '../../src/api/service.js';
import { type Browser, failureOf, makeBatch, type Service, startService } from './service.js';
import { enterAs } from './units.js';

describe('a roster', () => {
  const put = (browser: Browser, batch: string, body: Buffer) =>
    browser.send('put', `/api/batches/${batch}/roster`).set('Content-Type', 'text/csv').send(body);
  const ROSTER = 'file,member,unit,post,place\nbài 1.txt,001,Chi bộ Đông,,\n';

  test.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${ROSTER}`)],
    ['UTF-16', Buffer.from(`\uFEFF${ROSTER}`, 'utf16le')],
    ['semicolons', Buffer.from(ROSTER.replaceAll(',', ';'))],
  ])('in %s is kept as text, and taken back', async (_, bytes) => {
    const service = await startService();
    const browser = await service.enter();
    const { batch } = await makeBatch(browser);
    expect(batchSchema.parse((await put(browser, batch, bytes).expect(200)).body).hasRoster).toBe(true);
    expect((await service.records.batches.get(batch))?.roster).toMatch(/^file[,;]member[\s\S]*bài 1\.txt/);
    const after = await browser.send('delete', `/api/batches/${batch}/roster`).expect(200);
    expect(batchSchema.parse(after.body).hasRoster).toBe(false);
  });

  test('with a wrong line is refused by its number, and the one before stays', async () => {
    const service = await startService();
    const browser = await service.enter();
    const { batch } = await makeBatch(browser);
    await put(browser, batch, Buffer.from(ROSTER)).expect(200);
    const answer = await put(browser, batch, Buffer.from(`${ROSTER}bài 2.txt,,Chi bộ Tây,,\n`)).expect(422);
    expect(failureOf(answer)).toMatchObject({ code: 'roster-file' });
    expect(failureOf(answer).message).toContain('dòng 3');
    expect(failureOf(answer).message).toMatch(/Danh sách đang dùng không đổi.*chọn lại tệp\.$/);
    expect((await service.records.batches.get(batch))?.roster).toBe(ROSTER);
  });

  test('that is empty, or too long, is refused', async () => {
    const browser = await (await startService()).enter();
    const { batch } = await makeBatch(browser);
    await put(browser, batch, Buffer.alloc(0)).expect(422);
    await put(browser, batch, Buffer.alloc(6 * 1024 * 1024, 'a')).expect(413);
  });
});

describe('a batch', () => {
  test('without a file is not sealed; sealed twice it is queued once', async () => {
    const service = await startService();
    const browser = await service.enter();
    const { campaign, batch } = await makeBatch(browser);
    const empty = await browser.send('post', `/api/batches/${batch}/seal`).expect(409);
    expect(failureOf(empty).code).toBe('batch-empty');
    await upload(browser, batch, 'a.txt');
    for (let i = 0; i < 2; i++) {
      const sealed = batchSchema.parse((await browser.send('post', `/api/batches/${batch}/seal`).expect(200)).body);
      expect([sealed.state, sealed.job?.state]).toEqual(['queued', 'queued']);
    }
    expect(await service.records.jobs.ofCampaign(campaign)).toHaveLength(1);
  });

  test('that failed can be tried again, and only then', async () => {
    const service = await startService();
    const browser = await service.enter();
    const { batch } = await makeBatch(browser);
    await upload(browser, batch, 'a.txt');
    await browser.send('post', `/api/batches/${batch}/seal`).expect(200);
    const retry = async () => batchSchema.parse((await browser.send('post', `/api/batches/${batch}/retry`).expect(200)).body);
    const job = (await retry()).job;
    expect(job?.state).toBe('queued');
    await service.records.jobs.begin(job?.id ?? 0);
    await service.records.jobs.fail(job?.id ?? 0, 'Không đọc được.');
    expect((await retry()).job).toMatchObject({ state: 'queued', error: null });
  });

  test('is withdrawn with a reason', async () => {
    const service = await startService();
    const browser = await service.enter();
    const { campaign, batch } = await makeBatch(browser);
    await upload(browser, batch, 'a.txt');
    await browser.send('post', `/api/batches/${batch}/withdraw`, { reason: ' ' }).expect(400);
    const answer = await browser.send('post', `/api/batches/${batch}/withdraw`, { reason: 'Nộp nhầm đợt' }).expect(200);
    expect(batchSchema.parse(answer.body).state).toBe('withdrawn');
    const [last] = await service.records.log.list({ campaign, limit: 1 });
    expect(last).toMatchObject({ kind: 'batch-withdrawn', details: { reason: 'Nộp nhầm đợt' } });
  });

  test('that is none is not found', async () => {
    const browser = await (await startService()).enter();
    for (const path of ['', '/events']) await browser.get(`/api/batches/abc${path}`).expect(404);
    await browser.send('post', '/api/batches/abc/files').attach('file', Buffer.from('x'), 'a.txt').expect(404);
    await browser.send('post', '/api/campaigns/abc/batches', { key: 'khóa dài đủ' }).expect(404);
    await browser.get('/api/batches/a%20b').expect(400);
  });
});

describe('watching a batch', () => {
  test('tells everything at once, then what changes, and ends with the batch', async () => {
    const { service, browser, batch } = await sealedBatch();
    const { jobs, batches } = service.records;
    const [first, second] = [watch(service, browser, batch), watch(service, browser, batch)];
    await first.until(1);
    expect(first.headers()).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    expect(first.headers()['content-encoding']).toBeUndefined();
    expect(first.events[0]?.batch).toMatchObject({ id: batch, state: 'queued', uploads: 2 });
    expect(first.events[0]?.changed).toEqual([]);

    const job = await jobs.begin((await jobs.next())?.id ?? 0);
    await batches.setItems(batch, ['a.txt', 'b.txt'], [{ file: 'Thumbs.db', reason: 'Tệp hệ thống.' }]);
    await first.until(2);
    await batches.noteItems(batch, [{ number: 2, submission: null, submissionState: null, reason: 'Không đọc được.' }]);
    await jobs.progress(job.id, 'read', 1, 2);
    await wait(1000);
    const changed = first.events.slice(1).flatMap((event) => event.changed.map(({ number, state }) => `${number} ${state}`));
    expect(changed).toEqual(['1 waiting', '2 waiting', '3 skipped', '2 skipped']);
    expect(first.events.at(-1)?.batch.job).toMatchObject({ step: 'read', done: 1, total: 2 });

    const late = watch(service, browser, batch);
    await late.until(1);
    expect(late.events[0]?.changed.map(({ number }) => number)).toEqual([1, 2, 3]);

    await jobs.fail(job.id, 'Hết chỗ.');
    await Promise.all([first.ended, second.ended, late.ended]);
    for (const { events } of [first, second, late])
      expect(events.at(-1)?.batch).toMatchObject({ state: 'failed', job: { error: 'Hết chỗ.' } });
    expect(second.events).toEqual(first.events);
    expect(first.text()).toContain('id: over\n');
  });

  test('of one that is over ends at once, and a browser that comes back is told to stay away', async () => {
    const { service, browser, batch } = await sealedBatch();
    const job = await service.records.jobs.begin((await service.records.jobs.next())?.id ?? 0);
    await service.records.jobs.fail(job.id, 'Hỏng.');
    const stream = watch(service, browser, batch);
    await stream.ended;
    expect(stream.events.map((event) => event.batch.state)).toEqual(['failed']);
    await browser.get(`/api/batches/${batch}/events`).set('Last-Event-ID', 'over').expect(204);
  });

  test('ends at once for whoever is disabled, and goes on for everybody else', async () => {
    const { service, browser, batch } = await sealedBatch();
    const committee = await enterAs(service, 'goc', ['committee'], 'Vũ Văn Lạc');
    const [theirs, own] = [watch(service, committee, batch), watch(service, browser, batch)];
    await Promise.all([theirs.until(1), own.until(1)]);
    const { id } = (await service.records.people.byName('Vũ Văn Lạc')) ?? { id: '' };
    const before = Date.now();
    await browser.send('put', `/api/accounts/${id}/state`, { isDisabled: true }).expect(204);
    await theirs.ended;
    // Sooner than the next look at who is still welcome.
    expect(Date.now() - before).toBeLessThan(5000);
    await committee.get(`/api/batches/${batch}/events`).expect(401);
    const job = await service.records.jobs.begin((await service.records.jobs.next())?.id ?? 0);
    await service.records.jobs.fail(job.id, 'Hỏng.');
    await own.ended;
    expect(own.events.at(-1)?.batch.state).toBe('failed');
  });

  test('asks nothing of the records when nothing changes, or nobody watches', async () => {
    let asked = 0;
    const service = await startService({
      spoil: (records) => ({
        ...records,
        batches: Object.assign(Object.create(records.batches), {
          items: (batch: string) => {
            asked++;
            return records.batches.items(batch);
          },
        }),
      }),
    });
    const browser = await service.enter();
    const { batch } = await makeBatch(browser);
    const stream = watch(service, browser, batch);
    await stream.until(1);
    await wait(1000);
    expect(asked).toBe(1);
    stream.leave();
    await wait(100);
    await upload(browser, batch, 'a.txt');
    await wait(1000);
    expect(asked).toBe(1);
  });
});

async function upload(browser: Browser, batch: string, name: string): Promise<void> {
  await browser
    .send('post', `/api/batches/${batch}/files`)
    .attach('file', Buffer.from(`nội dung của ${name}`), name)
    .expect(200);
}

async function sealedBatch(): Promise<{ readonly service: Service; readonly browser: Browser; readonly batch: string }> {
  const service = await startService();
  const browser = await service.enter();
  const { batch } = await makeBatch(browser);
  for (const name of ['a.txt', 'b.txt']) await upload(browser, batch, name);
  await browser.send('post', `/api/batches/${batch}/seal`).expect(200);
  return { service, browser, batch };
}

interface Stream {
  readonly events: readonly ProgressView[];
  readonly ended: Promise<void>;
  headers(): Readonly<Record<string, unknown>>;
  text(): string;
  until(count: number): Promise<void>;
  leave(): void;
}

function watch({ url }: Service, browser: Browser, batch: string): Stream {
  const events: ProgressView[] = [];
  let [text, rest, headers] = ['', '', {}];
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const headersSent = { Cookie: browser.cookie(), 'Accept-Encoding': 'gzip' };
  const request = get(`${url}/api/batches/${batch}/events`, { headers: headersSent }, (response) => {
    headers = response.headers;
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^event: progress\ndata: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) events.push(progressSchema.parse(JSON.parse(data)));
      }
    });
    response.on('end', end).on('error', end);
  });
  request.on('error', end);
  return {
    events,
    ended,
    headers: () => headers,
    text: () => text,
    until: async (count) => {
      for (let i = 0; i < 200 && events.length < count; i++) await wait(25);
      expect(events.length).toBeGreaterThanOrEqual(count);
    },
    leave: () => request.destroy(),
  };
}
