import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/model/assessment.js';
import type { BatchAssessment } from '../../src/model/batch.js';
import { madeUpText } from '../support/vietnamese.js';
import { assess, assessmentOf, expectSound } from './batch.js';

/** Forty syllables that no table knows, each the same in both essays. */
const SAID = [31, 32, 33, 34, 35].map((seed) => madeUpText(seed, 40).replaceAll('.', ''));
const around = (seed: number, middle: readonly string[]): string =>
  middle.map((one, i) => `${madeUpText(seed + i, 110)}\n${one}\n`).join('') + madeUpText(seed + 50, 360);
const two = (middle: readonly string[]): Promise<BatchAssessment> => assess({ 'a.txt': around(100, middle), 'b.txt': around(300, middle) });
const citing = ({ advisories }: Assessment) => advisories.find(({ code }) => code === 'cited-sayings');
const named = (batch: BatchAssessment, name: string): string[] => {
  const one = assessmentOf(batch, name);
  const { text } = batch.documents.get(one.submission.id)!;
  return (citing(one)?.spans ?? []).map(({ start, end }) => text.slice(start, end));
};

describe('well-known sayings', () => {
  const sayings = [
    'Như Bác Hồ đã dạy, cũng như sông thì có nguồn mới có nước, không có nguồn thì sông cạn, cây phải có gốc, không có gốc thì cây héo',
    'Vì lợi ích mười năm thì phải trồng cây, vì lợi ích trăm năm thì phải trồng người.',
    'Dễ trăm lần không dân cũng chịu, khó vạn lần dân liệu cũng xong, phải nhớ lấy dân làm gốc.',
  ];

  it('are nobody’s copying, in quotation marks or not, a word changed or not', async () => {
    const changed = sayings.map((one) => one.replace('phải có gốc', 'cần có gốc').replace('mười năm', 'chục năm'));
    for (const middle of [sayings, changed, sayings.map((one) => `“${one}”`)]) {
      const batch = await two(middle);
      expectSound(batch);
      for (const one of batch.assessments) {
        expect(one).toMatchObject({ matches: [], copied: { best: 0, union: 0 }, group: null, proposal: 'accept' });
        expect(one.quoted).toBeGreaterThan(0.06);
      }
    }
  });

  it('do not hide what is copied around them', async () => {
    const copied = around(100, sayings);
    const batch = await assess({ 'a.txt': copied, 'b.txt': `${copied}\n${madeUpText(900, 40)}` });
    expect(assessmentOf(batch, 'a.txt')).toMatchObject({ proposal: 'rewrite', copied: { best: 1 } });
  });
});

describe('words in quotation marks with their author', () => {
  const cited = [`Chủ tịch Hồ Chí Minh đã dạy: “${SAID[0]}”.`, `“${SAID[1]}” (Hồ Chí Minh Toàn tập, tập 5, tr. 292).`];

  it('do not count, and are named with their places and their share', async () => {
    const batch = await two(cited);
    expectSound(batch);
    for (const name of ['a.txt', 'b.txt']) {
      const one = assessmentOf(batch, name);
      expect(one).toMatchObject({ matches: [], copied: { best: 0 }, proposal: 'accept' });
      expect(named(batch, name)).toEqual([SAID[0], SAID[1]]);
      expect(citing(one)?.text).toMatch(/2 trích dẫn.*\d+% bài/);
    }
  });

  it('count without the marks, and without an author', async () => {
    for (const middle of [[`Chủ tịch Hồ Chí Minh đã dạy: ${SAID[0]}.`], [`Tôi nhớ có lần anh ấy bảo “${SAID[0]}”.`]]) {
      const batch = await two(middle);
      for (const one of batch.assessments) {
        expect(one.copied.longestRun).toBeGreaterThanOrEqual(40);
        expect(citing(one)).toBeUndefined();
      }
    }
  });

  it('are the writer’s own beyond 15 % of the essay, the later ones, and the advisory says so', async () => {
    const middle = SAID.map((one) => `Bác Hồ nói: “${one}”.`);
    const batch = await two(middle);
    for (const name of ['a.txt', 'b.txt']) {
      const one = assessmentOf(batch, name);
      const { text } = batch.documents.get(one.submission.id)!;
      const taken = one.matches[0]!.passages.map(({ first }) => text.slice(first.start, first.end));
      // 5 times 40 of some 1,100 syllables: four fit in.
      expect(taken.map((passage) => SAID.findIndex((said) => passage.includes(said)))).toEqual([4]);
      expect(citing(one)?.text).toContain('1 trích dẫn quá dài, hoặc vượt phần');
    }
  });

  it('hide no copied page: a citation is no longer than a saying', async () => {
    const page = madeUpText(77, 300);
    const batch = await two([`Bác Hồ nói: “${page}”.`]);
    for (const one of batch.assessments) {
      expect(one.copied.longestRun).toBeGreaterThanOrEqual(300);
      expect(one.proposal).toBe('review');
      expect(citing(one)?.text).toContain('1 trích dẫn quá dài');
    }
  });
});
