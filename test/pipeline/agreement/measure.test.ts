import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureAgreement } from '../../../src/pipeline/agreement/measure.js';
import { decideUnder, type JudgedEssay } from '../../../src/pipeline/agreement/scored-essay.js';
import { SETTINGS } from '../../../src/pipeline/agreement/settings.js';
import { costUnder, trySettings } from '../../../src/pipeline/agreement/try-settings.js';
import { type Figures, judgedEssay, LIMITS } from './judged.js';

const many = (count: number, figures: (at: number) => Figures): JudgedEssay[] =>
  Array.from({ length: count }, (_, at) => judgedEssay(figures(at)));

const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const anyFigures = fc.record({
  best: share,
  union: share,
  longestRun: fc.nat(220),
  syllables: fc.integer({ min: 30, max: 1200 }),
  scores: fc.tuple(share, share, share),
  beside: fc.oneof(fc.constant(0), fc.nat(220)),
  isHidden: fc.boolean(),
  verdict: fc.constantFrom('accepted' as const, 'rewrite' as const),
  judged: fc.record({ a: fc.boolean(), b: fc.boolean() }),
});

describe('what other limits would have done', () => {
  it('is what the decision itself says of every value', () => {
    fc.assert(
      fc.property(fc.array(anyFigures, { minLength: 1, maxLength: 6 }), (all) => {
        const essays = all.map(judgedEssay);
        for (const { name, tried } of trySettings(essays, LIMITS)) {
          const setting = SETTINGS.find((one) => one.name === name)!;
          for (const { value, accept, review, rewrite } of tried) {
            const policy = setting.set(LIMITS.policy, value);
            const told = essays.map((essay) => decideUnder(essay, { ...LIMITS, policy }, LIMITS).proposal);
            const count = (wanted: string): number => told.filter((one) => one === wanted).length;
            expect({ name, value, accept, review, rewrite }).toEqual({
              name,
              value,
              accept: count('accept'),
              review: count('review'),
              rewrite: count('rewrite'),
            });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never makes a suggestion that agrees less than what is in force, alone or together', () => {
    fc.assert(
      fc.property(fc.array(anyFigures, { minLength: 30, maxLength: 45 }), (all) => {
        const essays = all.map((figures) => judgedEssay({ ...figures, judged: {} }));
        const { settings, putForward } = measureAgreement(essays, LIMITS);
        for (const { current, tried, suggestion } of settings)
          expect(tried.find(({ value }) => value === suggestion.best)!.agreed).toBeGreaterThanOrEqual(current.agreed - 1e-9);
        expect(putForward.agreedThen!).toBeGreaterThanOrEqual(putForward.agreedNow! - 1e-9);
        expect(1 - costUnder(essays, { ...LIMITS, policy: putForward.policy }, LIMITS) / essays.length).toBeCloseTo(
          putForward.agreedThen!,
          9,
        );
        expect(putForward.policy.review.best!).toBeLessThanOrEqual(putForward.policy.rewrite.best!);
      }),
      { numRuns: 15 },
    );
  });
});

describe('measureAgreement', () => {
  // Twenty essays share 45 to 55 % and were accepted all the same (a form that nobody had listed); twenty share 80 % and were not.
  const essays = [
    ...many(20, (at) => ({ best: 0.45 + (at % 3) * 0.05, union: 0.45, verdict: 'accepted' })),
    ...many(20, () => ({ best: 0.8, union: 0.8, verdict: 'rewrite', grounds: ['copied'] })),
  ];

  it('counts proposals against conclusions', () => {
    const { proposals, flagged, overall, judged, grounds } = measureAgreement(essays, LIMITS);
    expect(judged).toBe(40);
    expect(proposals).toEqual({
      accept: { accepted: 0, rewrite: 0 },
      review: { accepted: 0, rewrite: 0 },
      rewrite: { accepted: 20, rewrite: 20 },
    });
    // The machine asks for the same of all: it agrees on half, as chance does.
    expect([flagged.agreed, flagged.kappa, overall.kappa]).toEqual([0.5, 0, 0]);
    expect(grounds.map(({ ground, both, machineOnly, committeeOnly }) => [ground, both, machineOnly, committeeOnly])).toEqual([
      ['copied', 20, 20, 0],
      ['content', 0, 0, 0],
    ]);
  });

  it('puts forward the nearest value that does better, and says how sure that is', () => {
    const { settings, putForward } = measureAgreement(essays, LIMITS);
    const best = settings.find(({ name }) => name === 'rewrite.best')!;
    // From 60 % on the twenty are asked to be looked at (review.best) and the others still to be written again.
    expect(best.suggestion).toMatchObject({ best: 0.6, value: 0.6, wanting: null, sure: 1, interval: { low: 0.6, high: 0.6 } });
    expect(best.tried.find(({ value }) => value === 0.6)).toMatchObject({ review: 20, rewrite: 20, missed: 0, needless: 20, agreed: 0.75 });
    expect(putForward.policy.rewrite.best).toBe(0.6);
    expect([putForward.agreedNow, putForward.agreedThen, putForward.changed]).toEqual([0.5, 0.75, 20]);
  });

  it('suggests nothing from too few, and says how many are missing', () => {
    const few = [...essays.slice(0, 4), ...essays.slice(20, 32)];
    const { settings, putForward } = measureAgreement(few, LIMITS);
    for (const { suggestion } of settings) expect(suggestion).toMatchObject({ value: null, wanting: { judgements: 14, ofEach: [6, 0] } });
    expect(putForward).toMatchObject({ policy: LIMITS.policy, minimums: {}, changed: 0 });
  });

  it('suggests nothing on the word of one essay', () => {
    const one = [
      ...many(20, () => ({ verdict: 'accepted' })),
      ...many(19, () => ({ best: 0.9, verdict: 'rewrite' })),
      judgedEssay({ best: 0.12, verdict: 'rewrite' }),
    ];
    const { suggestion } = measureAgreement(one, LIMITS).settings.find(({ name }) => name === 'review.best')!;
    expect(suggestion.best).toBe(0.1);
    expect(suggestion.value).toBeNull();
    // A resample holds one given essay of 40 with a probability of 1 - (1 - 1/40)^40 = 0.64.
    expect(suggestion.sure).toBeCloseTo(0.64, 1);
  });

  it('finds the minimum of a theme that agrees best with what the committee judged', () => {
    const themed = [
      ...many(15, () => ({ scores: [0.7, 0.9, 0.9], verdict: 'accepted', judged: { a: true } })),
      ...many(15, () => ({ scores: [0.55, 0.9, 0.9], verdict: 'accepted', judged: { a: false } })),
    ];
    const { themes, putForward } = measureAgreement(themed, LIMITS);
    const [a, b] = themes;
    expect(a!.agreement).toMatchObject({ both: 15, machineOnly: 15, precision: 0.5, recall: 1, kappa: 0 });
    expect(a!.suggestion).toMatchObject({ best: 0.6, value: 0.6 });
    expect(a!.tried.find(({ minimum }) => minimum === 0.6)).toEqual({ minimum: 0.6, agreed: 30 });
    expect(b).toMatchObject({ judged: 0, agreement: null, suggestion: null });
    expect(putForward.minimums).toEqual({ a: 0.6 });
    // The committee accepted them all the same, so that fewer agree on the whole: that is told, not hidden.
    expect(putForward.agreedThen!).toBeLessThan(putForward.agreedNow!);
  });

  it('says which essays were assessed under other limits', () => {
    const outdated = { ...essays[0]!, proposal: 'accept' as const };
    expect(measureAgreement([outdated, ...essays.slice(1)], LIMITS).outdated).toBe(1);
  });

  it('has no figures without a conclusion', () => {
    expect(measureAgreement([], LIMITS)).toMatchObject({ judged: 0, settings: [], overall: { agreed: null, kappa: null, interval: null } });
  });
});
