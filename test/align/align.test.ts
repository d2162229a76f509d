import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/random.mjs';
import { align } from '../../src/align/align.js';
import { indexSeeds } from '../../src/align/seed-index.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import { QUOTED } from '../../src/model/tokens.js';

const settings = DETECTION_SETTINGS.compare;
const alignIds = (first: readonly number[], second: readonly number[]) =>
  align({ ids: Uint32Array.from(first) }, indexSeeds({ ids: Uint32Array.from(second) }, settings.seed), settings);
/** Ids that stand in no other list made here. */
const fresh = (from: number, length: number): number[] => Array.from({ length }, (_, i) => from * 100_000 + i + 1);
const covered = (runs: ReturnType<typeof align>): number => new Set(runs.flatMap((run) => [...run.firstMatches])).size;

describe('align', () => {
  it('finds nothing in streams that share nothing', () => {
    expect(alignIds(fresh(1, 200), fresh(2, 200))).toEqual([]);
  });

  it('finds a copied stretch at its place on both sides', () => {
    const copy = fresh(3, 40);
    const [run, ...others] = alignIds([...fresh(1, 50), ...copy, ...fresh(4, 10)], [...fresh(2, 7), ...copy]);
    expect(others).toEqual([]);
    expect(run).toMatchObject({ first: 50, firstEnd: 90, second: 7, secondEnd: 47 });
  });

  it('goes on over replaced, inserted and dropped tokens', () => {
    const source = fresh(3, 60);
    const edited = source.toSpliced(10, 1, 999_001).toSpliced(30, 0, 999_002, 999_003).toSpliced(45, 3);
    const runs = alignIds(edited, source);
    expect(runs).toHaveLength(1);
    expect(runs[0]!.firstMatches.length).toBe(56);
  });

  it('finds stretches that changed places', () => {
    const [one, two] = [fresh(3, 30), fresh(4, 30)];
    const runs = alignIds([...two, ...one], [...one, ...two]);
    expect(runs.map(({ first, second }) => [first, second])).toEqual([
      [0, 30],
      [30, 0],
    ]);
  });

  it('finds both places when a text takes the same stretch twice', () => {
    const stretch = fresh(3, 30);
    expect(covered(alignIds([...stretch, ...fresh(1, 20), ...stretch], [...fresh(2, 5), ...stretch]))).toBe(60);
  });

  it('neither matches nor crosses tokens that are not own', () => {
    const stretch = fresh(3, 40);
    const kinds = new Uint8Array(40).fill(QUOTED, 18, 21);
    const runs = align({ ids: Uint32Array.from(stretch), kinds }, indexSeeds({ ids: Uint32Array.from(stretch) }, settings.seed), settings);
    expect(runs.map(({ first, firstEnd }) => [first, firstEnd])).toEqual([
      [21, 40],
      [0, 18],
    ]);
  });

  it('stays inside both streams, rises in both, and reaches its density, whatever the streams', () => {
    const ids = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 80 });
    fc.assert(
      fc.property(ids, ids, (first, second) => {
        for (const run of alignIds(first, second)) {
          for (const [i, place] of run.firstMatches.entries()) {
            expect(first[place]).toBe(second[run.secondMatches[i]!]);
            if (i > 0) expect(place).toBeGreaterThan(run.firstMatches[i - 1]!);
            if (i > 0) expect(run.secondMatches[i]!).toBeGreaterThan(run.secondMatches[i - 1]!);
          }
          expect(run.firstMatches.length / (run.firstEnd - run.first)).toBeGreaterThanOrEqual(settings.density);
          expect(run.firstEnd).toBeLessThanOrEqual(first.length);
          expect(run.secondEnd).toBeLessThanOrEqual(second.length);
        }
      }),
    );
  });

  it('finds all of a run whose beginning stands everywhere', () => {
    const formula = fresh(5, 4);
    const quote = [...formula, ...fresh(6, 40)];
    const reference = [...Array.from({ length: 60 }, (_, i) => [...formula, ...fresh(10 + i, 6)]).flat(), ...quote];
    expect(covered(alignIds([...fresh(1, 20), ...quote], reference))).toBe(44);
  });

  it('finds a copy behind a word that is repeated without end, in time', () => {
    const copy = fresh(3, 40);
    const repeated = new Array<number>(50_000).fill(7);
    expect(covered(alignIds([...repeated, ...copy], [...repeated, ...copy]))).toBeGreaterThanOrEqual(40);
    // Two words at random: a seed stands everywhere, and no run means anything.
    const random = createRandom(1);
    const noise = () => Array.from({ length: 50_000 }, () => (random() < 0.5 ? 1 : 2));
    expect(alignIds(noise(), noise()).length).toBeLessThan(100);
  });
});
