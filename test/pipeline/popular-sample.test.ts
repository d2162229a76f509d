import { describe, expect, it } from 'vitest';
import { howWellFound, popularSample } from '../../scripts/popular-sample/essays.mjs';
import { HERE } from '../support/here.js';
import { assess, expectSound, PLAIN } from './batch.js';
import { lines } from './inputs.js';

const filesOf = (essays: readonly { file: string; text: string }[]) => Object.fromEntries(essays.map(({ file, text }) => [file, text]));

describe('an outside text that most of a batch has copied', () => {
  it.each([
    [12, 20],
    [60, 100],
  ])('is found in each of %i of %i essays, edited or not, and shown as one group', async (copies, of) => {
    const { essays } = popularSample({ of, copies, seed: of });
    const report = await assess(filesOf(essays), { sandbox: HERE });
    const { recall, precision, groups, purity, completeness, ...proposals } = howWellFound(essays, report);
    expect(proposals).toEqual({ review: 1, rewrite: 1, honestReview: 0 });
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect({ groups, purity }).toEqual({ groups: 1, purity: 1 });
    expect(completeness).toBeGreaterThanOrEqual(0.95);
    expectSound(report);
  });

  it('is found when each unit has some of them', async () => {
    const { essays } = popularSample({ of: 40, copies: 24, seed: 5 });
    const roster = essays.map(({ file }, i) => `${file},Người ${i},Chi bộ ${i % 12}`);
    const found = howWellFound(essays, await assess(filesOf(essays), { roster, sandbox: HERE }));
    expect(found).toMatchObject({ review: 1, rewrite: 1, honestReview: 0, groups: 1, purity: 1 });
    expect(found.completeness).toBeGreaterThanOrEqual(0.95);
  });

  it('is named once it is known, also where it was edited', async () => {
    const { sample, essays } = popularSample({ of: 20, copies: 12, seed: 9 });
    const campaign = `${PLAIN}${lines('samples: [bài mẫu.txt]')}`;
    const { assessments } = await assess(filesOf(essays), { campaign, documents: { 'bài mẫu.txt': sample }, sandbox: HERE });
    for (const { submission, matches } of assessments) {
      const known = matches.filter(({ kind }) => kind === 'sample');
      const isCopy = essays.find(({ file }) => submission.file.endsWith(file))!.copied !== null;
      expect(
        known.map(({ file }) => file),
        submission.file,
      ).toEqual(isCopy ? ['bài mẫu.txt'] : []);
      if (isCopy) expect(known[0]!.similarityOfThat).toBeGreaterThan(0.7);
    }
  });

  it('is found and named in the only essay that has it', async () => {
    const { sample, essays } = popularSample({ of: 8, copies: 1, seed: 3 });
    const campaign = `${PLAIN}${lines('samples: [bài mẫu.txt]')}`;
    const report = await assess(filesOf(essays), { campaign, documents: { 'bài mẫu.txt': sample }, sandbox: HERE });
    expect(howWellFound(essays, report)).toMatchObject({ rewrite: 1, honestReview: 0 });
  });
});
