import { describe, expect, it } from 'vitest';
import { withCorpus } from '../../src/cli/house.js';
import type { Corpus } from '../../src/corpus/corpus.js';
import type { BatchAssessment } from '../../src/model/batch.js';
import { madeUpText } from '../support/vietnamese.js';
import { assess, assessmentOf, type BatchOptions, expectSound, kindsOf, PLAIN } from './batch.js';
import type { Files } from './inputs.js';

/** Essays of 300 syllables that share nothing. */
const [ONE, TWO, THREE, FOUR] = [11, 12, 13, 14].map((seed) => madeUpText(seed, 300)) as [string, string, string, string];
const half = (text: string): string => text.split(' ').slice(0, 150).join(' ');
const SECOND = PLAIN.replace('Đợt 1', 'Đợt 2');

/** Batches one after the other in one corpus. */
const inOneCorpus = (work: (next: (files: Files, options?: BatchOptions) => Promise<BatchAssessment>) => Promise<void>): Promise<void> =>
  withCorpus(null, true, (corpus: Corpus) =>
    work(async (files, options) => {
      const batch = await assess(files, { corpus, ...options });
      expectSound(batch);
      return batch;
    }),
  );
const idOf = (batch: BatchAssessment, name: string): string => assessmentOf(batch, name).submission.id;

describe('a copy that comes later', () => {
  const roster = ['a.txt,1,Một', 'b.txt,2,Hai'];

  it('is told of the earlier essay, and the earlier one of it, with its own figure', () =>
    inOneCorpus(async (next) => {
      const first = await next({ 'a.txt': `${ONE} ${half(TWO)}` }, { roster: ['a.txt,1,Một'] });
      const second = await next({ 'b.txt': `${half(ONE)} ${THREE} ${FOUR}` }, { roster: ['b.txt,2,Hai'] });
      const later = assessmentOf(second, 'b.txt');
      expect(later.matches).toMatchObject([{ id: idOf(first, 'a.txt'), kind: 'submission' }]);
      expect(second.newOverlap).toEqual([
        { id: idOf(first, 'a.txt'), with: later.submission.id, similarity: later.matches[0]!.similarityOfThat },
      ]);
      // 150 of 450 syllables of the earlier one, 150 of 750 of the later one.
      expect(second.newOverlap[0]!.similarity).toBeCloseTo(1 / 3, 1);
      expect(later.copied.best).toBeCloseTo(1 / 5, 1);
    }));

  it('makes the earlier essay, when it is looked at again, say the same', () =>
    inOneCorpus(async (next) => {
      const files = { 'a.txt': ONE };
      expect(assessmentOf(await next(files, { roster: ['a.txt,1,Một'] }), 'a.txt')).toMatchObject({ matches: [], proposal: 'accept' });
      const [overlap] = (await next({ 'b.txt': ONE }, { roster: ['b.txt,2,Hai'] })).newOverlap;
      const again = await next(files, { roster: ['a.txt,1,Một'] });
      const earlier = assessmentOf(again, 'a.txt');
      expect(earlier.matches).toMatchObject([{ id: overlap!.with, kind: 'submission', similarityOfThis: overlap!.similarity }]);
      expect(again.newOverlap).toEqual([]);
    }));

  it('names nobody twice: two essays of one batch tell each other, not as new overlap', async () => {
    const batch = await assess({ 'a.txt': ONE, 'b.txt': ONE }, { roster });
    expect(batch.newOverlap).toEqual([]);
    for (const name of ['a.txt', 'b.txt']) expect(kindsOf(assessmentOf(batch, name))).toEqual(['submission']);
  });

  it('of another campaign is new overlap too', () =>
    inOneCorpus(async (next) => {
      const first = await next({ 'a.txt': ONE }, { roster: ['a.txt,1,Một'] });
      const second = await next({ 'b.txt': ONE }, { campaign: SECOND, roster: ['b.txt,2,Hai'] });
      expect(second.newOverlap).toMatchObject([{ id: idOf(first, 'a.txt'), with: idOf(second, 'b.txt') }]);
      expect(second.groups).toEqual([]);
    }));
});

