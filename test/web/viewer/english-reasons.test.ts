import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatCount, formatDecimal, formatLimit, formatPart, formatShare, writeFiguresIn } from '../../../src/api/format.js';
import * as reasons from '../../../src/decide/messages.js';
import { STATE_WORDS, UNREAD_WORDS } from '../../../src/report/words.js';
import { englishFileNote, englishReason } from '../../../src/web/viewer/english-reasons.js';

describe('on an English page', () => {
  beforeAll(() => writeFiguresIn('en'));
  afterAll(() => writeFiguresIn('vi'));

  it('figures have their comma and point the English way, words beside them stay', () => {
    expect([formatCount(35_599), formatDecimal(0.714, 2), formatShare(0.4), formatLimit(0.125)]).toEqual([
      '35,599',
      '0.71',
      '40%',
      '12.5%',
    ]);
    expect(formatPart(1200, 1900, 'a.b, essays')).toBe('1,200/1,900 a.b, essays (63.15%)');
  });

  it('every reason that has a figure is told in English, with the same figures', () => {
    expect(englishReason(reasons.copiedBest(0.476, 0.125, 'rewrite', 'Bài, số 1 (cuối).docx'))).toBe(
      'Overlap with one essay 47% (rewrite level: from 12.5%): “Bài, số 1 (cuối).docx”.',
    );
    expect(englishReason(reasons.copiedUnion(0.3, 0.3, 'review'))).toBe('Overlap with all essays together 30% (review level: from 30%).');
    expect(englishReason(reasons.copiedPassage(1234, 80))).toBe('Longest shared run 1,234 syllables (review level: from 80).');
    expect(englishReason(reasons.copiedBeside(90, 80, 'a.docx'))).toMatch(
      /^Beside the body, in notes.*90 syllables overlap with “a\.docx”/,
    );
    expect(englishReason(reasons.unmetThemes(1, 4, 1))).toBe('1 of 4 required themes not met (review level: from 1).');
    expect(englishReason(reasons.unmetShare(2, 4, 0.5))).toBe('2 of 4 required themes not met (rewrite level: from 50% of the themes).');
    const both = `${reasons.copiedBest(0.5, 0.4, 'rewrite', 'a.docx')} ${reasons.besideThere('a.docx')}`;
    expect(englishReason(both)).toMatch(/^Overlap with one essay 50% .* In “a\.docx” what is shared stands beside the body/);
    expect([reasons.notRead, reasons.suspicious].map(englishReason)).not.toContain(null);
  });

  it('what became of a file is told in English, and what nobody knows is left alone', () => {
    const unread = [
      ...Object.values(UNREAD_WORDS),
      ...Object.entries(STATE_WORDS).flatMap(([state, word]) => (state === 'ok' ? [] : word)),
    ];
    expect(unread.filter((note) => englishFileNote(note) === null)).toEqual([]);
    expect(englishReason('Tệp rỗng.')).toBe('Empty file.');
    expect(englishReason(reasons.unmetTheme('Nhận thức', 'Cần nêu bằng lời của mình.'))).toBeNull();
  });
});
