import { describe, expect, it } from 'vitest';
import { NO_METADATA } from '../../src/model/extraction.js';
import { adviseFonts } from '../../src/score/mixed-fonts.js';
import { type Piece, told } from '../pipeline/told-files.js';
import { madeUpText } from '../support/vietnamese.js';

const PARAGRAPHS = Array.from({ length: 8 }, (_, i) => madeUpText(40 + i, 70));
const set = (font: string, text: string): Piece => ({ text: `${text}\n\n`, font });
const essay = (font: (i: number) => string): Piece[] => PARAGRAPHS.map((text, i) => set(font(i), text));

function advise(pieces: readonly Piece[]) {
  const extraction = JSON.parse(new TextDecoder().decode(told(pieces, NO_METADATA)));
  return adviseFonts(extraction).map(({ code, text, spans }) => ({
    code,
    text,
    shown: spans.map(({ start, end }) => extraction.text.slice(start, end)),
  }));
}

describe('a stretch in another font', () => {
  it('is told with both fonts and its place', () => {
    const [found, ...more] = advise(essay((i) => (i === 3 || i === 4 ? 'Arial' : 'Times New Roman')));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'mixed-fonts', shown: [`${PARAGRAPHS[3]}\n\n${PARAGRAPHS[4]}`] });
    expect(found!.text).toMatch(/^Có 1 đoạn dài dùng phông chữ khác \(Arial\) với phần còn lại của bài \(Times New Roman\)\./);
  });

  it.each<[string, Piece[]]>([
    ['of one font', essay(() => 'Times New Roman')],
    ['whose font nobody knows', PARAGRAPHS.map((text) => `${text}\n\n`)],
    ['with headings in another', essay(() => 'Times New Roman').flatMap((piece) => [set('Arial', 'I. NHẬN THỨC CHUNG'), piece])],
    ['with the cuts of one font', essay((i) => ['TimesNewRomanPSMT', 'ABCDEF+TimesNewRomanPS-BoldMT', 'Times New Roman'][i % 3]!)],
    ['with the capitals of an old encoding', essay((i) => (i === 2 ? '.VnTimeH' : '.VnTime'))],
    [
      'with emphasis inside its sentences',
      PARAGRAPHS.flatMap((text) => [
        { text: text.slice(0, 150), font: 'Times New Roman' },
        { text: text.slice(150, 210), font: 'Arial' },
        set('Times New Roman', text.slice(210)),
      ]),
    ],
    [
      'whose font lacks some letters',
      PARAGRAPHS.flatMap((text) => [...text].map((letter) => ({ text: letter, font: /[a-z]/.test(letter) ? 'VNI' : 'Arial' }))).slice(
        0,
        1_900,
      ),
    ],
    ['with a long note in another', [...essay(() => 'Times New Roman'), { aside: PARAGRAPHS[0]! }]],
  ])('is none in an essay %s', (_, pieces) => {
    expect(advise(pieces)).toEqual([]);
  });
});
