import { describe, expect, test } from 'vitest';
import type { Assessment, Match } from '../../src/model/assessment.js';
import type { Passage } from '../../src/model/detection.js';
import { remainingOf } from '../../src/report/remaining.js';
import { exampleBatch } from './example.js';

const [BASE] = exampleBatch().assessments as [Assessment, ...Assessment[]];

type Place = readonly [start: number, end: number];

/** A passage at a place of the essay that stands at a place of the other text. */
const passage = ([start, end]: Place, second: Place): Passage => ({
  first: { start, end },
  second: { start: second[0], end: second[1] },
  syllables: (end - start) / 5,
  identical: 1,
  weight: 1,
});

const match = (id: string, passages: readonly Passage[], kind: Match['kind'] = 'submission', similarityOfThat = 0.5): Match => {
  return { id, file: `${id}.docx`, kind, similarityOfThis: 0.5, similarityOfThat, passages };
};

const attempt = (id: string, ...matches: readonly Match[]): Assessment => ({
  ...BASE,
  submission: { ...BASE.submission, id, state: 'ok' },
  matches,
});

/** Places of the first attempt's passages, and where each still stands. */
const placesOf = (before: Assessment, now: Assessment) =>
  remainingOf(before, now)!.passages.map((one) => [one.before.start, one.now.map(({ start }) => start), Math.round(one.share * 100)]);

describe('whether a passage of the attempt before is still there', () => {
  test('is told by the stretch of the other text, wherever it now stands in the essay', () => {
    const before = attempt('one', match('other', [passage([0, 500], [1000, 1500]), passage([800, 1200], [2000, 2400])]));
    const now = attempt('two', match('other', [passage([3000, 3500], [1000, 1500])]));
    expect(placesOf(before, now)).toEqual([
      [0, [3000], 100],
      [800, [], 0],
    ]);
  });

  test('is not answered by another stretch of that text, or by the same place of another text', () => {
    const before = attempt('one', match('other', [passage([0, 500], [1000, 1500])]));
    expect(placesOf(before, attempt('two', match('other', [passage([0, 500], [1500, 2000])])))).toEqual([[0, [], 0]]);
    expect(placesOf(before, attempt('two', match('stranger', [passage([0, 500], [1000, 1500])])))).toEqual([[0, [], 0]]);
  });

  test('counts what pieces of it cover together, and takes less than a fifth for chance', () => {
    const before = attempt('one', match('other', [passage([0, 500], [1000, 1500])]));
    const pieces = [passage([10, 110], [1000, 1100]), passage([600, 750], [1350, 1500])];
    expect(placesOf(before, attempt('two', match('other', pieces)))).toEqual([[0, [10, 600], 50]]);
    expect(placesOf(before, attempt('two', match('other', [passage([10, 100], [1000, 1090])])))).toEqual([[0, [], 0]]);
    expect(placesOf(before, attempt('two', match('other', [passage([10, 110], [1000, 1100])])))).toEqual([[0, [10], 20]]);
  });

  test('asks once for words that several texts share; one that still stands outweighs those that do not', () => {
    const shared = passage([0, 500], [1000, 1500]);
    const before = attempt('one', match('other', [shared]), match('twin', [passage([0, 510], [0, 510])]));
    expect(placesOf(before, attempt('two', match('twin', [passage([70, 580], [0, 510])])))).toEqual([[0, [70], 100]]);
    expect(placesOf(before, attempt('two'))).toEqual([[0, [], 0]]);
  });

  test('keeps a long passage beside a short one within it that still stands', () => {
    const before = attempt('one', match('other', [passage([0, 1000], [0, 1000])]), match('twin', [passage([100, 200], [5000, 5100])]));
    expect(placesOf(before, attempt('two', match('twin', [passage([40, 140], [5000, 5100])])))).toEqual([
      [0, [], 0],
      [100, [40], 100],
    ]);
  });

  test('says how much of the attempt before was kept, which is no passage of its own', () => {
    const before = attempt('one', match('other', [passage([0, 500], [1000, 1500])]));
    const former = match('one', [passage([0, 900], [600, 1500])], 'earlier-attempt', 0.62);
    const third = attempt('three', match('one', [passage([0, 900], [600, 1500])], 'earlier-attempt', 0.62), match('other', []));
    expect(remainingOf(before, attempt('two', former))).toMatchObject({ kept: 0.62, passages: [{ now: [] }] });
    expect(remainingOf(before, attempt('two'))).toMatchObject({ kept: null });
    // What a second attempt took over from the first is nobody else's.
    expect(remainingOf(attempt('two', former), third)).toEqual({ kept: null, passages: [] });
  });

  test('is not known where one of the two could not be read', () => {
    const read = attempt('one', match('other', [passage([0, 500], [1000, 1500])]));
    const unread: Assessment = { ...attempt('two'), syllables: null };
    expect(remainingOf(read, unread)).toBeNull();
    expect(remainingOf(unread, read)).toBeNull();
  });
});
