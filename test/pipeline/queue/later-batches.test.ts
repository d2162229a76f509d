import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/model/errors.js';
import { watchSteps } from '../../../src/model/steps.js';
import { zip } from '../../extract/make-files.js';
import { madeUpText } from '../../support/vietnamese.js';
import { named, Service } from './service.js';

const [ONE, TWO, THREE, FOUR, FIVE] = [1, 2, 3, 4, 5].map((seed) => madeUpText(seed, 300)) as [string, string, string, string, string];
const half = (text: string): string => text.split(' ').slice(0, 150).join(' ');
const CAMPAIGN = { name: 'Đợt 1' };

/** A campaign whose first batch has an essay of its own, a pair that shares half, and two near-duplicates. */
async function withFirstBatch() {
  const service = await Service.open();
  const { id } = await service.campaign(CAMPAIGN);
  const files = { 'a.txt': ONE, 'b.txt': `${half(TWO)} ${half(THREE)}`, 'c.txt': TWO, 'd.txt': FOUR, 'e.txt': `${FOUR} ${half(FIVE)}` };
  await service.handIn(id, files);
  await service.work();
  return { service, id, first: await service.report(id) };
}

/** Everything of a campaign that people see, but for the log. */
async function stateOf(service: Service, id: string) {
  const { results } = service.records;
  return { report: await service.report(id), pairs: await results.pairs(id), notes: await results.notes(id) };
}

describe('a later batch that overlaps an earlier essay', () => {
  it('refreshes its figures and its proposal, says so in the log, and leaves its conclusion', async () => {
    const { service, id } = await withFirstBatch();
    const before = await service.resultOf(id, 'a.txt');
    expect(before).toMatchObject({ proposal: 'accept', copied: { best: 0 }, group: null });
    const conclusion = { verdict: 'accepted', grounds: [], reason: 'Bài riêng', revision: 0 } as const;
    await service.records.results.conclude(id, before.submission.id, conclusion, 'quản trị');

    await service.handIn(id, { 'chép.txt': ONE, 'riêng.txt': FIVE });
    await service.work();

    const after = await service.resultOf(id, 'a.txt');
    const copy = await service.resultOf(id, 'chép.txt');
    expect(after).toMatchObject({ proposal: 'rewrite', copied: { best: 1 }, matches: [{ file: 'chép.txt', similarityOfThis: 1 }] });
    expect(after.group).not.toBeNull();
    expect(copy.group).toBe(after.group);
    const groups = await service.records.results.groups(id);
    expect(groups.map(({ members }) => members.length)).toEqual([2, 2]);
    const stored = await service.records.results.one(id, after.submission.id);
    expect(stored?.conclusion).toMatchObject({ verdict: 'accepted', revision: 1 });
    const log = await service.records.log.list({ campaign: id, limit: 100 });
    const lines = log.filter(({ kind }) => kind === 'new-overlap').map(({ submission, details }) => ({ submission, details }));
    expect(lines).toContainEqual({ submission: after.submission.id, details: { with: copy.submission.id, similarity: 1 } });
  });

  it('gives the same figures to both sides', async () => {
    const { service, id } = await withFirstBatch();
    await service.handIn(id, { 'f.txt': `${half(ONE)} ${madeUpText(9, 120)}` });
    await service.work();
    const [one, other] = [await service.resultOf(id, 'a.txt'), await service.resultOf(id, 'f.txt')];
    const [here, there] = [one.matches[0]!, other.matches[0]!];
    expect(here).toMatchObject({
      id: other.submission.id,
      similarityOfThis: there.similarityOfThat,
      similarityOfThat: there.similarityOfThis,
    });
    const pair = (await service.records.results.pairs(id)).find(({ first, second }) => [first, second].includes(other.submission.id));
    expect([pair?.shareOfFirst, pair?.shareOfSecond].sort()).toEqual([here.similarityOfThis, here.similarityOfThat].sort());
  });

  it('of another campaign refreshes it under its own, with what that lets members quote', async () => {
    const service = await Service.open();
    const quoting = { name: 'Đợt cũ', references: [named('nq.txt')] };
    const old = await service.campaign(quoting, { 'nq.txt': FIVE });
    await service.handIn(old.id, { 'cũ.txt': `${half(FIVE)} ${ONE}` });
    const { id } = await service.campaign({ name: 'Đợt mới' });
    await service.handIn(id, { 'mới.txt': `${half(FIVE)} ${half(ONE)}` });
    await service.work();
    const [before, later] = [await service.resultOf(old.id, 'cũ.txt'), await service.resultOf(id, 'mới.txt')];
    expect(before.quoted).toBeCloseTo(150 / 450, 2);
    expect(before.matches).toMatchObject([{ id: later.submission.id, kind: 'submission' }]);
    expect(before.copied.best).toBeCloseTo(150 / 300, 1);
    // The text behind the match is shown with the quotes that the campaign of the reader knows.
    const shown = await service.records.results.document(old.id, later.submission.id);
    expect(shown?.quotedSpans).toHaveLength(1);
    expect(later.matches).toMatchObject([{ id: before.submission.id }]);
  });

  it('of the same member, who hands in again, leaves the earlier attempt as it was', async () => {
    const service = await Service.open();
    const { id } = await service.campaign(CAMPAIGN);
    await service.handIn(id, { 'lần 1.txt': ONE }, ['lần 1.txt,1,Một']);
    await service.handIn(id, { 'lần 2.txt': `${ONE} ${half(TWO)}` }, ['lần 2.txt,1,Một']);
    await service.work();
    expect(await service.resultOf(id, 'lần 1.txt')).toMatchObject({ matches: [], proposal: 'accept' });
    expect((await service.resultOf(id, 'lần 2.txt')).matches).toMatchObject([{ kind: 'earlier-attempt' }]);
    expect((await service.records.log.list({ campaign: id, limit: 100 })).filter(({ kind }) => kind === 'new-overlap')).toEqual([]);
  });
});

