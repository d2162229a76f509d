import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkIdentities, PARTS } from '../../../../src/model/figure-identities.js';
import { YEAR_FIGURE_NAMES } from '../../../../src/model/person-facts.js';
import type { YearFigures } from '../../../../src/model/year-figures.js';
import { scopeOf } from '../units.js';
import { naiveAll, naiveOwn } from './naive.js';
import { world } from './world.js';
import { openWorlds } from './worlds.js';

function expectSound(figures: YearFigures): void {
  for (const { whole, parts, count, sum } of checkIdentities(figures)) expect([whole, parts, count]).toEqual([whole, parts, sum]);
  for (const [part, whole] of PARTS) expect([part, whole, figures[part] <= figures[whole]]).toEqual([part, whole, true]);
}

function sumOf(all: readonly YearFigures[]): YearFigures {
  return Object.fromEntries(
    YEAR_FIGURE_NAMES.map((name) => [name, all.reduce((sum, one) => sum + one[name], 0)]),
  ) as unknown as YearFigures;
}

it('whatever the tree and the facts: the figures are those that are defined, every identity holds, and parents are sums', async () => {
  const { service, campaign, put } = await openWorlds();
  await fc.assert(
    fc.asyncProperty(world, fc.boolean(), async (made, keyCadres) => {
      put(made);
      const { figures } = service.records.within(scopeOf('u0'));
      for (const place of made.units.keys()) {
        const unit = `u${place}`;
        const { own, all } = await figures.of(campaign, { unit, keyCadres });
        expect([unit, own]).toEqual([unit, naiveOwn(made, place, keyCadres)]);
        expect([unit, all]).toEqual([unit, naiveAll(made, place, keyCadres)]);
        const children = await figures.children(campaign, { unit, keyCadres });
        expect(children.map((child) => child.unit.id).sort()).toEqual(
          [...made.units.keys()].filter((child) => made.units[child]!.parent === place).map((child) => `u${child}`),
        );
        expect(all).toEqual(sumOf([own, ...children.map((child) => child.all)]));
        for (const one of [own, all]) expectSound(one);
      }
    }),
    { numRuns: 60 },
  );
}, 300_000);

it('names the units that have finished, are late and are silent, as many as are counted', async () => {
  const { service, campaign, put } = await openWorlds();
  await fc.assert(
    fc.asyncProperty(world, async (made) => {
      put(made);
      const { figures } = service.records.within(scopeOf('u0'));
      const { all } = await figures.of(campaign, { keyCadres: false });
      const { finished, late, silent } = await figures.standing(campaign);
      expect([finished.length, late.length, silent.length]).toEqual([all.unitsFinished, all.unitsLate, all.unitsSilent]);
      const named = (name: keyof YearFigures) =>
        [...made.units.keys()].filter((place) => naiveOwn(made, place, false)[name] > 0).map((place) => `Đơn vị ${place}`);
      expect([[...finished].sort(), [...late].sort(), [...silent].sort()]).toEqual([
        named('unitsFinished'),
        named('unitsLate'),
        named('unitsSilent'),
      ]);
      const [beside] = (await figures.campaigns({ keyCadres: false })).filter((one) => one.campaign === campaign);
      expect(beside?.all).toEqual(all);
    }),
    { numRuns: 20 },
  );
}, 300_000);

it('tells whoever works at a unit of it and of those below it alone', async () => {
  const { service, campaign, put } = await openWorlds();
  const [made] = fc.sample(
    world.filter(({ units }) => units.length > 2 && units[1]!.parent === 0 && units[2]!.parent === 0),
    1,
  );
  put(made!);
  const { figures } = service.records.within(scopeOf('u1'));
  expect((await figures.of(campaign, { keyCadres: false })).unit.id).toBe('u1');
  expect((await figures.of(campaign, { keyCadres: false })).above).toEqual([]);
  for (const unit of ['u0', 'u2', 'goc', 'không có']) {
    await expect(figures.of(campaign, { unit, keyCadres: false })).rejects.toMatchObject({ code: 'unknown-id' });
    await expect(figures.children(campaign, { unit, keyCadres: false })).rejects.toMatchObject({ code: 'unknown-id' });
    await expect(figures.campaigns({ unit, keyCadres: false })).rejects.toMatchObject({ code: 'unknown-id' });
  }
  const elsewhere = await service.records
    .within(scopeOf('u2'))
    .campaigns.create({ ...(await service.campaign('Mẫu')).definition, name: 'Riêng' }, 'An');
  await expect(figures.of(elsewhere.id, { keyCadres: false })).rejects.toMatchObject({ code: 'unknown-id' });
});
