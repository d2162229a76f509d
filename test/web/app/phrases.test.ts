import { describe, expect, it } from 'vitest';
import { themeId } from '../../../src/api/theme-id.js';
import { addPhrases, parsePhrases, parseSynonyms } from '../../../src/web/app/form/parse-phrases.js';

describe('pasted phrases', () => {
  it('are split by lines, commas, semicolons and cells of a spreadsheet', () => {
    expect(parsePhrases('rác thải, thu gom; bãi rác\nkênh  mương\tnước thải\r\n')).toEqual([
      'rác thải',
      'thu gom',
      'bãi rác',
      'kênh mương',
      'nước thải',
    ]);
  });

  it('lose the marks of a list, but not what belongs to them', () => {
    expect(parsePhrases('- mục tiêu\n• điểm mới\n2. nhiệm vụ\n90% số hộ\n30 km đường hoa')).toEqual([
      'mục tiêu',
      'điểm mới',
      'nhiệm vụ',
      '90% số hộ',
      '30 km đường hoa',
    ]);
  });

  it('are taken once, whatever their capitals and form of letters', () => {
    expect(parsePhrases(`Môi trường, môi trường, ${'môi trường'.normalize('NFD')}`)).toEqual(['Môi trường']);
    expect(addPhrases(['rác thải'], ['Rác Thải', 'thu gom', ''])).toEqual(['rác thải', 'thu gom']);
  });
});

describe('words that stand for each other', () => {
  it('are one group a line', () => {
    expect(parseSynonyms('rác thải, rác\n\nhộ dân, gia đình')).toEqual({
      groups: [
        ['rác thải', 'rác'],
        ['hộ dân', 'gia đình'],
      ],
      wrongLine: null,
    });
  });

  it('need two words a line; the line that has one is named', () => {
    expect(parseSynonyms('rác thải, rác\nhộ dân').wrongLine).toBe(2);
  });
});

describe('the id of a new theme', () => {
  it('is its name in plain letters', () => {
    expect(themeId('Đề xuất, kiến nghị', new Set())).toBe('de-xuat-kien-nghi');
  });

  it('is numbered when it is taken, and never empty', () => {
    expect(themeId('Trách nhiệm', new Set(['trach-nhiem', 'trach-nhiem-2']))).toBe('trach-nhiem-3');
    expect(themeId('???', new Set())).toBe('chu-de');
  });
});
