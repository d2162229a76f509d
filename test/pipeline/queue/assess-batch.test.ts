import { rename } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/model/errors.js';
import { type Step, watchSteps } from '../../../src/model/steps.js';
import { toReportJson } from '../../../src/report/json.js';
import { docx, zip } from '../../extract/make-files.js';
import { madeUpText } from '../../support/vietnamese.js';
import { assess } from '../batch.js';
import { type Files, lines } from '../inputs.js';
import { filesRead, named, READER, Service } from './service.js';

const [ONE, TWO, THREE, FOUR, FIVE] = [1, 2, 3, 4, 5].map((seed) => madeUpText(seed, 300)) as [string, string, string, string, string];
const half = (text: string): string => text.split(' ').slice(0, 150).join(' ');

/** Copies, a quote, a sample, a form that is no essay, a damaged file: something of everything. */
const mixedFiles = async (): Promise<Files> => ({
  'a.docx': await docx([ONE]),
  'b.txt': `${half(ONE)} ${half(TWO)}`,
  'c.txt': `${half(FIVE)} ${THREE}`,
  'd.txt': `${half(FOUR)} ${half(THREE)}`,
  'e.docx': (await docx([TWO])).subarray(0, 900),
  'f.txt': ONE,
  'g.txt': FIVE,
  '~$a.docx': 'x',
});
const DOCUMENTS = { 'nq.txt': FIVE, 'mau.txt': FOUR };
const MIXED = { name: 'Đợt 1', references: [named('nq.txt')], samples: [named('mau.txt')] };

describe('a batch that is handed in', () => {
  it('gets the figures that a command gives the same files', async () => {
    const service = await Service.open();
    const files = await mixedFiles();
    const { id } = await service.campaign(MIXED, DOCUMENTS);
    await service.handIn(id, files);
    expect(await service.work()).toBe('idle');
    const campaign = lines('name: Đợt 1', 'references: [nq.txt]', 'samples: [mau.txt]', 'themes: []');
    const options = { campaign, documents: DOCUMENTS, order: Object.keys(files), sandbox: READER };
    const byCommand = toReportJson(await assess(files, options), { texts: true });
    const found = await service.report(id);
    expect(found).toEqual({ ...byCommand, skipped: expect.arrayContaining(byCommand.skipped) });
    expect(found.skipped).toHaveLength(byCommand.skipped.length);
    expect(found.groups).toHaveLength(1);
    expect(await service.records.batches.list(id)).toMatchObject([{ state: 'done', items: 6, done: 6 }]);
  });

  it('may hold archives: what lies in them is named with the way there', async () => {
    const service = await Service.open();
    const { id } = await service.campaign({ name: 'Đợt 1' });
    const archive = await zip([
      ['chi bộ 1/a.txt', ONE],
      ['__MACOSX/._a.txt', 'x'],
      ['b.txt', TWO],
    ]);
    const batch = await service.handIn(id, { 'nộp.zip': archive, 'c.txt': THREE }, ['chi bộ 1/a.txt,7,Một', 'c.txt,8,Hai']);
    await service.work();
    const items = await service.records.batches.items(batch.id);
    expect(items.map(({ file, state }) => [file, state])).toEqual([
      ['nộp.zip/chi bộ 1/a.txt', 'read'],
      ['nộp.zip/b.txt', 'read'],
      ['c.txt', 'read'],
      ['nộp.zip/__MACOSX/._a.txt', 'skipped'],
    ]);
    const report = await service.report(id);
    expect(report.submissions.map(({ file, member }) => [file, member.split('#')[0]])).toEqual([
      ['nộp.zip/chi bộ 1/a.txt', 'nộp.zip/chi bộ 1/a.txt'],
      ['nộp.zip/b.txt', 'nộp.zip/b.txt'],
      ['c.txt', '8'],
    ]);
    const { warnings } = await service.records.results.notes(id);
    expect(warnings.join('\n')).toContain('chi bộ 1/a.txt');
  });

  it('says of each essay what the roster says of its writer, in the report and to whoever assesses it again', async () => {
    const service = await Service.open();
    const { id } = await service.campaign({ name: 'Đợt 1' });
    await service.handIn(id, { 'a.txt': ONE, 'b.txt': TWO }, ['a.txt,1,Trạm y tế,Điều dưỡng,Xã Bình Khê']);
    await service.work();
    const { submissions } = await service.report(id);
    expect(submissions.map(({ file, post, place }) => [file, post, place])).toEqual([
      ['a.txt', 'Điều dưỡng', 'Xã Bình Khê'],
      ['b.txt', '', ''],
    ]);
    const writer = { unit: 'Trạm y tế', post: 'Điều dưỡng', place: 'Xã Bình Khê' };
    expect((await service.corpus.essays([submissions[0]!.id])).get(submissions[0]!.id)!.submission).toMatchObject(writer);
  });

  it('without a single file fails with a sentence that says so', async () => {
    const service = await Service.open();
    const { id } = await service.campaign({ name: 'Đợt 1' });
    const batch = await service.handIn(id, { 'rỗng.zip': await zip([]) });
    await service.work();
    expect(await service.records.jobs.ofBatch(batch.id)).toMatchObject({ state: 'failed', error: expect.stringContaining('Không có tệp') });
    expect(await service.records.batches.get(batch.id)).toMatchObject({ state: 'failed' });
  });
});

