import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment, Match } from '../../src/model/assessment.js';
import { type Exclusion, exclusionOf } from '../../src/model/correction.js';
import { fromStretches, type MatchCover, tokensOf, toStretches } from '../../src/model/cover.js';
import { correctAssessment } from '../../src/pipeline/correct-assessment.js';
import { figuresWithout } from '../../src/pipeline/exact-figures.js';
import { assessMixed, expectSame } from './mixed-essays.js';

const exclusionsOf = (one: Assessment, picks: readonly (readonly [match: number, passage: number, everywhere: boolean])[]): Exclusion[] =>
  picks.map(([of, at, everywhere], id) => {
    const match = one.matches[of % one.matches.length]!;
    const { first } = match.passages[at % match.passages.length]!;
    return { id, other: everywhere ? '*' : match.id, span: first, reason: 'Câu của báo cáo viên', by: 'An', at: '' };
  });

describe('the figures of an essay of which passages were excluded', () => {
  it('are those that the comparison itself would give without their words, and as found once all is taken back', async () => {
    const { assessments, truth, prepared } = await assessMixed(7);
    const sharing = assessments.filter(({ matches }) => matches.length > 0);
    expect(sharing.length).toBeGreaterThan(60);
    for (const one of sharing) expect(figuresWithout(one, () => new Set())).toEqual({ copied: one.copied, matches: one.matches });
    const pick = fc.tuple(fc.nat(50), fc.nat(50), fc.boolean());
    const property = fc.property(fc.nat(1_000), fc.array(pick, { minLength: 1, maxLength: 8 }), (place, picks) => {
      const one = sharing[place % sharing.length]!;
      const exclusions = exclusionsOf(one, picks);
      const corrected = correctAssessment(one, { exclusions, overrides: [] }, prepared.campaign);
      const { copied, shares } = truth(one, (match, at) => exclusionOf(exclusions, match, match.passages[at]!) !== undefined);
      for (const figure of ['best', 'union', 'longestRun'] as const) expectSame(corrected.copied[figure], copied[figure]);
      for (const { id, similarityOfThis, similarityOfThat, plainOfThis } of corrected.matches) {
        const known = shares.get(id)!;
        expectSame(similarityOfThis, known.this);
        expectSame(similarityOfThat, known.that);
        expectSame(plainOfThis, known.plain);
      }
      expect(correctAssessment(one, { exclusions: [], overrides: [] }, prepared.campaign)).toBe(one);
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('tell the longest run of what is left of one that is cut by the feet of pages', () => {
    const part = { matched: 0, whole: 300, parts: [] };
    const cover: MatchCover = {
      counted: [[300, 1]],
      passages: [
        [0, 0],
        [50, 0],
        [100, 0],
        [200, 1],
      ],
      runs: [140, 60],
      that: part,
      plain: part,
    };
    const passages = [40, 40, 40, 60].map((syllables, place) => {
      const span = { start: place * 100, end: place * 100 + 90 };
      return { first: span, second: span, syllables, identical: 1, weight: syllables };
    });
    const match: Match = { id: 'b', file: 'b.txt', kind: 'submission', similarityOfThis: 1, similarityOfThat: 1, passages, cover };
    const found = { matches: [match], copied: { best: 1, union: 1, longestRun: 140 }, wording: [[300, 1]] } as unknown as Assessment;
    const longest = (...left: number[]) => figuresWithout(found, () => new Set(left))?.copied.longestRun;
    expect([longest(), longest(0), longest(1), longest(3), longest(0, 1, 3), longest(0, 1, 2, 3)]).toEqual([140, 90, 60, 140, 40, 0]);
  });
});

it('values of tokens are kept to the bit', () => {
  const values = fc.float32Array({ noNaN: true, min: 0, max: 1 });
  const property = fc.property(values, (list) => {
    const stretches = toStretches(list);
    expect([...fromStretches(JSON.parse(JSON.stringify(stretches)), list.length)]).toEqual([...list].map((value) => value + 0));
    expect(tokensOf(stretches)).toBeLessThanOrEqual(list.length);
  });
  fc.assert(property);
  expect(() => fromStretches([[3, 1]], 2)).toThrow(RangeError);
});
