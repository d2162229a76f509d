import { describe, expect, it } from 'vitest';
import { quoteSentence, spokenWords } from '../../../src/web/viewer/quotation.js';

const placeOf = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
/** The pieces as one text, what spoke in brackets. */
function quoted(
  text: string,
  words: readonly string[],
  { hidden = [], length = 240 }: { hidden?: readonly string[]; length?: number } = {},
) {
  const places = { words: words.map((one) => placeOf(text, one)), holes: hidden.map((one) => placeOf(text, one)), length };
  return quoteSentence(text, { start: 0, end: text.length }, places)
    .map(({ text: piece, spoke }) => (spoke ? `[${piece}]` : piece))
    .join('');
}

describe('a quoted sentence', () => {
  it('stands on one line with its words marked', () => {
    expect(quoted(' Tôi nhận\n  rà 214  hồ sơ, xong quý I.', ['rà 214  hồ sơ', 'quý I'])).toBe('Tôi nhận [rà 214 hồ sơ], xong [quý I].');
    expect(quoted('Tôi nhận rà hồ sơ.', [])).toBe('Tôi nhận rà hồ sơ.');
  });

  it('leaves out what no reader sees', () => {
    expect(quoted('Tôi nhận giấu kín rà hồ sơ.', ['rà hồ sơ'], { hidden: ['giấu kín '] })).toBe('Tôi nhận [rà hồ sơ].');
  });

  it('keeps its beginning and its words where it is too long, however far behind they stand', () => {
    const text = `Mở đầu câu này ${'rất dài dòng '.repeat(30)}rồi mới nhận rà hồ sơ ${'và còn nói tiếp '.repeat(30)}hết.`;
    const shown = quoted(text, ['rà hồ sơ']);
    expect(shown).toMatch(/^Mở đầu câu này .*… .*rồi mới nhận \[rà hồ sơ\] và còn .*…$/);
    expect(shown.length).toBeLessThan(245);
    expect(quoted(text, []).length).toBeLessThan(255);
  });

  it('ends with dots where even its words are too many', () => {
    const words = Array.from({ length: 60 }, (_, at) => `từ${at}x`);
    const shown = quoted(words.join(' '), words, { length: 100 });
    expect(shown).toMatch(/^\[từ0x\] \[từ1x\].*…$/);
    expect(shown).not.toContain('từ59x');
  });
});

describe('the words that spoke', () => {
  it('are told together where they stand beside each other', () => {
    const words = [
      { start: 3, end: 6 },
      { start: 7, end: 11 },
      { start: 13, end: 15 },
    ];
    expect(spokenWords('Bỏ cốc nhựa, vỏ hạt.', [{ words }])).toEqual(['cốc nhựa', 'vỏ']);
  });

  it('are told once whatever their capitals, in the order of the text', () => {
    const text = 'Hồ sơ và thủ\ntục; hồ sơ trả kết quả.';
    const at = (start: number, end: number) => ({ start, end });
    const sentences = [{ words: [at(text.indexOf('trả'), text.length - 1)] }, { words: [at(0, 5), at(9, 16), at(18, 23)] }];
    expect(spokenWords(text, sentences)).toEqual(['Hồ sơ', 'thủ tục', 'trả kết quả']);
  });
});
