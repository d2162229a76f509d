import { describe, expect, it } from 'vitest';
import { ADMIN, assessmentOf, definitionOf, essays, openRecords, Service, THEMES, workOn } from './service.js';

describe('a campaign', () => {
  it('is kept with its documents, under a name that nobody else has', async () => {
    const service = await Service.open();
    const { campaigns } = service.records;
    const resolution = await service.document('nghị quyết.docx', 'Toàn văn nghị quyết.');
    const definition = definitionOf('Đợt 1', { references: [resolution] });
    const made = await campaigns.create(definition, ADMIN);
    expect(made).toEqual({ id: made.id, unit: 'goc', name: 'Đợt 1', version: 1, definition, createdAt: '2026-11-25T08:00:00.000Z' });
    const other = (await openRecords(service.folder)).campaigns;
    expect(await other.get(made.id)).toEqual(made);
    expect(await other.byName('Đợt 1')).toEqual(made);
    expect(await other.byName('Đợt 2')).toBeNull();
    expect(await other.documents([resolution, { file: 'lạ', sha256: '0'.repeat(64) }])).toEqual(
      new Map([[resolution.sha256, { ...resolution, text: 'Toàn văn nghị quyết.', traces: ['revision:7'] }]]),
    );
    await expect(campaigns.create(definition, ADMIN)).rejects.toMatchObject({ code: 'campaign-exists' });
    const unknown = definitionOf('Đợt 2', { samples: [{ file: 'lạ.docx', sha256: '0'.repeat(64) }] });
    await expect(campaigns.create(unknown, ADMIN)).rejects.toMatchObject({
      code: 'unknown-document',
      message: expect.stringContaining('lạ.docx'),
    });
    expect(await campaigns.byName('Đợt 2')).toBeNull();
    expect(await service.corpus.verify()).toEqual([]);
  });

  it('has of a document what was read when it was last handed in', async () => {
    const service = await Service.open();
    const { campaigns } = service.records;
    const original = await service.store('tệp biểu mẫu');
    const form = { file: 'mẫu.docx', sha256: original.sha256 };
    await campaigns.addDocument(original, { ...form, text: 'Biểu mẫu.', traces: [] });
    const again = { text: 'Biểu mẫu đọc lại.', traces: ['revision:00a1'] };
    await campaigns.addDocument(await service.store('tệp biểu mẫu'), { ...form, file: 'tên khác.docx', ...again });
    expect(await campaigns.documents([form])).toEqual(new Map([[form.sha256, { ...form, ...again }]]));
  });

  it('stands in a list with what is in it, newest first', async () => {
    const service = await Service.open();
    const { campaigns, batches, results } = service.records;
    const first = await service.campaign('Đợt 1');
    const second = await service.campaign('Đợt 2');
    const read = await service.readBatch(first, essays(3));
    expect(await campaigns.list()).toMatchObject([
      { name: 'Đợt 2', isBusy: false },
      { name: 'Đợt 1', isBusy: true, accept: 0 },
    ]);
    const work = workOn(read, first);
    const [one, ...rest] = work.results;
    const rewrite = { ...one!, assessment: { ...one!.assessment, proposal: 'rewrite' as const } };
    await results.record({ ...work, results: [rewrite, ...rest] });
    await results.acceptAll(first.id, [read.submissions[1]!.id], ADMIN);
    const gone = await batches.create(first.id, 'nhầm', ADMIN);
    await batches.withdraw(gone.id, 'Tạo nhầm.', ADMIN);
    const idle = { unitName: 'Tổ chức đảng', isBusy: false, isRefreshing: false, isStopped: false };
    expect(await campaigns.list()).toEqual([
      { ...second, ...idle, batches: 0, accept: 0, review: 0, rewrite: 0, concluded: 0 },
      { ...first, ...idle, batches: 1, accept: 2, review: 0, rewrite: 1, concluded: 1 },
    ]);
  });
});

const STRICTER = { policy: { ...definitionOf('').policy, minimumSyllables: 700 } };

