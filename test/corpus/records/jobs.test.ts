import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ADMIN, essays, openRecords, type ReadBatch, Service, workOn } from './service.js';
import { onDatabase, scopeOf } from './units.js';

describe('the queue', () => {
  it('gives the oldest job that is not over to whoever asks, also one that somebody else began', async () => {
    const service = await Service.open();
    const { jobs, batches } = service.records;
    const campaign = await service.campaign();
    const first = await service.readBatch(campaign, essays(1), 'khóa-1');
    const second = await service.readBatch(campaign, essays(1, 2), 'khóa-2');
    await jobs.progress(first.job.id, 'match', 3, 10);
    const { jobs: others } = await openRecords(service.folder);
    const next = await others.next();
    expect(next).toMatchObject({ id: first.job.id, state: 'running', attempts: 1, step: 'match', done: 3, total: 10 });
    expect(await others.begin(first.job.id)).toMatchObject({ state: 'running', attempts: 2, step: 'waiting', done: 0, total: 0 });
    await service.records.results.record(workOn(first, campaign));
    expect(await others.next()).toMatchObject({ id: second.job.id });
    await expect(jobs.begin(first.job.id)).rejects.toMatchObject({ code: 'unknown-id' });
    expect(await batches.get(second.batch.id)).toMatchObject({ state: 'working' });
    expect((await jobs.ofCampaign(campaign.id)).map(({ batch, state }) => [batch, state])).toEqual([
      [first.batch.id, 'done'],
      [second.batch.id, 'running'],
    ]);
  });

  it('sets a failed job aside with what went wrong, until somebody asks for it again', async () => {
    const service = await Service.open();
    const { jobs, batches, log } = service.records;
    const campaign = await service.campaign();
    const { job, batch } = await service.readBatch(campaign, essays(1));
    await jobs.fail(job.id, 'Máy không đọc được tệp.');
    await jobs.fail(job.id, 'Lần nữa.');
    expect(await jobs.next()).toBeNull();
    expect(await jobs.ofBatch(batch.id)).toMatchObject({ state: 'failed', error: 'Máy không đọc được tệp.' });
    expect(await batches.get(batch.id)).toMatchObject({ state: 'failed' });
    await jobs.retry(job.id, ADMIN);
    await jobs.retry(job.id, ADMIN);
    expect(await jobs.next()).toMatchObject({ id: job.id, state: 'queued', attempts: 0, error: null });
    expect(await batches.get(batch.id)).toMatchObject({ state: 'queued' });
    await expect(jobs.retry(99, ADMIN)).rejects.toMatchObject({ code: 'unknown-id' });
    expect(await log.list({ limit: 2 })).toMatchObject([
      { kind: 'job-retried', actor: ADMIN, batch: batch.id },
      { kind: 'job-failed', actor: 'soatbai', details: { kind: 'assess', error: 'Máy không đọc được tệp.' } },
    ]);
  });
});

/** A campaign with results that are to be compared anew, by a job that waits. */
async function refreshing(service: Service): Promise<{ readonly campaign: string; readonly job: number }> {
  const campaign = await service.campaign();
  await service.assessedBatch(campaign, essays(2));
  const job = await insertRefresh(service, campaign.id);
  return { campaign: campaign.id, job };
}

const insertRefresh = async ({ folder, records }: Service, campaign: string): Promise<number> => {
  onDatabase(folder, (database) =>
    database
      .prepare(
        `INSERT INTO job (kind, campaign, batch, state, attempts, step, done, total, error, actor, reason)
         VALUES ('refresh', ?, NULL, 'queued', 0, 'waiting', 0, 0, NULL, 'soatbai', NULL)`,
      )
      .run(campaign),
  );
  return (await records.jobs.next())!.id;
};

describe('a job that is no batch’s', () => {
  it('is told of where it failed, and tried again, until a later one has done the same', async () => {
    const service = await Service.open();
    const { jobs, campaigns, log } = service.records;
    const { campaign, job } = await refreshing(service);
    expect(await jobs.stopped(campaign)).toEqual([]);
    await jobs.begin(job);
    await jobs.fail(job, 'Ổ đĩa đầy.');
    expect(await jobs.stopped(campaign)).toMatchObject([{ id: job, kind: 'refresh', error: 'Ổ đĩa đầy.' }]);
    expect(await campaigns.list()).toMatchObject([{ isStopped: true, isBusy: false }]);
    const elsewhere = service.records.within(scopeOf('nơi-khác'));
    expect(await elsewhere.jobs.stopped(campaign)).toEqual([]);
    await expect(elsewhere.jobs.retry(job, ADMIN)).rejects.toMatchObject({ code: 'unknown-id' });
    await jobs.retry(job, ADMIN);
    expect(await jobs.next()).toMatchObject({ id: job, state: 'queued', attempts: 0, error: null });
    expect(await campaigns.list()).toMatchObject([{ isStopped: false, isRefreshing: true }]);
    expect(await log.list({ limit: 2 })).toMatchObject([
      { kind: 'job-retried', actor: ADMIN, campaign, batch: null, details: { kind: 'refresh' } },
      { kind: 'job-failed', actor: 'soatbai', campaign, details: { kind: 'refresh', error: 'Ổ đĩa đầy.' } },
    ]);
    await jobs.fail(job, 'Lần nữa.');
    const later = await insertRefresh(service, campaign);
    expect(later).not.toBe(job);
    expect(await jobs.stopped(campaign)).toEqual([]);
    await expect(jobs.retry(job, ADMIN)).rejects.toMatchObject({ code: 'unknown-id' });
  });
});

