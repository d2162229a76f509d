import { describe, expect, it } from 'vitest';
import { madeUpText } from '../../support/vietnamese.js';
import { named, Service } from './service.js';

const [ONE, TWO, THREE, FOUR] = [1, 2, 3, 4].map((seed) => madeUpText(seed, 300)) as [string, string, string, string];
const half = (text: string): string => text.split(' ').slice(0, 150).join(' ');
const CAMPAIGN = { name: 'Đợt 1' };
/** The same campaign once its resolution has been handed in. */
const WITH_RESOLUTION = { ...CAMPAIGN, references: [named('nq.txt')] };
const DOCUMENTS = { 'nq.txt': half(ONE) };
const FILES = { 'a.txt': `${half(ONE)} ${TWO}`, 'b.txt': `${half(ONE)} ${THREE}`, 'c.txt': FOUR };

async function assessed() {
  const service = await Service.open();
  const { id } = await service.campaign(CAMPAIGN);
  await service.handIn(id, FILES);
  await service.work();
  return { service, id };
}

describe('a campaign that is changed once it has results', () => {
  it('shows what would change, and changes nothing before people say so', async () => {
    const { service, id } = await assessed();
    const before = await service.report(id);
    expect(before.submissions.map(({ proposal }) => proposal)).toEqual(['review', 'review', 'accept']);
    await service.change(id, WITH_RESOLUTION, DOCUMENTS);
    expect(await service.work()).toBe('idle');
    expect(await service.report(id)).toEqual(before);
    const differences = await service.records.campaigns.differences(id);
    expect(differences?.map(({ file, before: old, after }) => [file, old.proposal, after.proposal])).toEqual(
      expect.arrayContaining([
        ['a.txt', 'review', 'accept'],
        ['b.txt', 'review', 'accept'],
      ]),
    );
  });

  it('has, once applied, the figures that it would have had from the start', async () => {
    const { service, id } = await assessed();
    await service.change(id, WITH_RESOLUTION, DOCUMENTS);
    await service.work();
    await service.records.campaigns.applyDraft(id, 'quản trị');
    const fresh = await Service.open();
    const other = await fresh.campaign(WITH_RESOLUTION, DOCUMENTS);
    await fresh.handIn(other.id, FILES);
    await fresh.work();
    expect(await service.report(id)).toEqual(await fresh.report(other.id));
    expect(await service.records.results.pairs(id)).toEqual(await fresh.records.results.pairs(other.id));
  });

  it('works its draft out anew when essays came in between', async () => {
    const { service, id } = await assessed();
    await service.change(id, WITH_RESOLUTION, DOCUMENTS);
    await service.handIn(id, { 'd.txt': `${half(ONE)} ${madeUpText(8, 200)}` });
    await service.work();
    expect((await service.records.campaigns.differences(id))?.map(({ file }) => file).sort()).toContain('d.txt');
    await service.records.campaigns.applyDraft(id, 'quản trị');
    expect((await service.report(id)).submissions.map(({ proposal }) => proposal)).toEqual(Array(4).fill('accept'));
  });
});

describe('a draft while batches come in', () => {
  it('is worked out anew once, when all of them are through', async () => {
    const { service, id } = await assessed();
    await service.change(id, WITH_RESOLUTION, DOCUMENTS);
    await service.work();
    for (const seed of [11, 12, 13]) await service.handIn(id, { [`${seed}.txt`]: madeUpText(seed, 200) });
    const machine = service.machine();
    const kinds: string[] = [];
    for (let job = await service.records.jobs.next(); job !== null; job = await service.records.jobs.next()) {
      kinds.push(job.kind);
      await machine.takeTurn();
    }
    expect(kinds).toEqual(['assess', 'assess', 'assess', 'reassess']);
    await service.records.campaigns.applyDraft(id, 'quản trị');
    expect((await service.report(id)).submissions).toHaveLength(6);
  });
});

describe('a campaign that is changed while its first batch is worked on', () => {
  it('has that batch assessed under what counts in the end', async () => {
    const service = await Service.open();
    const { id } = await service.campaign(CAMPAIGN);
    await service.handIn(id, FILES);
    const machine = service.machine({
      close: async () => {},
      extract: async () => {
        await service.change(id, { ...CAMPAIGN, policy: { minimumSyllables: 1000 } });
        throw new Error('the power fails');
      },
    });
    expect(await machine.takeTurn()).toBe('worked');
    const [job] = await service.records.jobs.ofCampaign(id);
    await service.records.jobs.retry(job!.id, 'quản trị');
    await service.work();
    const results = await service.records.results.ofCampaign(id);
    expect(results.map(({ version }) => version)).toEqual([2, 2, 2]);
    expect(results.every(({ assessment }) => assessment.reasons.some(({ code }) => code === 'too-short'))).toBe(true);
  });
});
