import { describe, expect, it } from 'vitest';
import type { Assessment, Match } from '../../src/model/assessment.js';
import type { Exclusion, ThemeOverride } from '../../src/model/correction.js';
import type { Passage } from '../../src/model/detection.js';
import { correctAssessment } from '../../src/pipeline/correct-assessment.js';
import { assessmentOf, definitionOf } from '../corpus/records/service.js';

const CAMPAIGN = definitionOf('Đợt 1');
const passage = (start: number, end: number, syllables: number): Passage => {
  return { first: { start, end }, second: { start, end }, syllables, identical: 1, weight: syllables };
};
const matchOf = (id: string, share: number, passages: readonly Passage[]): Match => {
  return { id, file: `${id}.docx`, kind: 'submission', similarityOfThis: share, similarityOfThat: share, passages };
};
/** An essay that shares 60 % with one text in two passages, a third of it with another text too. */
const FOUND: Assessment = assessmentOf(
  {
    id: 'a',
    campaign: 'Đợt 1',
    member: 'm',
    unit: 'u',
    post: '',
    place: '',
    file: 'a.docx',
    sha256: '',
    state: 'ok',
    sequence: 1,
    tenant: 'goc',
  },
  {
    copied: { best: 0.6, union: 0.6, longestRun: 80 },
    matches: [matchOf('b', 0.6, [passage(0, 400, 80), passage(500, 700, 40)]), matchOf('c', 0.2, [passage(500, 700, 40)])],
    proposal: 'rewrite',
    grounds: ['copied'],
    themes: [
      {
        ...{ id: 'nhan-thuc', score: 0.1, met: false, missing: 'Chưa nêu nhận thức.', evidence: [], lostToCopies: true },
        discounted: [{ start: 10, end: 60, because: 'copied' }],
      },
    ],
  },
);
const exclude = (other: string, start: number, end: number): Exclusion => {
  return { id: 1, other, span: { start, end }, reason: 'Câu của báo cáo viên', by: 'An', at: '' };
};
const word = (met: boolean | null): ThemeOverride => ({ theme: 'nhan-thuc', met, note: 'Có nêu ở câu 3', by: 'An', at: '', revision: 1 });
const correct = (exclusions: readonly Exclusion[], overrides: readonly ThemeOverride[] = []): Assessment =>
  correctAssessment(FOUND, { exclusions, overrides }, CAMPAIGN);

describe('an essay whose findings people corrected', () => {
  it('is as it was found without corrections in force', () => {
    expect(correct([], [word(null)])).toBe(FOUND);
  });

  it('gives up what the excluded passage weighs; what another match covers as well stays in the union', () => {
    const corrected = correct([exclude('b', 0, 400)]);
    expect(corrected.copied.best).toBeCloseTo(0.2);
    expect(corrected.copied.union).toBeCloseTo(0.2);
    expect(corrected.copied.longestRun).toBe(40);
    expect(corrected).toMatchObject({ proposal: 'review', grounds: ['copied'] });
    expect(corrected.reasons.map(({ code }) => code)).toEqual(['copied-best']);
    const other = correct([exclude('b', 480, 690)]).copied;
    expect(other.best).toBeCloseTo(0.4);
    expect(other.union).toBeCloseTo(0.6);
    expect(other.longestRun).toBe(80);
  });

  it('has nothing copied once every passage is excluded everywhere, and a theme that was lost to the copy is met', () => {
    const corrected = correct([exclude('*', 0, 700)]);
    expect(corrected).toMatchObject({ copied: { best: 0, union: 0, longestRun: 0 }, proposal: 'accept', grounds: [], reasons: [] });
    expect(corrected.matches.map(({ passages }) => passages)).toEqual([[], []]);
    expect(corrected.themes[0]?.met).toBe(true);
  });

  it('is proposed by a person’s word on a theme', () => {
    expect(correct([], [word(true)])).toMatchObject({ themes: [{ met: true, missing: '' }], proposal: 'rewrite', grounds: ['copied'] });
    const refused = correct([exclude('*', 0, 700)], [word(false)]);
    expect(refused).toMatchObject({ themes: [{ met: false }], proposal: 'rewrite' });
    expect(refused.reasons[0]).toMatchObject({ code: 'unmet-share', theme: 'nhan-thuc' });
  });
});
