import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
// The root of the package loads a .env file and database drivers.
import AggressiveTokenizerVi from 'natural/lib/natural/tokenizers/aggressive_tokenizer_vi.js';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/normalise/normalise.js';
import { essayText } from '../support/vietnamese.js';

const keys = (text: string): string[] => normalise(text).tokens.map((token) => token.key);
const bareKeys = (text: string): string[] => normalise(text).tokens.map((token) => token.bareKey);
const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

describe('keys', () => {
  it('are the same for old and new tone placement, i and y, capitals and Eth', () => {
    expect(keys('HOÀ thuỷ quý lý Kỹ Ðảng')).toEqual(keys('hòa thủy quí lí kĩ đảng'));
  });

  it('keep uy, ay and y tế apart from i', () => {
    expect(keys('uy tay y tế')).toEqual(['uy', 'tay', 'y', 'tê1']);
  });

  it('tell tones and qualities apart where the bare keys do not', () => {
    expect(new Set(keys('ma má mà mả mã mạ mâ')).size).toBe(7);
    expect(new Set(bareKeys('ma má mà mả mã mạ mâ')).size).toBe(1);
  });

  it('cut letters from digits', () => {
    expect(keys('NQ09-2026/½')).toEqual(['nq', '09', '2026', '12']);
  });

  it.each([
    ['decomposed', (text: string) => text.normalize('NFD')],
    ['in capitals', (text: string) => text.toUpperCase()],
    ['with zero-width characters', (text: string) => text.replace(/(\p{L})(\p{L})/gu, '$1\u200b$2')],
    ['with soft hyphens', (text: string) => text.replace(/(\p{L})(\p{L})/gu, '$1\u00ad$2')],
    [
      'with Cyrillic letters',
      (text: string) => text.replace(/[aeocp]/g, (letter) => ({ a: 'а', e: 'е', o: 'о', c: 'с', p: 'р' })[letter]!),
    ],
    ['in full-width letters', (text: string) => text.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))],
    ['with odd spaces', (text: string) => text.replaceAll(' ', '\u00a0')],
    ['decomposed from look-alikes', (text: string) => text.normalize('NFD').replaceAll('o', 'ο').normalize('NFC')],
  ])('of any text are the same when it is written %s', (_, disguise) => {
    fc.assert(
      fc.property(essayText, (text) => {
        expect(keys(disguise(text))).toEqual(keys(text));
      }),
    );
  });

  it('of any text without its marks are its bare keys', () => {
    fc.assert(
      fc.property(essayText, (text) => {
        expect(bareKeys(withoutMarks(text))).toEqual(bareKeys(text));
      }),
    );
  });
});

/** The letters of tokens, i and y alike. */
const lettersOf = (tokens: readonly { readonly bareKey: string }[]): string =>
  tokens.map(({ bareKey }) => bareKey.replaceAll('y', 'i')).join('');

describe('tokens', () => {
  it('lie in order in any text, and each one slices back to its own word', () => {
    fc.assert(
      fc.property(fc.oneof(essayText, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        let end = 0;
        for (const token of normalise(text).tokens) {
          expect(token.span.start).toBeGreaterThanOrEqual(end);
          expect(token.span.end).toBeGreaterThan(token.span.start);
          end = token.span.end;
          // Alone, a word may be cut that its text keeps whole: whether it is Vietnamese, the text tells.
          const alone = normalise(text.slice(token.span.start, token.span.end)).tokens;
          expect(lettersOf(alone)).toBe(lettersOf([token]));
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('agree with another Vietnamese tokenizer on every fixture essay', () => {
    const folder = 'fixtures/van-trach/sources/essays';
    const tokenizer = new AggressiveTokenizerVi();
    for (const name of readdirSync(folder)) {
      const text = readFileSync(`${folder}/${name}`, 'utf8').normalize('NFC').replaceAll('²', '');
      // That one keeps letters and digits in one word, and drops a raised two.
      const expected = tokenizer.tokenize(text).flatMap((word) => word.match(/\p{L}+|\d+/gu) ?? []);
      expect(normalise(text).tokens.map(({ span }) => text.slice(span.start, span.end))).toEqual(expected);
    }
  });
});

describe('what was folded', () => {
  it('is listed with its places', () => {
    const { folded } = normalise('Đ\u200bảng bộ xã Тân \u2060\u200dLạc'); // Cyrillic Т
    expect(folded.invisible).toEqual([
      { start: 1, end: 2 },
      { start: 16, end: 18 },
    ]);
    expect(folded.lookalike).toEqual([{ start: 12, end: 13 }]);
  });

  it('is nothing in ordinary Vietnamese, composed or not', () => {
    const text = readFileSync('fixtures/van-trach/sources/nghi-quyet.txt', 'utf8');
    for (const form of ['NFC', 'NFD'] as const)
      expect(normalise(text.normalize(form)).folded).toEqual({ invisible: [], lookalike: [], glued: [], spaced: [] });
  });
});

describe('sentences', () => {
  const sentences = (text: string): string[] => normalise(text).sentences.map(({ span }) => text.slice(span.start, span.end));

  it('end at a full stop, not at an abbreviation or a number of a list', () => {
    expect(sentences('1. Nhận thức của tôi. Đ/c. An ở TP. Hải Lâm! Vậy thôi')).toEqual([
      '1. Nhận thức của tôi.',
      'Đ/c. An ở TP. Hải Lâm!',
      'Vậy thôi',
    ]);
  });

  it('go on over a line that a page broke, not over a heading', () => {
    expect(sentences('BÀI THU HOẠCH\nTôi nhận thấy rác\nthải còn nhiều.')).toEqual(['BÀI THU HOẠCH', 'Tôi nhận thấy rác\nthải còn nhiều.']);
  });

  it('go on over what is masked, however wide the blanks about it', () => {
    // A square would take minutes here.
    const blanks = ' '.repeat(300_000);
    const text = `Tôi nhận thấy rác${blanks}7${blanks}thải còn nhiều.`;
    const start = text.indexOf('7');
    expect(normalise(text, [{ start, end: start + 1 }]).sentences).toEqual([
      { span: { start: 0, end: text.length }, firstToken: 0, endToken: 7 },
    ]);
  });

  it('hold every token of any text exactly once', () => {
    fc.assert(
      fc.property(essayText, (text) => {
        const { tokens, sentences: cut } = normalise(text);
        expect(cut.flatMap(({ firstToken, endToken }) => Array.from({ length: endToken - firstToken }, (_, i) => firstToken + i))).toEqual(
          tokens.map((_, i) => i),
        );
      }),
    );
  });
});

it('takes time in proportion to the length, whatever the text', () => {
  // A square would take minutes here.
  for (const text of [
    'a'.repeat(1_000_000),
    'a\u0301'.repeat(300_000),
    '\u200b'.repeat(1_000_000),
    'đ '.repeat(400_000),
    '.'.repeat(1_000_000),
  ]) {
    expect(normalise(text).tokens.length).toBeLessThanOrEqual(400_000);
  }
});
