import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLegacy } from '../../src/extract/legacy/decode-legacy.js';
import { SENTENCE } from './make-files.js';
import { inLatin1 } from './old-encodings.js';

type Set = readonly [font: string, text: string];

/** A text of runs, each in its font. */
function runsOf(parts: readonly Set[]) {
  let end = 0;
  const fontRuns = parts.map(([font, text]) => {
    const start = end;
    end += text.length;
    return { font, start, end };
  });
  return { text: parts.map(([, text]) => text).join(''), fontRuns };
}

function decode(...parts: Set[]) {
  const { text, fontRuns } = runsOf(parts);
  return { ...decodeLegacy(text, fontRuns), fontRuns };
}

const UNICODE = 'Times New Roman';
const tcvn3 = (text: string): string => inLatin1(text, 'tcvn3');
const vni = (text: string): string => inLatin1(text, 'vni');
const LETTERS = 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ';

describe('a font from before Unicode', () => {
  it.each([
    ['.VnTime', 'tcvn3', LETTERS],
    ['.VnArial NarrowH', 'tcvn3', LETTERS.toUpperCase()],
    ['ABCDEF+.VnTimeH-Bold', 'tcvn3', LETTERS.toUpperCase()],
    ['VNI-Times', 'vni', LETTERS],
    ['VNI-Times', 'vni', LETTERS.toUpperCase()],
    ['VPS Times', 'vps', LETTERS],
    ['VPS Times', 'vps', LETTERS.toUpperCase()],
  ] as const)('%s gives back each letter of %s, though it stands alone', (font, encoding, letters) => {
    for (const letter of letters) expect(decode([font, inLatin1(letter, encoding)]).text).toBe(letter);
  });

  it('tells what signs are that stand alone, which in another font stay signs', () => {
    const lines = '·\n®\n§';
    expect(decode(['.VnTime', lines]).text).toBe('ã\nđ\nĐ');
    expect(decode([UNICODE, lines])).toMatchObject({ text: lines, encoding: 'unicode' });
    expect(decode(['Symbol', '·'], ['.VnTime', ` ${tcvn3('Tổ đảng')}`]).text).toBe('· Tổ đảng');
  });

  it('of capitals draws those, of the letters that it sets', () => {
    expect(decode(['.VnTimeH', tcvn3('đảng ủy 2026 ABC')]).text).toBe('ĐẢNG ỦY 2026 ABC');
    expect(decode(['.VnTimeH', 'Nghi'], ['.VnTime', ' luc']).text).toBe('NGHI luc');
    expect(decode(['.VnTimeH', tcvn3('ư')], ['.VnTime', tcvn3('ơng mẫu')]).text).toBe('Ương mẫu');
  });

  it('sets part of a word, and the word is read whole', () => {
    const [before, after] = [vni('ngườ').slice(0, 3), vni('người').slice(3)];
    expect(decode(['VNI-Times', `${vni('Mọi')} ${before}`], ['VNI-Helve-Condense', after]).text).toBe('Mọi người');
    expect(decode(['.VnTime', tcvn3('Đả')], ['.VnArial', tcvn3('ng viên')]).text).toBe('Đảng viên');
  });

  it('says nothing of Unicode typed in it, be it a whole text, a paragraph or a word', () => {
    const unicode = `${SENTENCE}\nCó lẽ là có.\nHồ sơ`;
    expect(decode(['.VnTime', unicode])).toMatchObject({ text: unicode, encoding: 'unicode', decoded: [] });
    const mixed = decode(['.VnTime', `${tcvn3(SENTENCE)}\n${SENTENCE}\n${tcvn3(SENTENCE)}`]);
    expect(mixed).toMatchObject({ text: `${SENTENCE}\n${SENTENCE}\n${SENTENCE}`, encoding: 'mixed' });
    expect(mixed.decoded).toHaveLength(2);
    expect(decode(['.VnTime', `${tcvn3('Tổ trưởng')} Nguyễn ${tcvn3('đọc chậm rãi')}`]).text).toBe('Tổ trưởng Nguyễn đọc chậm rãi');
  });

  it('tells one part of a line and leaves the others, and its places and lines are told', () => {
    const read = decode(
      [UNICODE, 'Theo '],
      ['.VnTime', tcvn3('nghị quyết')],
      [UNICODE, ' của Đảng, '],
      ['VNI-Times', vni('đảng viên')],
      [UNICODE, ' học.'],
    );
    expect(read).toMatchObject({ text: 'Theo nghị quyết của Đảng, đảng viên học.', encoding: 'mixed' });
    expect(read.decoded.map(({ start, end }) => read.text.slice(start, end))).toEqual(['nghị quyết', 'đảng viên']);
    expect([...read.lines]).toEqual([
      ['tcvn3', 1],
      ['vni', 1],
    ]);
  });

  it('is not needed where the text tells its encoding', () => {
    expect(decode([UNICODE, tcvn3(SENTENCE)])).toMatchObject({ text: SENTENCE, encoding: 'tcvn3' });
    expect(decode([UNICODE, `${SENTENCE}\n`], ['.VnTime', `${tcvn3('Tổ đảng')}\n`], [UNICODE, vni(SENTENCE)])).toMatchObject({
      text: `${SENTENCE}\nTổ đảng\n${SENTENCE}`,
      encoding: 'mixed',
    });
  });
});

describe('places of a text that is decoded', () => {
  const WORDS = SENTENCE.split(' ');
  const FONTS = {
    [UNICODE]: (text: string) => text,
    '.VnTime': tcvn3,
    '.VnTimeH': tcvn3,
    'VNI-Times': vni,
    'VPS Times': (text: string) => inLatin1(text, 'vps'),
  };
  const shown = (font: string, word: string): string => (font === '.VnTimeH' ? word.toUpperCase() : word);
  const sets = fc.array(fc.tuple(fc.constantFrom(...Object.keys(FONTS)), fc.constantFrom(...WORDS), fc.constantFrom(' ', '\n')), {
    minLength: 1,
    maxLength: 30,
  });

  it('move with it: what a place holds is what it held, decoded', () => {
    fc.assert(
      fc.property(sets, fc.nat(), fc.nat(), (set, one, other) => {
        const parts = set.map(([font, word, space]): Set => [font, FONTS[font as keyof typeof FONTS](word) + space]);
        const { text, places, fontRuns } = decode(...parts);
        const expected = set.map(([font, word, space]) => shown(font, word) + space);
        expect(text).toBe(expected.join(''));
        const moved = places.move(fontRuns);
        expect(moved.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
        const [first, last] = [one % set.length, other % set.length].sort((a, b) => a - b) as [number, number];
        const [span] = places.move([{ start: fontRuns[first]!.start, end: fontRuns[last]!.end }]);
        expect(text.slice(span!.start, span!.end)).toBe(expected.slice(first, last + 1).join(''));
      }),
      { numRuns: 300, seed: 20261126 },
    );
  });

  it('within a word move by the letter', () => {
    const word = vni('người');
    const { text, places } = decode(['VNI-Times', `${vni('Đảng')} ${word}`]);
    const from = vni('Đảng').length + 1;
    const [span] = places.move([{ start: from, end: from + vni('ngư').length }]);
    expect(text.slice(span!.start, span!.end)).toBe('ngư');
    const tail = places.move([{ start: from + vni('ngư').length, end: from + word.length }])[0]!;
    expect(text.slice(tail.start, tail.end)).toBe('ời');
  });
});
