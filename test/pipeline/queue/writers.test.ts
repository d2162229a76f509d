import { describe, expect, it } from 'vitest';
import type { RosterRow } from '../../../src/model/roster.js';
import { nameWriters } from '../../../src/pipeline/writers/name-writers.js';
import { madeUpText } from '../../support/vietnamese.js';
import { Service } from './service.js';

const [ONE, TWO] = [madeUpText(1, 300), madeUpText(2, 300)] as [string, string];
const ACTOR = 'đồng chí An';
const AN: RosterRow = { row: 2, card: 'VT-000001', name: 'Khúc Thị Lành' };
const BINH: RosterRow = { row: 3, card: 'VT-000002', name: 'Quách Thị Mân' };

async function withRoster(...people: readonly RosterRow[]) {
  const service = await Service.open();
  const { id } = await service.campaign({ name: 'Đợt 1' });
  if (people.length > 0) await service.records.rosters.import(id, people, ACTOR);
  const { writers, campaigns } = service.records;
  const person = async (card: string) => (await service.records.rosters.people(id)).find((one) => one.card === card)!.id;
  const essay = async (file: string) => (await service.resultOf(id, file)).submission.id;
  const choose = async (file: string, card: string, before: string | null = null) =>
    writers.choose(id, await essay(file), { person: await person(card), before }, ACTOR);
  const isRefreshing = async () => (await campaigns.list())[0]!.isRefreshing;
  return { service, id, writers, choose, essay, isRefreshing };
}

describe('two files of one person', () => {
  it('are attempts at once where both bear the card number, in one batch or in two', async () => {
    const { service, id } = await withRoster(AN);
    await service.handIn(id, { 'VT-000001 lần 1.txt': ONE, 'VT-000001 lần 2.txt': `${ONE} ${madeUpText(8, 40)}` });
    await service.handIn(id, { 'VT-000001 lần 3.txt': ONE, 'người khác.txt': TWO });
    await service.work();
    const kinds = async (file: string) => (await service.resultOf(id, file)).matches.map(({ kind }) => kind);
    expect(await kinds('VT-000001 lần 1.txt')).toEqual([]);
    expect(await kinds('VT-000001 lần 2.txt')).toEqual(['earlier-attempt']);
    expect(await kinds('VT-000001 lần 3.txt')).toEqual(['earlier-attempt', 'earlier-attempt']);
    expect(await service.records.results.groups(id)).toEqual([]);
  });

  it('are copies until a person says whose they are, attempts from then on, and copies again when that is taken back', async () => {
    const { service, id, writers, choose, essay, isRefreshing } = await withRoster(AN, BINH);
    await service.handIn(id, { 'sáng.txt': ONE, 'chiều.txt': ONE, 'khác.txt': TWO });
    await service.work();
    const before = await service.report(id);
    expect(await service.resultOf(id, 'sáng.txt')).toMatchObject({ proposal: 'rewrite', matches: [{ kind: 'submission' }] });
    expect(before.groups).toHaveLength(1);

    await choose('sáng.txt', AN.card);
    // Nobody else's figures change by one name.
    expect(await isRefreshing()).toBe(false);
    await choose('chiều.txt', AN.card);
    expect(await isRefreshing()).toBe(true);
    await service.work();
    expect(await isRefreshing()).toBe(false);
    const [morning, evening] = [await service.resultOf(id, 'sáng.txt'), await service.resultOf(id, 'chiều.txt')];
    const [first, second] = morning.submission.sequence < evening.submission.sequence ? [morning, evening] : [evening, morning];
    expect(first).toMatchObject({ proposal: 'accept', matches: [], group: null, copied: { best: 0 } });
    expect(second).toMatchObject({ proposal: 'accept', matches: [{ kind: 'earlier-attempt' }], group: null, copied: { best: 0 } });
    expect([await service.records.results.groups(id), await service.records.results.pairs(id)]).toEqual([[], []]);

    await writers.release(id, await essay('chiều.txt'), ACTOR);
    await choose('chiều.txt', BINH.card);
    await service.work();
    expect((await service.report(id)).groups).toEqual(before.groups);
    expect((await service.resultOf(id, 'sáng.txt')).matches).toMatchObject([{ kind: 'submission' }]);
    await writers.release(id, await essay('chiều.txt'), ACTOR);
    await writers.release(id, await essay('sáng.txt'), ACTOR);
    await service.work();
    expect(await service.report(id)).toEqual(before);
  });

  it('become attempts when the roster comes after the files', async () => {
    const { service, id, isRefreshing } = await withRoster();
    await service.handIn(id, { 'VT-000001 a.txt': ONE, 'VT-000001 b.txt': ONE });
    await service.work();
    expect(await service.records.results.groups(id)).toHaveLength(1);
    const scope = { actor: ACTOR, account: null, units: ['goc'], person: null };
    const records = service.records.within(scope);
    await records.rosters.import(id, [AN], ACTOR);
    await nameWriters(records, id, null);
    expect(await isRefreshing()).toBe(true);
    await service.work();
    expect(await service.records.results.groups(id)).toEqual([]);
    expect((await service.resultOf(id, 'VT-000001 a.txt')).proposal).toBe('accept');
  });

  it('said by two different numbers of one member are two people’s once a person says so', async () => {
    const { service, id, choose } = await withRoster(AN, BINH);
    await service.handIn(id, { 'một.txt': ONE, 'hai.txt': `${ONE} ${madeUpText(8, 40)}` }, ['một.txt,7,Một', 'hai.txt,7,Một']);
    await service.work();
    expect((await service.resultOf(id, 'một.txt')).proposal).toBe('accept');
    await choose('một.txt', AN.card);
    await choose('hai.txt', BINH.card);
    await service.work();
    expect((await service.resultOf(id, 'một.txt')).matches).toMatchObject([{ kind: 'submission' }]);
    expect(await service.records.results.groups(id)).toHaveLength(1);
  });
});
