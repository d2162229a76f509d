import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withCorpus } from '../../src/cli/house.js';
import { unread } from '../../src/extract/extract.js';
import type { Assessment } from '../../src/model/assessment.js';
import type { BatchAssessment } from '../../src/model/batch.js';
import { toReportJson } from '../../src/report/json.js';
import { docx, pdf } from '../extract/make-files.js';
import { madeUpText } from '../support/vietnamese.js';
import { assess, assessmentOf, expectSound, kindsOf, PLAIN } from './batch.js';
import { lines } from './inputs.js';

/** Essays of 300 syllables that share nothing. */
const [ONE, TWO, THREE, FOUR] = [1, 2, 3, 4].map((seed) => madeUpText(seed, 300)) as [string, string, string, string];
const half = (text: string): string => text.split(' ').slice(0, 150).join(' ');
/** Nothing but the place in the order of receipt, which also numbers the groups. */
const withoutOrder = ({ submission: { sequence: _, ...submission }, group, ...rest }: Assessment) => ({
  ...rest,
  submission,
  isGrouped: group !== null,
});

describe('essays that share nothing', () => {
  it('are accepted with figures of zero, whatever their format', async () => {
    const batch = await assess({ 'a.docx': await docx([ONE]), 'b.pdf': await pdf([TWO]), 'c.txt': THREE });
    expectSound(batch);
    expect(batch.skipped).toEqual([]);
    expect(batch.groups).toEqual([]);
    for (const name of ['a.docx', 'b.pdf', 'c.txt']) {
      expect(assessmentOf(batch, name)).toMatchObject({
        submission: { state: 'ok', campaign: 'Đợt 1' },
        syllables: 300,
        quoted: 0,
        copied: { best: 0, union: 0, longestRun: 0 },
        matches: [],
        group: null,
        proposal: 'accept',
        reasons: [],
      });
    }
  });

  it('come in the order given', async () => {
    const order = ['c.txt', 'a.txt', 'b.txt'];
    const { assessments } = await assess({ 'a.txt': ONE, 'b.txt': TWO, 'c.txt': THREE }, { order });
    expect(assessments.map(({ submission }) => submission.file)).toEqual(order);
  });
});

describe('the same bytes', () => {
  it('from two members are two submissions, both flagged, neither called the source', async () => {
    const batch = await assess({ 'a.txt': ONE, 'b.txt': ONE, 'c.txt': TWO }, { roster: ['a.txt,1,Một', 'b.txt,2,Hai', 'c.txt,3,Ba'] });
    expectSound(batch);
    expect(batch.skipped).toEqual([]);
    const [a, b] = [assessmentOf(batch, 'a.txt'), assessmentOf(batch, 'b.txt')];
    expect(a.submission.id).not.toBe(b.submission.id);
    for (const [one, other] of [[a, b] as const, [b, a] as const]) {
      expect(one).toMatchObject({ proposal: 'rewrite', copied: { best: 1, union: 1, longestRun: 300 }, group: 'g1' });
      expect(one.matches).toMatchObject([{ id: other.submission.id, kind: 'submission', similarityOfThis: 1, similarityOfThat: 1 }]);
      expect(one.reasons.map(({ match }) => match)).toContain(other.submission.id);
    }
    expect(batch.groups).toMatchObject([{ members: [a.submission.id, b.submission.id], cohesion: 1 }]);
    expect(assessmentOf(batch, 'c.txt')).toMatchObject({ proposal: 'accept', group: null });
  });

  it('under two names without a roster are those of two members', async () => {
    const { assessments, skipped } = await assess({ 'a.txt': ONE, 'b.txt': ONE });
    expect(assessments.map(({ proposal }) => proposal)).toEqual(['rewrite', 'rewrite']);
    expect(skipped).toEqual([]);
  });

  it('twice from one member are one submission, the second skipped with the name of the first', async () => {
    const batch = await assess({ 'a.txt': ONE, 'b.txt': ONE }, { roster: ['a.txt,1,Một', 'b.txt,1,Một'] });
    expect(batch.assessments.map(({ submission }) => submission.file)).toEqual(['lo/a.txt']);
    expect(batch.skipped).toMatchObject([{ file: 'lo/b.txt', reason: expect.stringContaining('“lo/a.txt”') }]);
    expect(assessmentOf(batch, 'a.txt')).toMatchObject({ matches: [], copied: { best: 0 }, proposal: 'accept' });
  });

  it('given twice on one command line are one submission', async () => {
    const { assessments, skipped } = await assess({ 'a.txt': ONE }, { order: ['a.txt', 'a.txt'] });
    expect(assessments).toHaveLength(1);
    expect(skipped).toMatchObject([{ file: 'a.txt' }]);
  });
});

