import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { RecordedWork, SimilarPair } from '../../../src/model/result-record.js';
import type { Submission } from '../../../src/model/submission.js';
import { essayOf, syllables, unreadableEssay } from '../essays.js';
import { ADMIN, assessmentOf, definitionOf, essays, openRecords, Service, workOn } from './service.js';

function pairOf(a: Submission, b: Submission, similarity: number): SimilarPair {
  const [first, second] = [a.id, b.id].sort() as [string, string];
  return { first, second, similarity, shareOfFirst: similarity, shareOfSecond: null };
}

describe('what a job found', () => {
  it('is kept as a whole: results, groups, pairs, notes, log lines, and the end of the job', async () => {
    const service = await Service.open();
    const { results, batches, jobs, originals, log } = service.records;
    const campaign = await service.campaign();
    const read = await service.readBatch(campaign, essays(3));
    const [a, b, c] = read.submissions as [Submission, Submission, Submission];
    const match = { id: b.id, file: b.file, kind: 'submission', similarityOfThis: 0.9, similarityOfThat: 0.8, passages: [] } as const;
    const work = workOn(read, campaign, {
      results: [c, b, a].map((submission) => ({
        ...{ campaign: campaign.id, batch: read.batch.id, version: 1 },
        assessment: assessmentOf(submission, submission === a ? { matches: [match], proposal: 'rewrite' } : {}),
      })),
      pairs: [{ campaign: campaign.id, ...pairOf(a, b, 0.9) }],
      groups: [{ campaign: campaign.id, version: 1, groups: [{ id: 'g1', members: [b.id, a.id], cohesion: 0.9 }] }],
      skipped: [{ file: 'ảnh.png', reason: 'Không phải bài.' }],
      warnings: ['Danh sách có một người chưa nộp.'],
    });
    const archive = (await batches.uploads(read.batch.id))[0]!;
    expect(existsSync(originals.pathOf(archive.sha256))).toBe(true);
    await results.record(work);

    const brief = await (await openRecords(service.folder)).results.ofCampaign(campaign.id);
    expect(brief.map(({ assessment }) => assessment.submission)).toEqual([a, b, c]);
    expect(brief[0]).toMatchObject({
      batch: read.batch.id,
      version: 1,
      conclusion: null,
      assessment: { proposal: 'rewrite', group: 'g1' },
    });
    expect(brief[0]!.assessment).toMatchObject({ matches: [], quotedSpans: [] });
    expect(brief[0]!.assessment.themes.map(({ evidence }) => evidence)).toEqual([[], []]);
    const whole = await results.one(campaign.id, a.id);
    expect(whole!.assessment).toEqual({ ...work.results[2]!.assessment, group: 'g1' });
    expect(await results.one('không có', a.id)).toBeNull();
    expect(await results.essays(campaign.id)).toEqual([a, b, c].map((submission) => ({ submission, batch: read.batch.id })));
    expect(await results.known([a.id, 'lạ'])).toEqual(new Map([[a.id, { campaign: campaign.id, batch: read.batch.id }]]));
    expect(await results.groups(campaign.id)).toEqual([{ id: 'g1', members: [b.id, a.id], cohesion: 0.9 }]);
    expect(await results.pairs(campaign.id)).toEqual([pairOf(a, b, 0.9)]);
    expect(await results.notes(campaign.id)).toEqual({ skipped: work.skipped, warnings: work.warnings });

    expect(await batches.get(read.batch.id)).toMatchObject({ state: 'done', items: 3, done: 3, uploads: 1 });
    expect(await jobs.next()).toBeNull();
    expect(await jobs.ofBatch(read.batch.id)).toMatchObject({ state: 'done', attempts: 1 });
    expect(existsSync(originals.pathOf(archive.sha256))).toBe(false);
    expect(await service.corpus.verify()).toEqual([]);
    expect(await log.list({ limit: 1 })).toMatchObject([
      { actor: 'soatbai', kind: 'batch-assessed', campaign: campaign.id, batch: read.batch.id, details: { number: 1, essays: 3 } },
    ]);

    const mark = await results.mark(campaign.id);
    expect(await results.mark(campaign.id)).toBe(mark);
    await results.conclude(campaign.id, b.id, { verdict: 'accepted', grounds: [], reason: '', revision: 0 }, ADMIN);
    expect(await results.mark(campaign.id)).not.toBe(mark);
    await expect(results.record(work)).rejects.toMatchObject({ code: 'unknown-id' });
  });

  it('refreshes earlier essays of other campaigns, whose batch and conclusion stay, and says so in the log', async () => {
    const service = await Service.open();
    const { results, log } = service.records;
    const first = await service.campaign();
    const earlier = await service.assessedBatch(first, essays(1));
    const [old] = earlier.submissions as [Submission];
    const conclusion = { verdict: 'accepted', grounds: [], reason: '', revision: 0 } as const;
    await results.conclude(first.id, old.id, conclusion, ADMIN);
    const second = await service.campaign('Đợt 2');
    const read = await service.readBatch(second, essays(1, 1, 'Đợt 2'));
    const [late] = read.submissions as [Submission];
    const refreshed = assessmentOf(old, { proposal: 'rewrite', copied: { best: 1, union: 1, longestRun: 40 } });
    const work = workOn(read, second);
    await results.record({
      ...work,
      results: [...work.results, { campaign: first.id, batch: null, version: 1, assessment: refreshed }],
      newOverlap: [{ id: old.id, with: late.id, similarity: 0.75 }],
    });
    expect(await results.ofCampaign(first.id)).toMatchObject([
      { batch: earlier.batch.id, assessment: { proposal: 'rewrite' }, conclusion: { verdict: 'accepted' } },
    ]);
    expect(await log.list({ limit: 2 })).toMatchObject([
      { kind: 'batch-assessed' },
      { kind: 'new-overlap', campaign: first.id, batch: read.batch.id, submission: old.id, details: { with: late.id, similarity: 0.75 } },
    ]);
    expect(await log.list({ campaign: second.id, limit: 10 })).toHaveLength(4);
  });

  it('is worked out again when its groups were gathered under a version that counts no more', async () => {
    const service = await Service.open();
    const { results, jobs, campaigns } = service.records;
    const campaign = await service.campaign();
    const read = await service.readBatch(campaign, essays(1));
    await campaigns.change(campaign.id, definitionOf('Đợt 1', { synonyms: [['cán bộ', 'đảng viên']] }), ADMIN);
    const groups = [{ campaign: campaign.id, version: 1, groups: [] }];
    await results.record(workOn(read, campaign, { results: [], groups }));
    expect(await jobs.next()).toMatchObject({ id: read.job.id, state: 'queued' });
    await jobs.begin(read.job.id);
    await results.record(workOn(read, campaign, { results: [], groups: [{ ...groups[0]!, version: 2 }] }));
    expect(await jobs.next()).toBeNull();
  });

  it('replaces pairs that are known and all groups of a campaign', async () => {
    const service = await Service.open();
    const { results } = service.records;
    const campaign = await service.campaign();
    const first = await service.readBatch(campaign, essays(2));
    const [a, b] = first.submissions as [Submission, Submission];
    const id = campaign.id;
    const found = (pairs: SimilarPair[], members: Submission[]): Partial<RecordedWork> => ({
      pairs: pairs.map((pair) => ({ campaign: id, ...pair })),
      groups: [{ campaign: id, version: 1, groups: [{ id: 'g1', members: members.map((member) => member.id), cohesion: 0.9 }] }],
    });
    await results.record(workOn(first, campaign, found([pairOf(a, b, 0.9)], [a, b])));
    const second = await service.readBatch(campaign, essays(1, 3), 'khóa-2');
    const [c] = second.submissions as [Submission];
    await results.record(workOn(second, campaign, found([pairOf(a, b, 0.8), pairOf(b, c, 0.7)], [b, c])));
    expect(new Set(await results.pairs(id))).toEqual(new Set([pairOf(a, b, 0.8), pairOf(b, c, 0.7)]));
    expect(await results.groups(id)).toEqual([{ id: 'g1', members: [b.id, c.id], cohesion: 0.9 }]);
    expect((await results.ofCampaign(id)).map(({ assessment }) => assessment.group)).toEqual([null, 'g1', 'g1']);
    await service.corpus.remove([c.id]);
    expect(await results.groups(id)).toEqual([]);
    expect((await results.ofCampaign(id)).map(({ assessment }) => assessment.group)).toEqual([null, null]);
  });
});

