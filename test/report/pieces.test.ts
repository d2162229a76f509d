import { describe, expect, it } from 'vitest';
import { showPlainly, splitOdd } from '../../src/api/odd-characters.js';
import { formatCount, formatDecimal, formatMoment, formatPart, formatShare } from '../../src/model/format.js';
import { nameShortener, writerOf } from '../../src/report/file-names.js';
import { sortByNeed } from '../../src/report/need.js';
import { countMet, markThemes } from '../../src/report/theme-marks.js';
import { exampleBatch } from './example.js';
import { CAMPAIGN } from './example-builder.js';

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [35599, '35.599'],
    [1234567, '1.234.567'],
  ])('writes %d as %s', (value, text) => expect(formatCount(value)).toBe(text));

  it.each([
    [null, '–'],
    [0, '0%'],
    [0.444, '44%'],
    [0.399, '39%'],
    [0.1 + 0.3, '40%'],
    [0.001, '<1%'],
    [0.999, '99%'],
    [1, '100%'],
  ])('writes the share %s as %s', (share, text) => expect(formatShare(share)).toBe(text));

  it('writes decimals, parts and moments as Vietnamese does', () => {
    expect(formatDecimal(1234.5, 2)).toBe('1.234,50');
    expect(formatPart(12, 19, 'bài')).toBe('12/19 bài (63,15%)');
    expect(formatPart(0, 0, 'bài')).toBe('0/0 bài');
    expect(formatMoment(new Date(2026, 10, 20, 9, 42))).toBe('20/11/2026, 09:42');
  });
});

describe('sortByNeed', () => {
  const ordered = sortByNeed(exampleBatch().assessments);

  it('puts rewrite first, then files that could not be read, then review, accept last', () => {
    const kinds = ordered.map(({ proposal, syllables }) => (syllables === null ? 'unread' : proposal));
    expect(kinds).toEqual([...Array(5).fill('rewrite'), 'unread', 'unread', ...Array(5).fill('review'), 'accept', 'accept']);
  });

  it('orders each kind by the largest overlap', () => {
    const best = ordered.filter(({ proposal }) => proposal === 'rewrite').map(({ copied }) => copied.best ?? 0);
    expect(best).toEqual([...best].sort((a, b) => b - a));
  });
});

describe('showPlainly', () => {
  it('names characters that steer a terminal or turn a text around', () => {
    expect(showPlainly('a\u001b[31mb')).toBe('a‹U+001B›[31mb');
    expect(showPlainly('gpj.\u202efdp')).toBe('gpj.‹U+202E›fdp');
    expect(showPlainly('một\r\n hai')).toBe('một hai');
    expect(showPlainly('\u200b\u200b\u200b')).toBe('‹U+200B ×3›');
    expect(showPlainly('\ud800')).toBe('‹U+D800›');
  });

  it('leaves Vietnamese alone, composed or not', () => {
    const text = 'Nguyễn Thị Hoà, ấp Phước Thạnh – “đã đọc” 100% ✓';
    for (const form of ['NFC', 'NFD'] as const)
      expect(splitOdd(text.normalize(form))).toEqual([{ kind: 'plain', text: text.normalize(form) }]);
  });
});

describe('names', () => {
  it('leaves out the folders where the name alone tells a file from the others', () => {
    expect(nameShortener(exampleBatch())('van-trach/Lò Thị Mẩy.docx')).toBe('Lò Thị Mẩy.docx');
  });

  it('leaves out a member and a unit that only repeat the file', () => {
    expect(writerOf({ file: 'a.docx', member: 'a.docx', unit: 'a.docx' })).toBe('');
    expect(writerOf({ file: 'a.docx', member: 'Hứa Thị Nga', unit: 'Hợp tác xã' })).toBe('Hứa Thị Nga · Hợp tác xã');
  });
});

describe('theme marks', () => {
  it('counts the required themes, and nothing where nothing was read', () => {
    const { assessments } = exampleBatch();
    expect(countMet(markThemes(CAMPAIGN.themes, assessments[0]!))).toEqual({ met: 1, all: 3 });
    expect(countMet(markThemes(CAMPAIGN.themes, assessments[6]!))).toBeNull();
  });
});