describe('the same member', () => {
  const again = `${ONE} ${half(TWO)}`;

  it('may hand in again: the earlier attempt is shown and counts nothing', async () => {
    const batch = await assess({ 'a1.txt': ONE, 'a2.txt': again }, { roster: ['a1.txt,1,Một', 'a2.txt,1,Một'] });
    expectSound(batch);
    expect(assessmentOf(batch, 'a1.txt').matches).toEqual([]);
    const later = assessmentOf(batch, 'a2.txt');
    expect(kindsOf(later)).toEqual(['earlier-attempt']);
    expect(later.matches[0]?.similarityOfThis).toBeGreaterThan(0.5);
    expect(batch.groups).toEqual([]);
    for (const { copied, proposal } of batch.assessments) {
      expect(copied).toEqual({ best: 0, union: 0, longestRun: 0 });
      expect(proposal).toBe('accept');
    }
  });

  it('may become known later: the same files with a roster are no copies of themselves', async () => {
    await withCorpus(null, true, async (corpus) => {
      await assess({ 'a.txt': ONE, 'b.txt': TWO }, { corpus });
      const batch = await assess({ 'a.txt': ONE, 'b.txt': TWO }, { corpus, roster: ['a.txt,1,Một', 'b.txt,2,Hai'] });
      expectSound(batch);
      for (const { matches, proposal } of batch.assessments) expect({ matches, proposal }).toEqual({ matches: [], proposal: 'accept' });
      expect((await corpus.list()).map(({ member }) => member)).toEqual(['1', '2']);
    });
  });

  it('that hands in two files in one batch is asked about: a wrong number would hide a copy', async () => {
    const { warnings } = await assess({ 'a.txt': ONE, 'b.txt': TWO }, { roster: ['a.txt,1,Một', 'b.txt,1,Một'] });
    expect(warnings.join()).toMatch(/“1”.*lo\/a\.txt, lo\/b\.txt/);
  });

  it('that reuses an essay of another campaign is told so, and it counts', async () => {
    await withCorpus(null, true, async (corpus) => {
      await assess({ 'a1.txt': ONE }, { corpus, roster: ['a1.txt,1,Một'] });
      const campaign = PLAIN.replace('Đợt 1', 'Đợt 2');
      const batch = await assess({ 'a2.txt': again }, { corpus, campaign, roster: ['a2.txt,1,Một'] });
      expectSound(batch);
      const one = assessmentOf(batch, 'a2.txt');
      expect(one.matches).toMatchObject([{ file: 'lo/a1.txt', kind: 'self-reuse' }]);
      expect(one.copied.best).toBeCloseTo(300 / 450, 2);
      expect(one.proposal).toBe('rewrite');
    });
  });
});