describe('a file that was handed in', () => {
  it('twice in one batch is one essay, the second named with the first', async () => {
    const service = await Service.open();
    const { id } = await service.campaign({ name: 'Đợt 1' });
    await service.handIn(id, { 'a.txt': ONE, 'b.txt': ONE }, ['a.txt,1,Một', 'b.txt,1,Một']);
    await service.work();
    const { submissions, skipped } = await service.report(id);
    expect(submissions.map(({ file, proposal }) => [file, proposal])).toEqual([['a.txt', 'accept']]);
    expect(skipped).toMatchObject([{ file: 'b.txt', reason: expect.stringContaining('“a.txt”') }]);
  });

  it('by the same member in an earlier batch stays with that one', async () => {
    const service = await Service.open();
    const { id } = await service.campaign({ name: 'Đợt 1' });
    const first = await service.handIn(id, { 'a.txt': ONE }, ['a.txt,1,Một']);
    const second = await service.handIn(id, { 'khác.txt': ONE, 'b.txt': TWO }, ['khác.txt,1,Đơn vị khác', 'b.txt,2,Hai']);
    await service.work();
    const [item] = await service.records.batches.items(second.id);
    expect(item).toMatchObject({ file: 'khác.txt', state: 'skipped', reason: expect.stringContaining('lô 1') });
    const results = await service.records.results.ofCampaign(id);
    expect(results.map(({ assessment, batch }) => [assessment.submission.file, assessment.submission.unit, batch])).toEqual([
      ['a.txt', 'Một', first.id],
      ['b.txt', 'Hai', second.id],
    ]);
  });

  it('that is not to be had is no file to skip: the batch fails, says which, and goes on once the file is back', async () => {
    const service = await Service.open();
    const { id } = await service.campaign({ name: 'Đợt 1' });
    const { batches, jobs, originals } = service.records;
    const batch = await service.handIn(id, { 'a.txt': ONE, 'b.zip': await zip([['c.txt', TWO]]) });
    for (const { file, sha256 } of await batches.uploads(batch.id)) {
      const path = originals.pathOf(sha256);
      await rename(path, `${path}-xa`);
      await service.work();
      const job = (await jobs.ofBatch(batch.id))!;
      expect(job).toMatchObject({ state: 'failed', error: expect.stringContaining(file) });
      await rename(`${path}-xa`, path);
      await jobs.retry(job.id, 'quản trị');
    }
    await service.work();
    expect(await batches.get(batch.id)).toMatchObject({ state: 'done', items: 2, done: 2 });
  });
});

describe('a machine that stops in the midst', () => {
  const STOPS: [Step, number][] = [
    ['job.begun', 1],
    ['archive.listed', 1],
    ['items.row', 1],
    ['essay.read', 40],
    ['originals.written', 1],
    ['essays.row', 1],
    ['items.noted', 1],
    ['match.begun', 1],
    ['match.done', 1],
    ['refresh.done', 1],
  ];

  it('is followed by one that ends with the same figures, and reads nothing twice that was noted', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [`b${i}.txt`, `${madeUpText(i, 40)} ${madeUpText(100 + (i % 7), 160)}`]),
    );
    const undisturbed = await Service.open();
    const { id } = await undisturbed.campaign({ name: 'Đợt 1' });
    await undisturbed.handIn(id, files);
    await undisturbed.work();
    const expected = await undisturbed.report(id);
    expect(expected.submissions).toHaveLength(50);
    expect(expected.groups.length).toBeGreaterThan(0);

    const disturbed = await Service.open();
    const campaign = await disturbed.campaign({ name: 'Đợt 1' });
    const { id: batch } = await disturbed.handIn(campaign.id, files);
    const before = filesRead();
    for (const [step, times] of STOPS) await dieAt(disturbed, step, times);
    expect(await disturbed.work()).toBe('idle');
    expect(await disturbed.report(campaign.id)).toEqual(expected);
    const items = await disturbed.records.batches.items(batch);
    expect(items.map(({ file }) => file)).toEqual(Object.keys(files));
    // Eight deaths before the first chunk was noted would have read 400 files.
    expect(filesRead() - before).toBeLessThan(250);
    expect((await disturbed.corpus.list()).map(({ file }) => file)).toEqual(Object.keys(files));
    expect(await disturbed.corpus.verify()).toEqual([]);
  });

  /** Stops a fresh machine where it reaches a step for the n-th time: it gets no further, and the job stays in the queue. */
  async function dieAt(service: Service, step: Step, times: number): Promise<void> {
    let seen = 0;
    watchSteps((reached) => {
      if (reached === step && ++seen === times) throw new AppError('disk-full', 'Ổ đĩa đầy.');
    });
    expect(await service.work(), step).toBe('later');
    watchSteps(null);
  }
});