describe('a changed definition', () => {
  it('counts at once while there is no result, and never changes the name', async () => {
    const service = await Service.open();
    const { campaigns } = service.records;
    const { id } = await service.campaign();
    const changed = await campaigns.change(id, definitionOf('Đợt 1', STRICTER), ADMIN);
    expect(changed).toMatchObject({ version: 2, definition: STRICTER });
    expect(await campaigns.get(id)).toEqual(changed);
    expect(await campaigns.change(id, definitionOf('Đợt 1', STRICTER), ADMIN)).toEqual(changed);
    expect(await campaigns.draft(id)).toBeNull();
    await expect(campaigns.change(id, definitionOf('Đợt khác'), ADMIN)).rejects.toMatchObject({ code: 'campaign-exists' });
    await expect(campaigns.change('không có', definitionOf('Đợt 1'), ADMIN)).rejects.toMatchObject({ code: 'unknown-id' });
    expect(await service.logged()).toEqual(['campaign-created', 'campaign-changed']);
  });

  it('turns work that is under way for the version before it back into the queue', async () => {
    const service = await Service.open();
    const { campaigns, jobs, results, batches } = service.records;
    const first = await service.campaign();
    const read = await service.readBatch(first, essays(2));
    const second = await campaigns.change(first.id, definitionOf('Đợt 1', STRICTER), ADMIN);
    await results.record(workOn(read, first));
    expect(await results.ofCampaign(first.id)).toEqual([]);
    expect(await batches.get(read.batch.id)).toMatchObject({ state: 'queued' });
    expect(await jobs.next()).toMatchObject({ id: read.job.id, state: 'queued' });
    await jobs.begin(read.job.id);
    await results.record(workOn(read, second));
    expect((await results.ofCampaign(first.id)).map(({ version }) => version)).toEqual([2, 2]);
    expect(await batches.get(read.batch.id)).toMatchObject({ state: 'done' });
  });
});

/** A campaign with three essays that were accepted, and a draft under which the first and the last differ. */
async function drafted() {
  const service = await Service.open();
  const { campaigns, jobs } = service.records;
  const campaign = await service.campaign();
  const read = await service.assessedBatch(campaign, essays(3));
  const definition = definitionOf('Đợt 1', { themes: THEMES.map((theme) => ({ ...theme, required: true })) });
  await campaigns.change(campaign.id, definition, ADMIN);
  const job = (await jobs.next())!;
  await jobs.begin(job.id);
  const [a, b, c] = read.submissions;
  const results = [
    assessmentOf(a!, { quoted: 0.3 }),
    assessmentOf(b!, { themes: assessmentOf(b!).themes.map((theme) => ({ ...theme, met: true })) }),
    assessmentOf(c!, { proposal: 'review', copied: { best: 0.4, union: 0.4, longestRun: 90 } }),
  ].map((assessment) => ({ campaign: campaign.id, batch: read.batch.id, version: 2, assessment }));
  const pair = {
    first: [a!.id, c!.id].sort()[0]!,
    second: [a!.id, c!.id].sort()[1]!,
    similarity: 0.8,
    shareOfFirst: 0.8,
    shareOfSecond: 0.9,
  };
  const work = workOn({ ...read, job }, campaign, {
    results,
    pairs: [{ campaign: campaign.id, ...pair }],
    groups: [{ campaign: campaign.id, version: 2, groups: [{ id: 'g1', members: [a!.id, c!.id], cohesion: 0.8 }] }],
    quoted: [{ campaign: campaign.id, id: 'sample:mẫu.docx', spans: [{ start: 1, end: 2 }] }],
  });
  return { service, campaign, read, definition, job, work, pair };
}