describe('a member’s own earlier attempt', () => {
  it('is no source, makes no group and no new overlap, and is told apart', () =>
    inOneCorpus(async (next) => {
      const first = await next({ 'a1.txt': ONE }, { roster: ['a1.txt,1,Một'] });
      const second = await next({ 'a2.txt': `${ONE} ${half(TWO)}` }, { roster: ['a2.txt,1,Một'] });
      const later = assessmentOf(second, 'a2.txt');
      expect(later.matches).toMatchObject([{ id: idOf(first, 'a1.txt'), kind: 'earlier-attempt' }]);
      expect(later.matches[0]!.similarityOfThis).toBeGreaterThan(0.5);
      expect(later).toMatchObject({ copied: { best: 0, union: 0, longestRun: 0 }, proposal: 'accept', reasons: [], group: null });
      expect(second).toMatchObject({ newOverlap: [], groups: [] });
    }));

  it('hides no copy: what both attempts took from somebody else counts for each', () =>
    inOneCorpus(async (next) => {
      const source = await next({ 's.txt': ONE }, { roster: ['s.txt,9,Chín'] });
      await next({ 'a1.txt': `${ONE} ${half(TWO)}` }, { roster: ['a1.txt,1,Một'] });
      const later = assessmentOf(await next({ 'a2.txt': `${ONE} ${half(THREE)}` }, { roster: ['a2.txt,1,Một'] }), 'a2.txt');
      expect(Object.fromEntries(later.matches.map(({ id, kind }) => [id === idOf(source, 's.txt') ? 's' : 'a1', kind]))).toEqual({
        s: 'submission',
        a1: 'earlier-attempt',
      });
      expect(later.copied.best).toBeCloseTo(2 / 3, 1);
      expect(later.proposal).toBe('rewrite');
    }));

  it('that came in the same batch is one as well, and the first one shows nothing of the second', async () => {
    const batch = await assess({ 'a1.txt': ONE, 'a2.txt': `${ONE} ${half(TWO)}` }, { roster: ['a1.txt,1,Một', 'a2.txt,1,Một'] });
    expect(assessmentOf(batch, 'a1.txt').matches).toEqual([]);
    expect(kindsOf(assessmentOf(batch, 'a2.txt'))).toEqual(['earlier-attempt']);
    expect(batch.assessments.map(({ proposal }) => proposal)).toEqual(['accept', 'accept']);
  });
});

describe('a member’s own essay of an earlier campaign', () => {
  it('is self-reuse: it counts, makes no group, and leaves the earlier figures alone', () =>
    inOneCorpus(async (next) => {
      const first = await next({ 'a.txt': ONE }, { roster: ['a.txt,1,Một'] });
      const second = await next({ 'a.txt': `${ONE} ${half(TWO)}` }, { campaign: SECOND, roster: ['a.txt,1,Một'] });
      const later = assessmentOf(second, 'a.txt');
      expect(later.matches).toMatchObject([{ id: idOf(first, 'a.txt'), kind: 'self-reuse' }]);
      expect(later.copied.best).toBeCloseTo(2 / 3, 1);
      expect(later.proposal).toBe('rewrite');
      expect(second).toMatchObject({ newOverlap: [], groups: [] });
      // The first campaign's essay came before: it says nothing of what its writer did later with it.
      expect(assessmentOf(await next({ 'a.txt': ONE }, { roster: ['a.txt,1,Một'] }), 'a.txt').copied.best).toBe(0);
    }));

  it('stays one when the same bytes are handed in again', () =>
    inOneCorpus(async (next) => {
      await next({ 'a.txt': ONE }, { roster: ['a.txt,1,Một'] });
      const later = assessmentOf(await next({ 'a.txt': ONE }, { campaign: SECOND, roster: ['a.txt,1,Một'] }), 'a.txt');
      expect(kindsOf(later)).toEqual(['self-reuse']);
      expect(later).toMatchObject({ copied: { best: 1 }, proposal: 'rewrite' });
    }));
});