describe('a text that a result names', () => {
  it('is shown with where it comes from and with its quotes', async () => {
    const service = await Service.open();
    const { results } = service.records;
    const sample = await service.document('mẫu trên mạng.docx', 'Một bài mẫu.');
    const campaign = await service.campaign('Đợt 1', { samples: [sample] });
    const read = await service.readBatch(campaign, essays(1));
    const anonymous = essayOf('e', syllables(7, 30), { campaign: null, unit: 'e', file: 'vô danh.docx' });
    const [named, unnamed, unread] = await service.corpus.append([
      essayOf('d', syllables(5, 30), { campaign: 'Đợt 0', file: 'cũ.docx' }),
      anonymous,
      unreadableEssay('f'),
    ]);
    const quoted = [
      { campaign: campaign.id, id: named!.id, spans: [{ start: 2, end: 5 }] },
      { campaign: campaign.id, id: `sample:${sample.file}`, spans: [{ start: 0, end: 3 }] },
    ];
    await results.record(workOn(read, campaign, { quoted }));
    const [own] = read.submissions;
    expect(await results.document(campaign.id, own!.id)).toEqual({
      ...{ file: 'bài 1.docx', origin: null, quotedSpans: [{ start: 0, end: 4 }] },
      ...{ text: syllables(1, 40).join(' '), hidden: [], asides: [], recognised: [] },
    });
    expect(await results.document(campaign.id, named!.id)).toMatchObject({
      ...{ file: 'cũ.docx', origin: { campaign: 'Đợt 0', unit: 'chi bộ d' }, quotedSpans: [{ start: 2, end: 5 }] },
    });
    expect(await results.document(campaign.id, unnamed!.id)).toMatchObject({ origin: { campaign: null, unit: '' }, quotedSpans: [] });
    expect(await results.document(campaign.id, 'sample:mẫu trên mạng.docx')).toEqual({
      ...{ file: 'mẫu trên mạng.docx', origin: null, text: 'Một bài mẫu.', quotedSpans: [{ start: 0, end: 3 }] },
      ...{ hidden: [], asides: [], recognised: [] },
    });
    for (const id of [unread!.id, 'sample:khác.docx', 'lạ']) expect(await results.document(campaign.id, id)).toBeNull();
  });
});

