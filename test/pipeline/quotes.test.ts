import { describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/random.mjs';
import { KEEPING, withCorpus } from '../../src/cli/house.js';
import type { Corpus } from '../../src/corpus/corpus.js';
import { indexForQuery } from '../../src/fingerprint/index-essay.js';
import type { Assessment } from '../../src/model/assessment.js';
import type { BatchAssessment } from '../../src/model/batch.js';
import { normalise } from '../../src/normalise/normalise.js';
import { FORM, QUOTING, REFERENCES } from '../exclude/quoting-essays.js';
import { madeUpText } from '../support/vietnamese.js';
import { assess, assessmentOf, expectSound } from './batch.js';
import { lines } from './inputs.js';

const campaign = lines('name: Đợt 1', 'references: [nq.txt, tl.txt]', 'templates: [mau.txt]', 'themes: []');
const documents = { 'nq.txt': REFERENCES[0]!, 'tl.txt': REFERENCES[1]!, 'mau.txt': FORM };

const count = (text: string): number => normalise(text).tokens.length;
const codes = ({ advisories }: Assessment): string[] => advisories.map(({ code }) => code);
const shown = (batch: BatchAssessment, name: string): string[] => {
  const { submission, quotedSpans } = assessmentOf(batch, name);
  const { text } = batch.documents.get(submission.id)!;
  return quotedSpans.map(({ start, end }) => text.slice(start, end));
};

/** Whom the corpus would have an essay compared with for its own words. */
async function candidatesOf(corpus: Corpus, { submission: { id, unit } }: Assessment): Promise<string[]> {
  const sequence = (await corpus.sequences([id])).get(id)!;
  const index = indexForQuery(sequence, KEEPING.permutations, KEEPING.settings.fingerprint);
  const [answer] = await corpus.candidates([{ submissionId: id, unit, index }]);
  return answer!.candidates.map(({ submissionId }) => submissionId);
}

describe('two members that quote the same places with the same small edits', () => {
  for (const [how, quote] of Object.entries(QUOTING)) {
    it(`share nothing: ${how}`, async () => {
      const random = createRandom(5);
      const quotes = Array.from({ length: 8 }, () =>
        quote(random)
          .map(({ text }) => text)
          .join(' '),
      );
      const essay = (seed: number): string => quotes.map((one, i) => `${madeUpText(seed + i, 60)} ${one}.`).join('\n');
      await withCorpus(null, true, async (corpus) => {
        const batch = await assess({ 'a.txt': essay(100), 'b.txt': essay(200) }, { campaign, documents, corpus });
        expectSound(batch);
        expect(batch.groups).toEqual([]);
        for (const name of ['a.txt', 'b.txt']) {
          const one = assessmentOf(batch, name);
          expect(one).toMatchObject({ matches: [], copied: { best: 0, union: 0, longestRun: 0 }, proposal: 'accept' });
          const quoted = quotes.join(' ').split(/\s+/).length / one.syllables!;
          expect(one.quoted).toBeGreaterThan(0.85 * quoted);
        }
        // A clause of a few words that was moved is nobody's: it may make the other essay worth a look, in which nothing is found.
        if (!how.startsWith('clauses')) expect(await candidatesOf(corpus, assessmentOf(batch, 'a.txt'))).toEqual([]);
      });
    });
  }
});

describe('an essay of which 97 % are quotes', () => {
  const resolution = REFERENCES[0]!
    .split('\n')
    .filter((line) => line.length > 60)
    .join('\n');
  const own = madeUpText(7, 30);

  it('is accepted when the rest is its own, with the advisory', async () => {
    const batch = await assess({ 'a.txt': `${resolution}\n${own}`, 'b.txt': madeUpText(8, 300) }, { campaign, documents });
    const one = assessmentOf(batch, 'a.txt');
    expect(one.quoted).toBeGreaterThan(0.96);
    expect(codes(one)).toContain('restates-resolution');
    expect(one).toMatchObject({ matches: [], proposal: 'accept' });
  });

  it('is judged on the rest when that is copied', async () => {
    const batch = await assess({ 'a.txt': `${resolution}\n${own}`, 'b.txt': `${own} ${madeUpText(8, 300)}` }, { campaign, documents });
    const one = assessmentOf(batch, 'a.txt');
    expect(codes(one)).toContain('restates-resolution');
    expect(one.matches.map(({ file }) => file)).toEqual(['lo/b.txt']);
    // Over the 150 syllables that a share is at least taken over.
    expect(one.copied.best).toBeCloseTo(count(own) / 150, 2);
    expect(one.copied.longestRun).toBe(count(own));
    expect(one.proposal).toBe('review');
  });
});

describe('the lines of a form', () => {
  it('leave the answers between them to their writers', async () => {
    const [first, second, third] = FORM.split('\n').filter((line) => line.startsWith('Câu '));
    const answers = [1, 2, 3].map((seed) => madeUpText(seed, 100));
    const essay = [first, answers[0], second, answers[1], third, answers[2]].join('\n\n');
    const copied = [first, answers[0], second, madeUpText(4, 100), third, madeUpText(5, 100)].join('\n\n');
    const batch = await assess({ 'a.txt': essay, 'b.txt': copied }, { campaign, documents });
    expect(shown(batch, 'a.txt').map((one) => one.replace(/\W+$/, ''))).toHaveLength(3);
    const [match] = assessmentOf(batch, 'a.txt').matches;
    expect(match?.passages.map(({ syllables }) => syllables)).toEqual([count(answers[0]!)]);
  });
});
