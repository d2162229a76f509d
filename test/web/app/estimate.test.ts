import { describe, expect, it } from 'vitest';
import { addSighting, describeEstimate, estimateSeconds, type Sighting } from '../../../src/web/app/batch/estimate.js';
import { words } from '../../../src/web/words/words.js';

const see = (...seen: readonly (readonly [seconds: number, done: number, step?: string])[]): readonly Sighting[] =>
  seen.reduce<readonly Sighting[]>(
    (before, [seconds, done, step = 'read']) => addSighting(before, { step, done, total: 100, at: seconds * 1000 }),
    [],
  );

describe('estimating the time that is left', () => {
  it('says nothing before enough was seen', () => {
    expect(estimateSeconds(see())).toBeNull();
    expect(estimateSeconds(see([0, 0], [2, 50]))).toBeNull();
    expect(estimateSeconds(see([0, 0], [30, 3]))).toBeNull();
  });

  it('goes by the pace that was seen', () => {
    expect(estimateSeconds(see([0, 0], [10, 20]))).toBeCloseTo(40);
  });

  it('begins anew with another step, whose pace is its own', () => {
    expect(estimateSeconds(see([0, 0], [10, 90], [11, 0, 'match']))).toBeNull();
  });

  it('forgets what is more than a minute old', () => {
    const slowThenFast = see([0, 0], [100, 10], [110, 40]);
    expect(estimateSeconds(slowThenFast)).toBeCloseTo(20);
  });

  it('begins anew when work was taken up again from an earlier place', () => {
    expect(estimateSeconds(see([0, 40], [10, 60], [12, 5]))).toBeNull();
  });

  it('speaks in coarse figures', () => {
    const said = [2, 31, 61, 125, 3600, 5400].map((seconds) => describeEstimate(seconds, words.t));
    expect(said).toEqual([
      'bước này sắp xong',
      'bước này còn khoảng 40 giây',
      'bước này còn khoảng 1 phút',
      'bước này còn khoảng 2 phút',
      'bước này còn khoảng 1 giờ',
      'bước này còn khoảng 1 giờ 30 phút',
    ]);
  });
});
