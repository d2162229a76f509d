import { describe, expect, it } from 'vitest';
import type { RosterRow } from '../../../src/model/roster.js';
import { createWriterMatcher } from '../../../src/pipeline/writers/match-writers.js';
import { ADMIN, essays, Service } from './service.js';
import { addUnits, scopeOf } from './units.js';

const row = (card: string, name: string, more: Partial<RosterRow> = {}): RosterRow => ({ row: 2, card, name, ...more });

async function twoCells() {
  const service = await Service.open();
  addUnits(service.folder, [
    ['a', 'Chi bộ A', 'goc'],
    ['b', 'Chi bộ B', 'goc'],
  ]);
  const campaign = await service.campaign();
  const at = (unit: string) => service.records.within(scopeOf(unit));
  const listed = async (unit: string) => (await at(unit).rosters.people(campaign.id)).map(({ card, name }) => `${card} ${name}`).sort();
  return { service, campaign, id: campaign.id, at, listed };
}

describe('an import', () => {
  it('takes all rows or none, also when the last of very many clashes', async () => {
    const { service, id, at, listed } = await twoCells();
    await at('a').rosters.import(id, [row('9', 'Lê An', { cell: 'Cũ' })], ADMIN);
    const lines = await service.logged();
    const many = Array.from({ length: 2000 }, (_, place) => row(`x${place}`, `Người ${place}`));
    const import_ = at('a').rosters.import(
      id,
      [row('9', 'Lê An', { cell: 'Mới' }), ...many, { ...row('9', 'Trần Bình'), row: 2003 }],
      ADMIN,
    );
    await expect(import_).rejects.toMatchObject({ code: 'roster-file', message: expect.stringMatching(/2003.*Lê An/s) });
    expect(await listed('a')).toEqual(['9 Lê An']);
    expect((await at('a').rosters.people(id))[0]).toMatchObject({ cell: 'Cũ', revision: 1 });
    expect(await service.logged()).toEqual(lines);
  });

  it('of one unit knows nothing of the same card number in another', async () => {
    const { id, at, listed } = await twoCells();
    await at('a').rosters.import(id, [row('1', 'Lê An')], ADMIN);
    expect(await at('b').rosters.plan(id, [row('1', 'Trần Bình')])).toMatchObject({ added: 1, clashes: [] });
    await at('b').rosters.import(id, [row('1', 'Trần Bình')], ADMIN);
    expect([await listed('a'), await listed('b')]).toEqual([['1 Lê An'], ['1 Trần Bình']]);
    expect((await at('a').rosters.plan(id, [row('1', 'Trần Bình')])).clashes).toMatchObject([{ row: 2, card: '1', name: 'Lê An' }]);
    const [other] = await at('b').rosters.people(id);
    await expect(at('a').rosters.remove(id, other!.id, ADMIN)).rejects.toMatchObject({ code: 'unknown-id' });
  });
});

describe('who wrote what', () => {
  async function withEssays() {
    const { service, campaign, id, at } = await twoCells();
    const { records } = service;
    await records.rosters.import(id, [row('1', 'Lê An'), row('2', 'Đàm Thị Nhài'), row('3', 'Đàm Thị Nhài')], ADMIN);
    const { submissions } = await service.assessedBatch(campaign, essays(3));
    const people = Object.fromEntries((await records.rosters.people(id)).map((one) => [one.card, one.id]));
    return { service, id, at, writers: records.writers, rosters: records.rosters, people, essays: submissions.map((one) => one.id) };
  }

  it('is never guessed of two people of one name', async () => {
    const {
      id,
      writers,
      essays: [first, second],
    } = await withEssays();
    await writers.noteTold([
      { submission: first!, names: ['Đàm Thị Nhài'], numbers: [] },
      { submission: second!, names: ['Lê An'], numbers: [] },
    ]);
    const { people, essays: unsigned } = await writers.material(id, null);
    await writers.settle(id, unsigned.map(createWriterMatcher(people)));
    expect(await writers.ofCampaign(id)).toEqual(new Map([[second, expect.objectContaining({ name: 'Lê An', confirmedBy: null })]]));
    const open = (await writers.open(id)).find(({ submission }) => submission === first)!;
    expect(open.candidates.map(({ card }) => card).sort()).toEqual(['2', '3']);
  });

  it('is said once, told to whoever comes second, and can be taken back', async () => {
    const {
      id,
      at,
      writers,
      rosters,
      people,
      essays: [first],
    } = await withEssays();
    const choose = (card: string | null, before: string | null) =>
      writers.choose(id, first!, { person: card === null ? null : people[card]!, before }, ADMIN);
    await choose('2', null);
    await choose('2', null);
    await expect(choose('3', null)).rejects.toMatchObject({ code: 'writer-outdated', message: expect.stringContaining('Đàm Thị Nhài') });
    const handedIn = async () => (await rosters.people(id)).filter(({ essay }) => essay !== null).map(({ card }) => card);
    expect(await handedIn()).toEqual(['2']);
    await writers.release(id, first!, ADMIN);
    await writers.release(id, first!, ADMIN);
    expect([await handedIn(), (await writers.open(id)).length]).toEqual([[], 3]);
    await choose(null, null);
    expect((await writers.open(id)).map(({ submission }) => submission)).not.toContain(first);
    // What was said stays when the machine looks again.
    await writers.settle(id, [{ submission: first!, isSure: true, candidates: [{ person: people['1']!, basis: 'card-file' }] }]);
    expect((await writers.ofCampaign(id)).get(first!)).toBeUndefined();
    await expect(at('a').writers.release(id, first!, ADMIN)).rejects.toMatchObject({ code: 'unknown-id' });
    await expect(at('a').writers.choose(id, first!, { person: people['1']!, before: null }, ADMIN)).rejects.toMatchObject({
      code: 'unknown-id',
    });
  });

  it('takes nobody from the roster of another unit', async () => {
    const {
      id,
      at,
      writers,
      essays: [first],
    } = await withEssays();
    await at('a').rosters.import(id, [row('7', 'Người A')], ADMIN);
    const [stranger] = await at('a').rosters.people(id);
    await expect(writers.choose(id, first!, { person: stranger!.id, before: null }, ADMIN)).rejects.toMatchObject({ code: 'unknown-id' });
  });
});
