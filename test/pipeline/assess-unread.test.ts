import { describe, expect, it } from 'vitest';
import { docx, SENTENCE } from '../extract/make-files.js';
import { madeUpText } from '../support/vietnamese.js';
import { assess, assessmentOf, expectSound } from './batch.js';
import { rawZip } from './raw-zip.js';

/** Essays of 300 syllables that share nothing. */
const [ONE, TWO, _THREE, _FOUR] = [1, 2, 3, 4].map((seed) => madeUpText(seed, 300)) as [string, string, string, string];
const NOTHING = { best: null, union: null, longestRun: null };

describe('a file that cannot be read', () => {
  it('has no figures, waits for a person, and costs no other file anything', async () => {
    const files = {
      'a.txt': ONE,
      'b.docx': (await docx([TWO])).subarray(0, 900),
      'c.pdf': Buffer.alloc(0),
      'd.exe': Buffer.from('MZ\x90\0\x03\0\0\0'),
      'e.txt': ONE,
    };
    const batch = await assess(files, { campaign: 'name: Đợt 1\n' });
    expectSound(batch);
    expect(batch.assessments).toHaveLength(5);
    for (const name of ['b.docx', 'c.pdf', 'd.exe']) {
      const one = assessmentOf(batch, name);
      expect(one).toMatchObject({ syllables: null, quoted: null, copied: NOTHING, matches: [], group: null, proposal: 'review' });
      expect(one.themes.map(({ score, met }) => ({ score, met }))).toEqual(Array(4).fill({ score: null, met: false }));
      expect(one.reasons).toEqual([{ code: 'not-read', text: one.messages[0]?.text }]);
      expect(one.messages[0]?.text).toContain(name);
    }
    expect(assessmentOf(batch, 'a.txt').matches).toMatchObject([{ file: 'lo/e.txt' }]);
  });

  it('because its archive is damaged is skipped, and the rest of the archive is assessed', async () => {
    const bomb = { name: 'bom.txt', content: Buffer.alloc(3 * 1024 * 1024), compress: true };
    const batch = await assess({ 'nop.zip': rawZip([{ name: 'a.txt', content: ONE }, bomb, { name: 'c.txt', content: TWO }]) });
    expectSound(batch);
    expect(batch.assessments.map(({ submission }) => submission.file)).toEqual(['lo/nop.zip/a.txt', 'lo/nop.zip/c.txt']);
    expect(batch.skipped).toMatchObject([{ file: 'lo/nop.zip/bom.txt', reason: expect.stringMatching(/bị nén bất thường/) }]);
  });
});

describe('an essay of next to nothing', () => {
  it.each([
    ['one letter', 'a', 1],
    ['one word three times', 'học học học', 3],
  ])('has no figure that is no number: %s', async (_, text, syllables) => {
    const batch = await assess({ 'a.txt': text, 'b.txt': `${text} `, 'c.txt': ONE });
    expectSound(batch);
    const one = assessmentOf(batch, 'a.txt');
    expect(one).toMatchObject({ syllables, quoted: 0, copied: { best: 0 }, matches: [], group: null, proposal: 'review' });
    expect(one.reasons.map(({ code }) => code)).toContain('too-short');
  });

  it.each([
    ['spaces', '  \n\t  '],
    ['punctuation', '... !? —'],
    ['emoji', '😀😀'],
  ])('is not read when it is nothing but %s', async (_, text) => {
    const batch = await assess({ 'a.txt': text, 'b.txt': `${text} `, 'c.txt': ONE });
    expectSound(batch);
    const one = assessmentOf(batch, 'a.txt');
    expect(one).toMatchObject({ syllables: null, quoted: null, copied: { best: null, longestRun: null }, matches: [], group: null });
    expect(one).toMatchObject({ proposal: 'review', reasons: [{ code: 'not-read', text: expect.stringContaining('“lo/a.txt”') }] });
  });

  it('has themes that are not met, each named with what is missing', async () => {
    const batch = await assess({ 'b.txt': SENTENCE }, { campaign: 'name: Đợt 1\n' });
    expectSound(batch);
    for (const { themes, reasons } of batch.assessments) {
      // The request is asked for, and not required.
      for (const { id, met, missing } of themes.filter((theme) => !theme.met && theme.id !== 'kien-nghi')) {
        expect(met || missing !== '', id).toBe(true);
        expect(reasons.map(({ theme }) => theme)).toContain(id);
      }
    }
  });
});

describe('no file at all', () => {
  it('is an error that says so', async () => {
    await expect(assess({}, { order: [] })).rejects.toMatchObject({ code: 'nothing-to-assess' });
  });
});
