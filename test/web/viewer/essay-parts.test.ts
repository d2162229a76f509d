import { expect, it } from 'vitest';
import { partEssay } from '../../../src/web/viewer/essay/essay-parts.js';

it('a paragraph names every recognised page that begins in it', () => {
  const text = 'Trang một.\n\nTrang hai và ba và bốn.\n\nTrang năm.';
  const page = (number: number, words: string) => {
    const start = text.indexOf(words);
    return { page: number, confidence: 0.9, start, end: start + words.length };
  };
  const recognised = [page(1, 'Trang một'), page(2, 'Trang hai'), page(3, 'và ba'), page(4, 'và bốn'), page(5, 'Trang năm')];
  const { body } = partEssay(text, { asides: [], recognised });
  expect(body.map(({ pages }) => pages.map((one) => one.page))).toEqual([[1], [2, 3, 4], [5]]);
});
