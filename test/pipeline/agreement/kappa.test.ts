import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohen, compareYesNo, weighted } from '../../../src/pipeline/agreement/kappa.js';
import { middle, resample, wilson } from '../../../src/pipeline/agreement/resample.js';

describe('kappa', () => {
  it('is that of the textbook on a table of two by two', () => {
    // 50 things, both yes 20, both no 15: po = 35/50 = 0.7. The first says yes to 25, the second to 30:
    // pe = 0.5 * 0.6 + 0.5 * 0.4 = 0.5. kappa = (0.7 - 0.5) / (1 - 0.5) = 0.4.
    const square = [
      [20, 5],
      [10, 15],
    ];
    const { count, agreed, kappa } = cohen(square);
    expect([count, agreed, kappa]).toEqual([50, expect.closeTo(0.7, 12), expect.closeTo(0.4, 12)]);
    // With two categories there is no distance but one.
    expect(weighted(square)).toEqual(cohen(square));
  });

  it('counts a look as half an agreement on a table of three by two', () => {
    // Accept 8 and 1, review 3 and 3, rewrite 1 and 4 of 20; nobody concludes "review".
    // Cost of what is seen: (1 + 1) * 1 + 6 * 0.5 = 5 of 20 = 0.25, agreement 0.75.
    // Shares: proposals 9/20, 6/20, 5/20; conclusions accepted 12/20, rewrite 8/20.
    // Cost by chance: .45*.4*1 + .3*(.6+.4)*.5 + .25*.6*1 = .18 + .15 + .15 = 0.48. kappa = 1 - .25/.48 = 0.479166…
    const { agreed, kappa } = weighted([
      [8, 0, 1],
      [3, 0, 3],
      [1, 0, 4],
    ]);
    expect([agreed, kappa]).toEqual([expect.closeTo(0.75, 12), expect.closeTo(0.4791666667, 9)]);
  });

  it('is not told where it would be 0/0, nor without anything to judge', () => {
    const allTheSame = [
      [7, 0],
      [0, 0],
    ];
    expect(cohen(allTheSame)).toEqual({ count: 7, agreed: 1, kappa: null });
    expect(compareYesNo([])).toMatchObject({ count: 0, agreed: null, kappa: null, precision: null, recall: null });
  });

  it('says of what is found how much is right, and of what is right how much is found', () => {
    const pair = (machine: boolean, committee: boolean) => ({ machine, committee });
    const pairs = [pair(true, true), pair(true, true), pair(true, false), pair(false, true), pair(false, false), pair(false, false)];
    expect(compareYesNo(pairs)).toMatchObject({ both: 2, machineOnly: 1, committeeOnly: 1, neither: 2, precision: 2 / 3, recall: 2 / 3 });
  });

  it('is 1 for identical judges, at most 1 for any, and the same seen from either side', () => {
    const categories = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 2, maxLength: 60 });
    const squareOf = (pairs: readonly (readonly [number, number])[]): number[][] =>
      [0, 1, 2].map((row) => [0, 1, 2].map((column) => pairs.filter(([one, other]) => one === row && other === column).length));
    fc.assert(
      fc.property(categories, (pairs) => {
        for (const kappaOf of [cohen, weighted]) {
          const same = kappaOf(squareOf(pairs.map(([one]) => [one, one])));
          expect(same.kappa).toBe(new Set(pairs.map(([one]) => one)).size === 1 ? null : 1);
          const { kappa } = kappaOf(squareOf(pairs));
          const turned = kappaOf(squareOf(pairs.map(([one, other]) => [other, one]))).kappa;
          if (kappa === null) expect(turned).toBeNull();
          else {
            expect(kappa).toBeLessThanOrEqual(1);
            expect(turned).toBeCloseTo(kappa, 9);
          }
        }
      }),
    );
  });
});

describe('intervals', () => {
  it('are those that Wilson gives', () => {
    // 8 of 10: centre (0.8 + 3.8415/20) / (1 + 3.8415/10) = 0.99207/1.38415 = 0.71674;
    // half 1.96 * sqrt(0.8*0.2/10 + 3.8415/400) / 1.38415 = 1.96 * 0.160013 / 1.38415 = 0.22658.
    const { low, high } = wilson(8, 10)!;
    expect([low, high]).toEqual([expect.closeTo(0.4902, 3), expect.closeTo(0.9433, 3)]);
    expect(wilson(0, 10)!.low).toBe(0);
    expect(wilson(0, 0)).toBeNull();
  });

  it('come from drawing as many as there are, the same each time', () => {
    const run = (): number[] => {
      const firsts: number[] = [];
      resample(20, (times) => {
        expect(times.reduce((sum, one) => sum + one, 0)).toBe(20);
        firsts.push(times[0]!);
      });
      return firsts;
    };
    const firsts = run();
    expect(run()).toEqual(firsts);
    // Each is drawn once on average; the middle 95 of 100 numbers of draws are 0 to 3.
    expect(firsts.reduce((sum, one) => sum + one, 0) / firsts.length).toBeCloseTo(1, 0);
    expect(middle(firsts)).toEqual({ low: 0, high: 3 });
  });
});
