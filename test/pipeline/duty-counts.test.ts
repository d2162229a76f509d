import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DUTY_FIGURES, type DutyFigures, sumUp } from '../../src/model/duty-counts.js';

const figures = fc.record(
  Object.fromEntries(DUTY_FIGURES.map((name) => [name, fc.nat(9)])) as Record<keyof DutyFigures, fc.Arbitrary<number>>,
);
/** A tree, each unit below one of those before it, in any order. */
const tree = fc
  .array(fc.record({ above: fc.nat(), own: figures, kind: fc.constantFrom('cell' as const, 'commune-committee' as const, null) }), {
    minLength: 1,
    maxLength: 40,
  })
  .chain((drawn) => {
    const units = drawn.map(({ above, own, kind }, at) => ({
      id: `u${at}`,
      parent: at === 0 ? null : `u${above % at}`,
      name: `Đơn vị ${at}`,
      kind,
      state: null,
      own,
    }));
    return fc.shuffledSubarray(units, { minLength: units.length, maxLength: units.length });
  });

describe('counts of programmes and plans', () => {
  it('of a unit are its own and the sums of those right below it, and all together those of the topmost', () => {
    fc.assert(
      fc.property(tree, (units) => {
        const { total, units: told, kinds } = sumUp('c', units);
        const asked = told.filter(({ own }) => own.programmesRequired + own.plansRequired > 0);
        for (const name of DUTY_FIGURES) {
          for (const unit of told) {
            const below = told.filter(({ parent }) => parent === unit.id);
            expect(unit.all[name]).toBe(below.reduce((sum, { all }) => sum + all[name], unit.own[name]));
          }
          expect(told.find(({ parent }) => parent === null)?.all[name]).toBe(total[name]);
          expect(kinds.reduce((sum, kind) => sum + kind.figures[name], 0)).toBe(asked.reduce((sum, { own }) => sum + own[name], 0));
        }
        for (const unit of told) {
          const above = told.find(({ id }) => id === unit.parent);
          expect(unit.level).toBe(above === undefined ? 0 : above.level + 1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
