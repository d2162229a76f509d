import { describe, expect, it } from 'vitest';
import { zip } from '../../extract/make-files.js';
import { madeUpText } from '../../support/vietnamese.js';
import { assess, assessmentOf } from '../batch.js';
import { READER, Service } from './service.js';

const [ONE, TWO, THREE] = [1, 2, 3].map((seed) => madeUpText(seed, 300)) as [string, string, string];
const NAMED = ['a.txt,1,Một'];

async function withCampaign() {
  const service = await Service.open();
  const { id } = await service.campaign({ name: 'Đợt 1' });
  const proposals = async () => (await service.report(id)).submissions.map(({ file, proposal }) => [file, proposal]);
  return { service, id, proposals };
}

describe('a file of two batches', () => {
  it('stays with the second when the first is withdrawn, with its figures and what was concluded on it', async () => {
    const { service, id, proposals } = await withCampaign();
    const { results, batches } = service.records;
    const first = await service.handIn(id, { 'a.txt': ONE, 'c.txt': THREE }, NAMED);
    const archive = await zip([
      ['a.txt', ONE],
      ['b.txt', TWO],
    ]);
    const second = await service.handIn(id, { 'lô hai.zip': archive }, ['lô hai.zip/a.txt,1,Một']);
    await service.work();
    const { submission } = await service.resultOf(id, 'a.txt');
    const conclusion = { verdict: 'accepted', grounds: [], reason: 'Bài riêng', revision: 0 } as const;
    await results.conclude(id, submission.id, conclusion, 'quản trị');

    await service.withdraw(first.id);
    await service.work();
    expect(await proposals()).toEqual([
      ['a.txt', 'accept'],
      ['lô hai.zip/b.txt', 'accept'],
    ]);
    expect(await results.one(id, submission.id)).toMatchObject({ batch: second.id, conclusion: { reason: 'Bài riêng' } });
    expect(await batches.items(second.id)).toMatchObject([
      { file: 'lô hai.zip/a.txt', state: 'read', submission: submission.id, submissionState: 'ok', reason: null },
      { file: 'lô hai.zip/b.txt', state: 'read' },
    ]);
    expect(await batches.get(second.id)).toMatchObject({ items: 2, done: 2 });
    expect((await results.notes(id)).skipped).toEqual([]);
    expect(await service.corpus.verify()).toEqual([]);

    await service.withdraw(second.id);
    await service.work();
    expect(await service.corpus.list()).toEqual([]);
  });

  it('is assessed with the second when the first has failed', async () => {
    const { service, id, proposals } = await withCampaign();
    const first = await service.handIn(id, { 'a.txt': ONE, 'hỏng.txt': TWO }, NAMED);
    const broken = {
      close: async () => {},
      extract: (bytes: Uint8Array, name: string) => (name === 'a.txt' ? READER.extract(bytes, name) : Promise.reject(new TypeError('x'))),
    };
    await service.work(service.machine(broken));
    expect(await service.records.batches.get(first.id)).toMatchObject({ state: 'failed' });
    await service.handIn(id, { 'a.txt': ONE }, NAMED);
    await service.work();
    await service.withdraw(first.id);
    await service.work();
    expect(await proposals()).toEqual([['a.txt', 'accept']]);
  });

  it.each([
    ['first with a roster and then without', NAMED, null],
    ['first without a roster and then with one', null, NAMED],
  ])('that came %s is no copy of itself', async (_, before, after) => {
    const { service, id, proposals } = await withCampaign();
    const first = await service.handIn(id, { 'a.txt': ONE }, before);
    await service.handIn(id, { 'a.txt': ONE }, after);
    await service.work();
    expect(await proposals()).toEqual([['a.txt', 'accept']]);
    await service.withdraw(first.id);
    await service.work();
    expect(await proposals()).toEqual([['a.txt', 'accept']]);
  });

  it('is a copy when the roster gives it to two members', async () => {
    const { service, id, proposals } = await withCampaign();
    await service.handIn(id, { 'a.txt': ONE }, NAMED);
    await service.handIn(id, { 'a.txt': ONE }, ['a.txt,2,Hai']);
    await service.work();
    expect(await proposals()).toEqual([
      ['a.txt', 'rewrite'],
      ['a.txt', 'rewrite'],
    ]);
  });
});

describe('a command on the folder of a service', () => {
  it('that names what the page has without a name leaves it there, and shows no copy of itself', async () => {
    const { service, id } = await withCampaign();
    await service.handIn(id, { 'lo/a.txt': ONE });
    await service.work();
    const before = await service.report(id);
    const batch = await assess({ 'a.txt': ONE }, { corpus: service.corpus, sandbox: READER, roster: NAMED });
    expect(assessmentOf(batch, 'a.txt')).toMatchObject({ matches: [], proposal: 'accept' });
    expect(await service.report(id)).toEqual(before);
    await service.handIn(id, { 'b.txt': TWO });
    await service.work();
    expect(await service.resultOf(id, 'lo/a.txt')).toMatchObject({ matches: [], proposal: 'accept' });
  });

  it('that removes an essay has those that named it worked out anew with the next batch', async () => {
    const { service, id } = await withCampaign();
    await service.handIn(id, { 'a.txt': ONE, 'b.txt': ONE, 'c.txt': TWO });
    await service.work();
    expect(await service.resultOf(id, 'a.txt')).toMatchObject({ proposal: 'rewrite' });
    await service.corpus.remove([(await service.resultOf(id, 'b.txt')).submission.id]);
    await service.handIn(id, { 'd.txt': THREE });
    await service.work();
    expect(await service.resultOf(id, 'a.txt')).toMatchObject({ matches: [], proposal: 'accept', group: null });
    expect((await service.records.log.list({ campaign: id, limit: 100 })).filter(({ kind }) => kind === 'new-overlap')).toEqual([]);
  });
});