describe('a conclusion', () => {
  it('is added to those before it, by whoever has seen the newest one', async () => {
    const service = await Service.open();
    const { results, log } = service.records;
    const other = await openRecords(service.folder);
    const campaign = await service.campaign();
    const { submissions, batch } = await service.assessedBatch(campaign, essays(1));
    const id = submissions[0]!.id;
    const rewrite = { verdict: 'rewrite', grounds: ['copied'], reason: 'Trùng khớp phần hai.', revision: 0 } as const;
    const both = await Promise.allSettled([
      results.conclude(campaign.id, id, rewrite, ADMIN),
      other.results.conclude(campaign.id, id, { ...rewrite, verdict: 'accepted' }, 'đồng chí Bình'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conclusion-outdated' } });
    service.clock.pass(60_000);
    const second = await results.conclude(campaign.id, id, { ...rewrite, revision: 1 }, ADMIN);
    expect(second).toEqual({ ...rewrite, by: ADMIN, at: '2026-11-25T08:01:00.000Z', revision: 2 });
    expect((await other.results.ofCampaign(campaign.id))[0]!.conclusion).toEqual(second);
    expect((await other.results.one(campaign.id, id))!.conclusion).toEqual(second);
    await expect(results.conclude(campaign.id, 'lạ', rewrite, ADMIN)).rejects.toMatchObject({ code: 'unknown-id' });
    const lines = await log.list({ limit: 2 });
    expect(lines.map(({ kind, submission }) => [kind, submission])).toEqual([
      ['concluded', id],
      ['concluded', id],
    ]);
    expect(lines[0]).toMatchObject({ actor: ADMIN, batch: batch.id, details: { verdict: 'rewrite', reason: rewrite.reason, revision: 2 } });
  });

  it('on many essays at once is for all of them or for none', async () => {
    const service = await Service.open();
    const { results } = service.records;
    const campaign = await service.campaign();
    const read = await service.readBatch(campaign, essays(3));
    const work = workOn(read, campaign);
    const last = work.results[2]!;
    const review = { ...last, assessment: { ...last.assessment, proposal: 'review' as const } };
    await results.record({ ...work, results: [...work.results.slice(0, 2), review] });
    const [a, b, c] = read.submissions.map(({ id }) => id) as [string, string, string];
    const concluded = async () => (await results.ofCampaign(campaign.id)).map(({ conclusion }) => conclusion?.verdict ?? null);
    await expect(results.acceptAll(campaign.id, [a, b, c], ADMIN)).rejects.toMatchObject({
      code: 'not-acceptable',
      message: expect.stringContaining('bài 3.docx'),
    });
    await expect(results.acceptAll(campaign.id, [a, 'lạ'], ADMIN)).rejects.toMatchObject({ code: 'unknown-id' });
    expect(await concluded()).toEqual([null, null, null]);
    await results.acceptAll(campaign.id, [a, b, a], ADMIN);
    expect(await concluded()).toEqual(['accepted', 'accepted', null]);
    await expect(results.acceptAll(campaign.id, [b], ADMIN)).rejects.toMatchObject({ code: 'not-acceptable' });
    expect((await service.logged()).filter((kind) => kind === 'concluded')).toHaveLength(2);
  });
});

/** Submissions of one file: only the lists count here. */
function addSubmissions(folder: string, count: number): Submission[] {
  const database = new Database(join(folder, 'corpus.sqlite'));
  const { sha256 } = database.prepare<[], Submission>('SELECT sha256 FROM submission').get()!;
  const insert = database.prepare<unknown[], Submission>(
    `INSERT INTO submission (id, campaign, member, unit, file, sha256, state, received_at) VALUES (?, 'Đợt 1', ?, 'chi bộ 1', 'bài.docx', ?, 'ok', '')
     RETURNING id, campaign, member, unit, file, sha256, state, sequence`,
  );
  const addAll = database.transaction(() => Array.from({ length: count }, (_, at) => insert.get(`s${at}`, `thẻ ${at}`, sha256)!));
  const submissions = addAll();
  database.close();
  return submissions;
}

describe('a large campaign', () => {
  it('is listed quickly', async () => {
    const service = await Service.open();
    const { results } = service.records;
    const campaign = await service.campaign();
    const { batch, job } = await service.readBatch(campaign, essays(1));
    const read = { batch, job, submissions: addSubmissions(service.folder, 5000) };
    const reasons = [{ code: 'copied-best', text: 'x'.repeat(700) } as const];
    const passage = { first: { start: 0, end: 400 }, second: { start: 0, end: 400 }, syllables: 90, identical: 0.9, weight: 70 };
    const match = { id: 'a'.repeat(20), file: 'bài.docx', kind: 'submission', similarityOfThis: 0.9, similarityOfThat: 0.8 } as const;
    const matches = Array.from({ length: 5 }, () => ({ ...match, passages: Array.from({ length: 10 }, () => passage) }));
    const work = workOn(read, campaign);
    const found = work.results.map((result) => ({ ...result, assessment: { ...result.assessment, reasons, matches } }));
    await results.record({ ...work, results: found });
    await results.acceptAll(
      campaign.id,
      read.submissions.slice(0, 2500).map(({ id }) => id),
      ADMIN,
    );
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const begun = process.cpuUsage();
      expect(await results.ofCampaign(campaign.id)).toHaveLength(5000);
      const { user, system } = process.cpuUsage(begun);
      times.push((user + system) / 1000);
    }
    // Milliseconds of computing, whatever else the machine does; about 80 when it is at rest.
    expect(Math.min(...times)).toBeLessThan(250);
    expect(await service.records.log.verify()).toBeNull();
  });
});