/** Does what the worker does with a withdrawn batch. */
async function withdraw(service: Service, { batch }: Pick<ReadBatch, 'batch'>): Promise<string[]> {
  const { batches, jobs, results } = service.records;
  await batches.withdraw(batch.id, 'Gửi nhầm lô.', ADMIN);
  const job = await jobs.begin((await jobs.next())!.id);
  const gone = (await results.submissionsOf(batch.id)).map(({ id }) => id);
  await service.corpus.remove(gone);
  const nothing = { results: [], pairs: [], groups: [], newOverlap: [], quoted: [], skipped: [], warnings: [] };
  await results.recordWithdrawal({ job: job.id, ...nothing }, batch.id);
  return gone;
}

describe('a withdrawn batch', () => {
  it('goes with its essays, their results and its notes, and leaves a line with the reason', async () => {
    const service = await Service.open();
    const { batches, results, log } = service.records;
    const campaign = await service.campaign();
    const kept = await service.assessedBatch(campaign, essays(1), 'khóa-1');
    const read = await service.readBatch(campaign, essays(2, 5), 'khóa-2');
    await results.record(
      workOn(read, campaign, { skipped: [{ file: 'ảnh.png', reason: 'Không phải bài.' }], warnings: ['Thiếu một người.'] }),
    );
    expect(await withdraw(service, read)).toEqual(read.submissions.map(({ id }) => id));
    expect(await batches.get(read.batch.id)).toMatchObject({ state: 'withdrawn', roster: null });
    expect((await results.ofCampaign(campaign.id)).map(({ assessment }) => assessment.submission)).toEqual(kept.submissions);
    expect(await results.notes(campaign.id)).toEqual({ skipped: [], warnings: [] });
    expect((await batches.items(read.batch.id)).map(({ submission }) => submission)).toEqual([null, null]);
    expect((await log.list({ limit: 1 }))[0]).toMatchObject({
      ...{ kind: 'batch-withdrawn', actor: ADMIN, campaign: campaign.id, batch: read.batch.id },
      details: { number: 2, reason: 'Gửi nhầm lô.', essays: 2 },
    });
    expect(await batches.withdraw(read.batch.id, 'Lần nữa.', ADMIN)).toMatchObject({ state: 'withdrawn' });
    expect(await service.records.jobs.next()).toBeNull();
  });

  it('leaves the essays that another batch brought as well', async () => {
    const service = await Service.open();
    const { results } = service.records;
    const campaign = await service.campaign();
    const first = await service.assessedBatch(campaign, essays(2), 'khóa-1');
    const second = await service.assessedBatch(campaign, essays(2, 2), 'khóa-2');
    const [a, b] = first.submissions;
    expect(second.submissions[0]).toEqual(b);
    expect((await results.known([b!.id])).get(b!.id)).toMatchObject({ batch: first.batch.id });
    expect(await withdraw(service, first)).toEqual([a!.id]);
    expect((await results.ofCampaign(campaign.id)).map(({ assessment, batch }) => [assessment.submission.id, batch])).toEqual(
      second.submissions.map(({ id }) => [id, second.batch.id]),
    );
  });

  it('goes at once before it is sealed, with its files, and instead of its turn while it waits', async () => {
    const service = await Service.open();
    const { batches, jobs, originals } = service.records;
    const campaign = await service.campaign();
    const open = await batches.create(campaign.id, 'khóa-1', ADMIN);
    const upload = await batches.addUpload(open.id, 'a.docx', await service.store('một'));
    expect(await batches.withdraw(open.id, 'Nhầm.', ADMIN)).toMatchObject({ state: 'withdrawn' });
    expect(existsSync(originals.pathOf(upload.sha256))).toBe(false);
    expect((await service.logged()).at(-1)).toBe('batch-withdrawn');
    const waiting = await batches.create(campaign.id, 'khóa-2', ADMIN);
    await batches.addUpload(waiting.id, 'a.docx', await service.store('một'));
    await batches.seal(waiting.id, ADMIN);
    const assess = (await jobs.next())!;
    expect(await batches.withdraw(waiting.id, 'Nhầm.', ADMIN)).toMatchObject({ state: 'withdrawing' });
    await expect(jobs.begin(assess.id)).rejects.toMatchObject({ code: 'unknown-id' });
    expect(await jobs.next()).toMatchObject({ kind: 'withdraw', batch: waiting.id });
  });

  it('is refused while it is worked on', async () => {
    const service = await Service.open();
    const { batches, results, jobs } = service.records;
    const campaign = await service.campaign();
    const read = await service.readBatch(campaign, essays(1));
    await expect(batches.withdraw(read.batch.id, 'Nhầm.', ADMIN)).rejects.toMatchObject({ code: 'batch-busy' });
    await results.record(workOn(read, campaign));
    await batches.withdraw(read.batch.id, 'Nhầm.', ADMIN);
    await jobs.fail((await jobs.next())!.id, 'Hỏng.');
    expect(await batches.get(read.batch.id)).toMatchObject({ state: 'failed' });
    await expect(jobs.retry(read.job.id, ADMIN)).rejects.toMatchObject({ code: 'unknown-id' });
    await jobs.retry((await jobs.ofBatch(read.batch.id))!.id, ADMIN);
    expect(await batches.get(read.batch.id)).toMatchObject({ state: 'withdrawing' });
    const work = workOn(read, campaign, { job: (await jobs.next())!.id, results: [] });
    await expect(results.record(work)).rejects.toThrow(RangeError);
  });
});
