import { expect, it } from 'vitest';
import { type RosterRow, standingOf } from '../../../src/model/roster.js';
import { ADMIN, essays, Service } from './service.js';
import { addUnits, onDatabase, scopeOf } from './units.js';

const row = (card: string, groups: readonly string[] = []): RosterRow => ({ row: 2, card, name: `Tên ${card}`, groups });

/** Three levels: the commune's day counts for the party group, which sets none, and not for the cell, which does. Essays came in on 25/11/2026. */
async function threeLevels() {
  const service = await Service.open();
  addUnits(service.folder, [
    ['xa', 'Đảng ủy xã', 'goc'],
    ['a', 'Chi bộ A', 'xa'],
    ['a1', 'Tổ đảng A1', 'a'],
    ['b', 'Chi bộ B', 'xa'],
  ]);
  const campaign = await service.campaign('Đợt 1', { prompt: 'Đề chung' });
  const at = (unit: string) => service.records.within(scopeOf(unit));
  const { id } = campaign;
  await at('xa').rosters.setDue(id, { due: '2026-11-24', before: null }, ADMIN);
  await at('b').rosters.setDue(id, { due: '2026-11-30', before: null }, ADMIN);
  await at('a1').rosters.import(id, [row('1'), row('2', ['Đoàn', 'Công an', 'Ủy ban'])], ADMIN);
  await at('b').rosters.import(id, [row('1'), row('2', ['Trẻ'])], ADMIN);
  for (const [unit, given] of [
    [
      'a1',
      {
        'Công an': { prompt: '', due: null },
        Đoàn: { prompt: 'Đề của đoàn', due: '2026-12-20' },
        'Ủy ban': { prompt: 'Đề khác', due: '2026-11-01' },
      },
    ],
    ['b', { Trẻ: { prompt: '', due: '2026-11-02' } }],
  ] as const) {
    const { rosters } = at(unit);
    for (const { id: group, name } of await rosters.audiences(id))
      await rosters.setAudience(id, group, (given as Record<string, { prompt: string; due: string | null }>)[name]!, ADMIN);
  }
  const people = async (unit: string) => [...(await at(unit).rosters.people(id))].sort((one, other) => (one.card < other.card ? -1 : 1));
  return { service, campaign, at, id, people };
}

it('everybody is told one day and one prompt: on the roster, by the tracker and on their own page', async () => {
  const { service, campaign, at, id, people } = await threeLevels();
  const own = async (person: string) => {
    const scope = { actor: person, account: null, units: [], person };
    const { due, prompt } = await service.records.within(scope).own.standing(id);
    return [due, prompt];
  };
  for (const [unit, days] of [
    [
      'a1',
      [
        ['2026-11-24', 'Đề chung'],
        ['2026-12-20', 'Đề của đoàn'],
      ],
    ],
    [
      'b',
      [
        ['2026-11-30', 'Đề chung'],
        ['2026-11-02', 'Đề chung'],
      ],
    ],
  ] as const) {
    const known = await people(unit);
    expect(known.map(({ due }) => due)).toEqual(days.map(([due]) => due));
    for (const [place, { id: person }] of known.entries()) {
      const given = await at(unit).rosters.promptFor(id, person);
      expect([given.due, given.prompt]).toEqual(days[place]);
      expect(await own(person)).toEqual(days[place]);
    }
  }
  expect(await at('a1').rosters.due(id)).toEqual({ own: null, due: '2026-11-24', from: 'Đảng ủy xã' });
  expect(await at('b').rosters.due(id)).toEqual({ own: '2026-11-30', due: '2026-11-30', from: null });

  const { submissions } = await service.assessedBatch(campaign, essays(4));
  const all = [...(await people('a1')), ...(await people('b'))];
  onDatabase(service.folder, (database) => {
    const insert = database.prepare(`INSERT INTO essay_person VALUES (?, ?, 'chosen', 'An', '2026-11-25')`);
    for (const [place, { id: person }] of all.entries()) insert.run(submissions[place]!.id, person);
    // Half past midnight in Vietnam, the day before still in UTC.
    database.prepare(`UPDATE submission SET received_at = '2026-11-24T17:30:00.000Z', tenant = 'a1' WHERE id = ?`).run(submissions[0]!.id);
    database.prepare(`UPDATE submission SET tenant = 'a1' WHERE id = ?`).run(submissions[1]!.id);
    for (const place of [2, 3]) database.prepare(`UPDATE submission SET tenant = 'b' WHERE id = ?`).run(submissions[place]!.id);
  });
  const late = async (unit: string) => (await people(unit)).filter((person) => standingOf(person) === 'late').map(({ card }) => card);
  expect([await late('a1'), await late('b')]).toEqual([['1'], ['2']]);
  const { units } = await at('xa').trackers.of(id, { keyCadres: false });
  expect(Object.fromEntries(units.map(({ id: unit, own: figures }) => [unit, figures.late]))).toEqual({ xa: 0, a: 0, a1: 1, b: 1 });
  const essay = submissions[1]!.id;
  expect(await at('a1').review.promptOf(id, essay)).toBe('Đề của đoàn');
});
