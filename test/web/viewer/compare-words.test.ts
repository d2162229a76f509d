import { describe, expect, it } from 'vitest';
import { compareWords } from '../../../src/web/viewer/compare-words.js';

/** The plain recursion, for short lists. */
function longestCommon([one, ...first]: readonly string[], [two, ...second]: readonly string[]): number {
  if (one === undefined || two === undefined) return 0;
  if (one === two) return 1 + longestCommon(first, second);
  return Math.max(longestCommon(first, [two, ...second]), longestCommon([one, ...first], second));
}

const apart = (first: string, second: string): [string[], string[]] => {
  const { first: one, second: two } = compareWords(first, second);
  return [one.map(({ start, end }) => first.slice(start, end)), two.map(({ start, end }) => second.slice(start, end))];
};

describe('compareWords', () => {
  it('sets apart the words that differ, neighbours together', () => {
    expect(apart('dọn vệ sinh cùng bà con lối xóm.', 'dọn vệ sinh cùng các đồng chí.')).toEqual([['bà con lối xóm'], ['các đồng chí']]);
  });

  it('takes no notice of letter case, marks, composition and hidden characters', () => {
    expect(apart('Hoà BÌNH đã về', 'hòa bi\u0300nh da\u0303 v\u200bề'.normalize('NFD'))).toEqual([[], []]);
  });

  it('looks only at what stands between the common beginning and end, however long they are', () => {
    const long = Array.from({ length: 6000 }, (_, index) => `từ${index}`).join(' ');
    expect(apart(`${long} một ${long}`, `${long} hai ba ${long}`)).toEqual([['một'], ['hai ba']]);
    expect(apart('a b c a b', 'a b')).toEqual([['c a b'], []]);
  });

  it('finds a longest common subsequence', () => {
    const words = ['ba', 'bốn', 'năm'];
    const texts = Array.from({ length: 40 }, (_, seed) =>
      Array.from({ length: 7 }, (_, i) => words[(seed * 7 + i * i * (seed + 3)) % 3]).join(' '),
    );
    for (const [index, first] of texts.entries()) {
      const second = texts[(index * 11 + 5) % texts.length]!;
      const [one, two] = apart(first, second).map(
        (spans) =>
          spans
            .join(' ')
            .split(' ')
            .filter((word) => word !== '').length,
      );
      expect(7 - one!).toBe(longestCommon(first.split(' '), second.split(' ')));
      expect(two).toBe(one);
    }
  });

  it('copes with a side that is empty', () => {
    expect(apart('', 'một hai')).toEqual([[], ['một hai']]);
  });
});