describe('an essay of an earlier batch', () => {
  it('is found again, by the name under which it was kept', async () => {
    await withCorpus(null, true, async (corpus) => {
      await assess({ 'cu.txt': ONE }, { corpus });
      const batch = await assess({ 'moi.txt': `${half(ONE)} ${half(TWO)}` }, { corpus });
      expectSound(batch);
      expect(batch.assessments).toHaveLength(1);
      const one = assessmentOf(batch, 'moi.txt');
      expect(one.matches).toMatchObject([{ file: 'lo/cu.txt', kind: 'submission' }]);
      expect(one.copied.best).toBeCloseTo(0.5, 1);
      expect(one.copied.longestRun).toBe(150);
    });
  });

  it('is told apart as newly overlapped, with the share of it that the new one has', async () => {
    await withCorpus(null, true, async (corpus) => {
      const first = await assess({ 'cu.txt': ONE, 'khac.txt': TWO }, { corpus });
      expect(first.newOverlap).toEqual([]);
      const batch = await assess({ 'moi.txt': `${half(ONE)} ${THREE}`, 'rieng.txt': FOUR }, { corpus });
      const [earlier, later] = [assessmentOf(first, 'cu.txt').submission.id, assessmentOf(batch, 'moi.txt')];
      expect(batch.newOverlap).toEqual([{ id: earlier, with: later.submission.id, similarity: later.matches[0]?.similarityOfThat }]);
      expect(batch.newOverlap[0]?.similarity).toBeCloseTo(0.5, 1);
      expect(toReportJson(batch, { texts: false }).newOverlap).toEqual(batch.newOverlap);
      // Assessed once more, the first batch overlaps nothing that came before it.
      const again = await assess({ 'cu.txt': ONE, 'khac.txt': TWO }, { corpus });
      expect(assessmentOf(again, 'cu.txt').matches).toMatchObject([{ file: 'lo/moi.txt' }]);
      expect(again.newOverlap).toEqual([]);
    });
  });

  it('and the new one agree on what they share, whichever of them is assessed', async () => {
    await withCorpus(null, true, async (corpus) => {
      // Wording of sixty others: a third of the short essay, which makes them its relatives, and not of the long one.
      const common = madeUpText(99, 70);
      const others = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`n${i}.txt`, `${common} ${madeUpText(100 + i, 60)}`]));
      const short = { 'cu.txt': `${common} ${half(ONE)}` };
      await assess({ ...short, ...others }, { corpus });
      const long = { 'moi.txt': `${common} ${half(ONE).slice(0, 250)} ${THREE} ${FOUR}` };
      const there = assessmentOf(await assess(long, { corpus }), 'moi.txt').matches.find(({ file }) => file === 'lo/cu.txt');
      const here = assessmentOf(await assess(short, { corpus }), 'cu.txt').matches;
      const same = here.find(({ file }) => file === 'lo/moi.txt');
      expect(there?.similarityOfThis).toBeGreaterThan(0);
      expect([same?.similarityOfThis, same?.similarityOfThat]).toEqual([there?.similarityOfThat, there?.similarityOfThis]);
    });
  });

  it('handed in again under another name has that name throughout the report', async () => {
    await withCorpus(null, true, async (corpus) => {
      const files = { 'a.txt': ONE, 'b.txt': ONE };
      await assess(files, { corpus, roster: ['a.txt,1,Một', 'b.txt,2,Hai'] });
      const renamed = { 'a-moi.txt': ONE, 'b-moi.txt': ONE };
      const batch = await assess(renamed, { corpus, roster: ['a-moi.txt,1,Một', 'b-moi.txt,2,Hai'] });
      expect(assessmentOf(batch, 'a-moi.txt').matches.map(({ file }) => file)).toEqual(['lo/b-moi.txt']);
    });
  });

  // The file was the same and the machine merely busy, or the reader has learnt the format since.
  it('that could not be read then and can be read now is read, kept and found', async () => {
    await withCorpus(null, true, async (corpus) => {
      const timedOut = unread({ state: 'unreadable', format: 'unknown', messages: [{ code: 'timed-out', text: 'Quá 20 giây.' }] });
      const failing = { extract: async () => timedOut, close: async () => {} };
      const first = await assess({ 'a.txt': ONE }, { corpus, sandbox: failing });
      expect(assessmentOf(first, 'a.txt')).toMatchObject({ submission: { state: 'unreadable' }, syllables: null, proposal: 'review' });
      const second = assessmentOf(await assess({ 'a.txt': ONE }, { corpus }), 'a.txt');
      expect(second.submission.state === 'ok').toBe(second.syllables !== null);
      const third = await assess({ 'b.txt': ONE }, { corpus });
      if (second.syllables !== null) expect(assessmentOf(third, 'b.txt')).toMatchObject({ proposal: 'rewrite' });
    });
  });
});