describe('a draft', () => {
  it('changes nothing that counts until it is applied; then it counts as a whole', async () => {
    const { service, campaign, read, definition, work, pair } = await drafted();
    const { campaigns, results, jobs } = service.records;
    const before = await results.ofCampaign(campaign.id);
    expect(await campaigns.draft(campaign.id)).toMatchObject({ version: 2, definition, isReady: false });
    expect(await campaigns.differences(campaign.id)).toBeNull();
    await expect(campaigns.applyDraft(campaign.id, ADMIN)).rejects.toMatchObject({ code: 'no-draft' });
    const conclusion = { verdict: 'accepted', grounds: [], reason: '', revision: 0 } as const;
    await results.conclude(campaign.id, read.submissions[2]!.id, conclusion, ADMIN);
    await campaigns.recordDraft(work, 2);
    expect(await jobs.next()).toBeNull();
    expect(await results.groups(campaign.id)).toEqual([]);
    expect((await results.ofCampaign(campaign.id)).map(({ assessment }) => assessment)).toEqual(before.map(({ assessment }) => assessment));
    const plain = { proposal: 'accept', best: 0.05, quoted: 0.1, met: 1, required: 1 };
    expect(await campaigns.differences(campaign.id)).toEqual([
      { id: read.submissions[2]!.id, file: 'bài 3.docx', before: plain, after: { ...plain, proposal: 'review', best: 0.4, required: 2 } },
      { id: read.submissions[0]!.id, file: 'bài 1.docx', before: plain, after: { ...plain, quoted: 0.3, required: 2 } },
      { id: read.submissions[1]!.id, file: 'bài 2.docx', before: plain, after: { ...plain, met: 2, required: 2 } },
    ]);
    const applied = await campaigns.applyDraft(campaign.id, ADMIN);
    expect(applied).toMatchObject({ version: 2, definition });
    const after = await results.ofCampaign(campaign.id);
    expect(after.map(({ version, assessment }) => [version, assessment.proposal, assessment.group])).toEqual([
      [2, 'accept', 'g1'],
      [2, 'accept', null],
      [2, 'review', 'g1'],
    ]);
    expect(after[2]!.conclusion).toMatchObject({ verdict: 'accepted', by: ADMIN });
    expect(await results.pairs(campaign.id)).toEqual([pair]);
    expect(await campaigns.draft(campaign.id)).toBeNull();
    expect((await service.logged()).slice(-2)).toEqual(['concluded', 'campaign-changed']);
  });

  it('is worked out again when essays come in between, and is refused until then', async () => {
    const { service, campaign, work } = await drafted();
    const { campaigns, jobs } = service.records;
    await campaigns.recordDraft(work, 2);
    await service.assessedBatch(campaign, essays(1, 9), 'khóa-2');
    expect(await campaigns.draft(campaign.id)).toMatchObject({ isReady: false });
    expect(await campaigns.differences(campaign.id)).toBeNull();
    const again = (await jobs.next())!;
    expect(again).toMatchObject({ kind: 'reassess', state: 'queued', actor: ADMIN });
    await jobs.begin(again.id);
    // As it found them before: the new essay is missing.
    await campaigns.recordDraft({ ...work, job: again.id }, 2);
    await expect(campaigns.applyDraft(campaign.id, ADMIN)).rejects.toMatchObject({ code: 'no-draft' });
    expect(await campaigns.get(campaign.id)).toMatchObject({ version: 1 });
    expect(await jobs.next()).toMatchObject({ kind: 'reassess', state: 'queued' });
  });

  it('takes the place of an earlier one, whose job finds nobody any more', async () => {
    const { service, campaign, work, job } = await drafted();
    const { campaigns, jobs } = service.records;
    await campaigns.change(campaign.id, definitionOf('Đợt 1', STRICTER), ADMIN);
    await jobs.progress(job.id, 'match', 1, 3);
    await campaigns.recordDraft(work, 2);
    await jobs.fail(job.id, 'Hỏng.');
    expect(await campaigns.draft(campaign.id)).toMatchObject({ isReady: false, definition: STRICTER });
    await expect(jobs.retry(job.id, ADMIN)).rejects.toMatchObject({ code: 'unknown-id' });
    const next = (await jobs.next())!;
    expect(next.id).not.toBe(job.id);
    expect((await jobs.ofCampaign(campaign.id)).filter(({ batch }) => batch === null)).toEqual([next]);
    await campaigns.change(campaign.id, definitionOf('Đợt 1', STRICTER), ADMIN);
    expect(await jobs.next()).toEqual(next);
    await jobs.fail(next.id, 'Hỏng.');
    await campaigns.change(campaign.id, definitionOf('Đợt 1', STRICTER), ADMIN);
    expect(await jobs.next()).toMatchObject({ kind: 'reassess', attempts: 0 });
  });

  it('goes without a trace but the line in the log when it is discarded', async () => {
    const { service, campaign, work } = await drafted();
    const { campaigns, jobs, results } = service.records;
    const before = await results.ofCampaign(campaign.id);
    await campaigns.recordDraft(work, 2);
    await campaigns.discardDraft(campaign.id, ADMIN);
    await campaigns.discardDraft(campaign.id, ADMIN);
    expect(await campaigns.draft(campaign.id)).toBeNull();
    expect(await jobs.next()).toBeNull();
    expect(await results.ofCampaign(campaign.id)).toEqual(before);
    await expect(campaigns.applyDraft(campaign.id, ADMIN)).rejects.toMatchObject({ code: 'no-draft' });
    expect((await service.logged()).filter((kind) => kind === 'draft-discarded')).toHaveLength(1);
  });

  it('can be applied after an essay was removed from the corpus', async () => {
    const { service, campaign, work, read } = await drafted();
    await service.records.campaigns.recordDraft(work, 2);
    await service.corpus.remove([read.submissions[2]!.id]);
    await service.records.campaigns.applyDraft(campaign.id, ADMIN);
    expect(await service.records.results.ofCampaign(campaign.id)).toMatchObject([{ version: 2 }, { version: 2 }]);
    expect(await service.records.results.groups(campaign.id)).toEqual([]);
  });
});