describe('a batch that is withdrawn', () => {
  const LATER = { 'chép.txt': ONE, 'g.txt': `${half(THREE)} ${FIVE}`, 'h.txt': FOUR };

  it('leaves every figure as it was before it came', async () => {
    const { service, id } = await withFirstBatch();
    const before = await stateOf(service, id);
    const { id: batch } = await service.handIn(id, LATER);
    await service.work();
    expect((await service.report(id)).submissions).toHaveLength(8);
    await service.withdraw(batch);
    expect(await service.work()).toBe('idle');
    expect(await stateOf(service, id)).toEqual(before);
    expect(await service.records.batches.get(batch)).toMatchObject({ state: 'withdrawn' });
    expect(await service.corpus.list()).toHaveLength(5);
    expect(await service.corpus.verify()).toEqual([]);
    expect(await service.records.log.list({ campaign: id, limit: 1 })).toMatchObject([{ kind: 'batch-withdrawn', batch }]);
  });

  it.each(['withdraw.removed', 'refresh.done'] as const)('does so too when the machine stops at %s', async (step) => {
    const { service, id } = await withFirstBatch();
    const before = await stateOf(service, id);
    const { id: batch } = await service.handIn(id, LATER);
    await service.work();
    await service.withdraw(batch);
    watchSteps((reached) => {
      if (reached === step) throw new AppError('disk-full', 'Ổ đĩa đầy.');
    });
    expect(await service.work()).toBe('later');
    watchSteps(null);
    expect(await service.work()).toBe('idle');
    expect(await stateOf(service, id)).toEqual(before);
  });

  it('leaves no member an earlier attempt that is gone', async () => {
    const service = await Service.open();
    const { id } = await service.campaign(CAMPAIGN);
    const { id: first } = await service.handIn(id, { 'lần 1.txt': ONE }, ['lần 1.txt,1,Một']);
    await service.handIn(id, { 'lần 2.txt': `${ONE} ${half(TWO)}` }, ['lần 2.txt,1,Một']);
    await service.work();
    await service.withdraw(first);
    await service.work();
    expect((await service.resultOf(id, 'lần 2.txt')).matches).toEqual([]);
  });

  it('after it failed takes along what was kept of it and never noted', async () => {
    const service = await Service.open();
    const { id } = await service.campaign(CAMPAIGN);
    const archive = await zip([['a.txt', ONE]]);
    const { id: batch } = await service.handIn(id, { 'lô.zip': archive, 'b.txt': TWO }, ['a.txt,1,Một']);
    watchSteps((step) => {
      if (step === 'essays.row') throw new TypeError('the power fails');
    });
    await service.work();
    watchSteps(null);
    expect(await service.records.batches.get(batch)).toMatchObject({ state: 'failed', done: 0 });
    expect(await service.corpus.list()).toHaveLength(2);
    await service.withdraw(batch);
    await service.work();
    expect(await service.corpus.list()).toEqual([]);
    expect(await service.corpus.verify()).toEqual([]);
  });

  it('before the machine came to it frees its files for the next', async () => {
    const service = await Service.open();
    const { id } = await service.campaign(CAMPAIGN);
    const { id: first } = await service.handIn(id, { 'a.txt': ONE }, ['a.txt,1,Một']);
    await service.withdraw(first);
    const { id: second } = await service.handIn(id, { 'a.txt': ONE }, ['a.txt,1,Một']);
    await service.work();
    expect(await service.records.results.ofCampaign(id)).toMatchObject([{ batch: second, assessment: { proposal: 'accept' } }]);
  });
});