describe('what the campaign lists', () => {
  const campaign = lines('name: Đợt 1', 'references: [nq.txt]', 'samples: [mau.txt]', 'themes: []');
  const documents = { 'nq.txt': ONE, 'mau.txt': TWO };

  it('as a sample is reported as one, and counts', async () => {
    const batch = await assess({ 'a.txt': `${half(TWO)} ${half(THREE)}`, 'b.txt': FOUR }, { campaign, documents });
    expectSound(batch);
    const one = assessmentOf(batch, 'a.txt');
    expect(one.matches).toMatchObject([{ file: 'mau.txt', kind: 'sample' }]);
    expect(one.copied.best).toBeCloseTo(0.5, 1);
    expect(one.proposal).toBe('rewrite');
    expect(batch.documents.get(one.matches[0]!.id)?.text).toBe(TWO);
    expect(assessmentOf(batch, 'b.txt').matches).toEqual([]);
  });

  it('may be quoted by everyone, and is nobody’s copying', async () => {
    const batch = await assess({ 'a.txt': `${half(ONE)} ${THREE}`, 'b.txt': `${half(ONE)} ${FOUR}` }, { campaign, documents });
    expectSound(batch);
    for (const name of ['a.txt', 'b.txt']) {
      const one = assessmentOf(batch, name);
      expect(one).toMatchObject({ matches: [], copied: { best: 0, union: 0 }, group: null, proposal: 'accept' });
      expect(one.quoted).toBeCloseTo(150 / 450, 2);
      const [span] = one.quotedSpans;
      expect(batch.documents.get(one.submission.id)!.text.slice(span!.start, span!.end)).toBe(half(ONE).replace(/\.$/, ''));
    }
  });

  it('is no essay when it lies among them', async () => {
    const { assessments, skipped } = await assess({ 'a.txt': `${TWO}\n`, 'b.txt': ONE }, { campaign, documents });
    expect(assessments.map(({ submission }) => submission.file)).toEqual(['lo/a.txt']);
    expect(skipped).toMatchObject([{ file: 'lo/b.txt', reason: expect.stringContaining('văn bản của đợt học tập') }]);
  });

  it('may be all that an essay holds: then nothing is its own, and nothing copied', async () => {
    const batch = await assess({ 'a.txt': `${ONE}\n`, 'b.txt': `${ONE} ` }, { campaign, documents });
    expectSound(batch);
    for (const name of ['a.txt', 'b.txt']) {
      const one = assessmentOf(batch, name);
      expect(one).toMatchObject({ quoted: 1, copied: { best: null, union: null }, matches: [], group: null });
      expect(one.advisories.map(({ code }) => code)).toContain('restates-resolution');
    }
  });

  it('must be readable, or nothing is assessed', async () => {
    const run = assess({ 'a.txt': TWO }, { campaign, documents: { ...documents, 'nq.txt': '' } });
    await expect(run).rejects.toMatchObject({ code: 'reference-unreadable', message: expect.stringContaining('nq.txt') });
  });
});

describe('the order of the files', () => {
  it('changes no figure', async () => {
    const files = {
      'a.txt': ONE,
      'b.txt': `${half(ONE)} ${half(TWO)}`,
      'c.txt': `${half(TWO)} ${THREE}`,
      'd.txt': ONE.replace('.', ' và'),
      'e.txt': FOUR,
      'f.txt': '   ',
    };
    const names = Object.keys(files);
    const roster = names.map((name, i) => `${name},${i % 5},Tổ ${i % 3}`).filter((row) => !/^[af]/.test(row));
    const figures = ({ assessments, groups }: BatchAssessment) => ({
      essays: [...assessments].sort((x, y) => (x.submission.file < y.submission.file ? -1 : 1)).map(withoutOrder),
      groups: groups.map(({ members, cohesion }) => ({ members: [...members].sort(), cohesion })),
    });
    const expected = figures(await assess(files, { order: names, roster }));
    expect(expected.essays.filter(({ proposal }) => proposal === 'rewrite').length).toBeGreaterThan(2);
    const shuffled = fc.shuffledSubarray(names, { minLength: names.length });
    await fc.assert(
      fc.asyncProperty(shuffled, async (order) => {
        expect(figures(await assess(files, { order, roster }))).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });
});
