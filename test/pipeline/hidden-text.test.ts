import { describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/random.mjs';
import { withCorpus } from '../../src/cli/house.js';
import type { Assessment } from '../../src/model/assessment.js';
import type { BatchAssessment } from '../../src/model/batch.js';
import { madeUpText } from '../support/vietnamese.js';
import { assess, assessmentOf, expectSound, PLAIN } from './batch.js';
import { lines } from './inputs.js';
import { type Piece, TOLD, told } from './told-files.js';

const [ONE, TWO, JUNK] = [21, 22, 23].map((seed) => madeUpText(seed, 300)) as [string, string, string];
const MUCH_JUNK = madeUpText(24, 3_000);

const files = (all: Record<string, readonly Piece[]>) =>
  Object.fromEntries(Object.entries(all).map(([name, pieces]) => [name, told(pieces)]));

async function judged(all: Record<string, readonly Piece[]>, options: Parameters<typeof assess>[1] = {}): Promise<BatchAssessment> {
  const batch = await assess(files(all), { sandbox: TOLD, ...options });
  expectSound(batch);
  return batch;
}
/** What is hidden is told as not counted, and changes no figure. */
const figures = ({ syllables, quoted, copied, themes }: Assessment) => ({
  syllables,
  quoted,
  copied,
  themes: themes.map(({ id, score, met, evidence }) => ({ id, score, met, evidence })),
});
/** What the passages of an essay cover. */
function shownOf(batch: BatchAssessment, name: string): string {
  const { submission, matches } = assessmentOf(batch, name);
  const text = batch.documents.get(submission.id)!.text;
  return matches.flatMap(({ passages }) => passages.map(({ first }) => text.slice(first.start, first.end))).join(' ');
}
/** A hidden word behind each word. */
const interleaved = (text: string, random: () => number): Piece[] =>
  text.split(' ').flatMap((word): Piece[] => [word, { hidden: ` ${JUNK.split(' ')[Math.floor(random() * 300)]}` }, ' ']);

describe('hidden text', () => {
  it.each<[string, readonly Piece[]]>([
    ['behind the copied text', [ONE, '\n\n', { hidden: MUCH_JUNK }]],
    ['before it', [{ hidden: MUCH_JUNK }, '\n\n', ONE]],
    ['between its words', interleaved(ONE, createRandom(1))],
    [
      'inside its words',
      ONE.split('').flatMap((letter, i): Piece[] => (i % 3 === 0 && /\p{L}/u.test(letter) ? [letter, { hidden: 'x' }] : [letter])),
    ],
    ['in a note', [ONE, '\n\n', { aside: MUCH_JUNK }]],
  ])('does not dilute a copy: %s', async (_, pieces) => {
    const plain = await judged({ 'a.docx': [ONE], 'b.docx': [ONE] });
    const padded = await judged({ 'a.docx': [ONE], 'b.docx': pieces });
    expect(figures(assessmentOf(padded, 'b.docx'))).toEqual(figures(assessmentOf(plain, 'b.docx')));
    expect(assessmentOf(padded, 'b.docx').proposal).toBe('rewrite');
    expect(assessmentOf(padded, 'a.docx').copied).toEqual(assessmentOf(plain, 'a.docx').copied);
  });

  it('is matched with what others wrote and shown, and counts nothing for its own essay', async () => {
    const batch = await judged({ 'a.docx': [ONE], 'b.docx': [TWO, '\n\n', { hidden: ONE }] });
    const hiding = assessmentOf(batch, 'b.docx');
    expect(hiding.copied).toEqual({ best: 0, union: 0, longestRun: 0 });
    expect(shownOf(batch, 'b.docx')).toBe(ONE.replace(/\.$/, ''));
    expect(hiding.proposal).toBe('review');
    expect(hiding.advisories.find(({ code }) => code === 'hidden-text')?.spans).toEqual([
      { start: TWO.length + 2, end: TWO.length + 2 + ONE.length, kind: 'white' },
    ]);
    // Who wrote openly what the other hides shares all of it.
    expect(assessmentOf(batch, 'a.docx').copied.best).toBe(1);
  });

  it.each(['hidden', 'aside'])('frames nobody unseen: who carries the essay of another as %s text is looked at too', async (place) => {
    const carrier = [TWO, '\n\n', place === 'hidden' ? { hidden: ONE } : { aside: ONE }];
    const batch = await judged({ 'a.docx': [ONE], 'b.docx': carrier });
    const [victim, carrying] = [assessmentOf(batch, 'a.docx'), assessmentOf(batch, 'b.docx')];
    expect(carrying.proposal).toBe('review');
    const reason = carrying.reasons.find(({ code }) => code === 'copied-passage');
    expect(reason).toMatchObject({ match: victim.submission.id, span: { start: TWO.length + 2 } });
    expect(reason!.text).toMatch(/^Ngoài thân bài/);
    expect(carrying.matches[0]!.passages[0]!.beside).toBe('first');
    const told = victim.reasons.filter(({ match }) => match === carrying.submission.id);
    expect(told.length).toBeGreaterThan(0);
    for (const { text } of told) expect(text).toContain('Ở b.docx, phần trùng nằm ngoài thân bài');
    expect(victim.matches[0]!.passages[0]!.beside).toBe('second');
    // Whoever wrote it openly as well is told nothing of the kind.
    const open = await judged({ 'a.docx': [ONE], 'c.docx': [ONE] });
    for (const { text } of assessmentOf(open, 'a.docx').reasons) expect(text).not.toContain('ngoài thân bài');
  });

  it('is found by an essay of a later batch', () =>
    withCorpus(null, true, async (corpus) => {
      await judged({ 'a.docx': [TWO, '\n\n', { hidden: ONE }] }, { corpus });
      expect(await corpus.verify()).toEqual([]);
      const later = await judged({ 'b.docx': [ONE] }, { corpus });
      expect(assessmentOf(later, 'b.docx').copied.best).toBe(1);
    }));

  it('makes no essay long enough, fills no form, says nothing of a theme and is no quote', async () => {
    const resolution = madeUpText(25, 400);
    const campaign = lines(
      'name: Đợt 1',
      'references: [nq.docx]',
      'themes:',
      '  - { id: rac, name: Rác thải, kind: topic, required: true, minimum: 0.2, phrases: [phân loại rác thải] }',
    );
    const theme = 'Gia đình tôi phân loại rác thải tại nhà mỗi ngày từ nhiều năm nay. Cả xóm cùng phân loại rác thải mỗi ngày như thế.';
    const secret = `Họ và tên: Đinh Văn Mực\nChức vụ: Trưởng thôn\nĐơn vị: Chi bộ thôn Lạc Yên\nNgày 24/4/2026\n${resolution}\n${theme}`;
    const options = { campaign, documents: { 'nq.docx': told([resolution]) } };
    const plain = await judged({ 'a.docx': ['Bài viết ngắn của tôi.'] }, options);
    for (const rest of [{ hidden: secret }, { aside: secret }]) {
      const padded = await judged({ 'a.docx': ['Bài viết ngắn của tôi.', '\n\n', rest] }, options);
      const [one, other] = [assessmentOf(padded, 'a.docx'), assessmentOf(plain, 'a.docx')];
      expect(figures(one)).toEqual(figures(other));
      expect(one.advisories.map(({ code }) => code).filter((code) => code !== 'hidden-text')).toEqual([
        'too-short',
        'missing-name',
        'missing-unit',
        'missing-post',
        'missing-date',
      ]);
    }
    const open = await judged({ 'a.docx': [`Bài viết ngắn của tôi.\n\n${secret}`] }, options);
    expect(assessmentOf(open, 'a.docx')).toMatchObject({ themes: [{ met: true }], advisories: [{ code: 'restates-resolution' }] });
  });

  it('takes nothing from a sentence but its hidden words', async () => {
    const campaign = lines(
      'name: Đợt 1',
      'themes:',
      '  - { id: rac, name: Rác thải, kind: topic, required: true, minimum: 0.3, phrases: [phân loại rác thải] }',
    );
    const evidence = async (...pieces: Piece[]) =>
      assessmentOf(await judged({ 'a.docx': pieces }, { campaign }), 'a.docx').themes[0]!.evidence;
    const [before, middle, after] = ['Gia đình tôi và cả xóm đều ', 'phân loại rác thải', ' tại nhà mỗi ngày từ nhiều năm nay.'];
    expect(await evidence(before, middle, after)).toHaveLength(1);
    expect(await evidence(before, { hidden: middle }, after)).toEqual([]);
    expect(await evidence(before, { hidden: 'xyz ' }, middle, { hidden: ' nào đó.' }, after)).toHaveLength(1);
  });

  it('cannot make a copied page a quotation', async () => {
    const page = ONE.split(' ').slice(0, 55).join(' ');
    const batch = await judged({
      'a.docx': [ONE],
      'b.docx': [TWO, '. ', { hidden: 'Bác Hồ từng dạy: “' }, page, { hidden: '”' }, '.'],
    });
    expect(assessmentOf(batch, 'b.docx').advisories.map(({ code }) => code)).not.toContain('cited-sayings');
    expect(assessmentOf(batch, 'b.docx').copied.longestRun).toBeGreaterThanOrEqual(55);
  });
});

it('an essay of nothing but hidden text has no figures, and a person looks at it', async () => {
  const batch = await judged({ 'a.docx': [{ hidden: ONE }], 'b.docx': [ONE] }, { campaign: PLAIN });
  expect(assessmentOf(batch, 'a.docx')).toMatchObject({ syllables: 0, quoted: null, copied: { best: null }, proposal: 'review' });
  expect(assessmentOf(batch, 'a.docx').matches).toHaveLength(1);
});
