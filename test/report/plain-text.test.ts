import { describe, expect, it } from 'vitest';
import type { StoredSubmission } from '../../src/corpus/corpus.js';
import type { TextComparison } from '../../src/pipeline/compare-files.js';
import { comparisonToTerminal } from '../../src/report/comparison.js';
import { corpusToTerminal } from '../../src/report/corpus-list.js';

const HOSTILE = '\u001b]0;tên\u0007\u001b[2J\u009b31m\r\u202e';

describe('corpusToTerminal', () => {
  const stored: StoredSubmission = {
    id: 'a1',
    campaign: null,
    member: 'm',
    unit: `Chi bộ${HOSTILE}`,
    post: '',
    place: '',
    tenant: 'goc',
    file: `bài${HOSTILE}\n.docx`,
    sha256: 'a'.repeat(64),
    state: 'ok',
    sequence: 1,
    syllables: 1200,
  };

  it('never lets a control character of a file or a unit through, and keeps an essay on one line', () => {
    const text = corpusToTerminal([stored]);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text.split('\n')).toHaveLength(3);
    expect(text).toContain('1.200 âm tiết  bài‹U+001B›]0;tên');
    expect(text).toContain('(m · Chi bộ‹U+001B›');
  });
});

describe('comparisonToTerminal', () => {
  const compared = (start: number, end: number): TextComparison => ({
    similarityOfFirst: 0.5,
    similarityOfSecond: 0.25,
    jaccard: null,
    longestRun: 0,
    passages: [{ first: { start, end }, second: { start, end }, syllables: 12, identical: 1, weight: 12 }],
    quoted: { first: [], second: [] },
  });

  it('never lets a control character of a name or a text through', () => {
    const text = comparisonToTerminal(`a${HOSTILE}`, `b${HOSTILE}`, `một hai${HOSTILE} ba`, compared(0, 12));
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text).toContain('“một hai‹U+001B›');
  });

  it('shows a short passage whole, and nothing behind it, without "…"', () => {
    expect(comparisonToTerminal('a', 'b', 'một hai ba bốn', compared(0, 10))).toContain('“một hai ba”');
  });

  it('cuts a long one, with "…"', () => {
    const text = comparisonToTerminal('a', 'b', 'dọn vệ sinh '.repeat(200), compared(0, 2000));
    expect(text).toMatch(/“(dọn vệ sinh )+.{0,11}…”/);
    expect(text.split('\n').every((line) => line.length < 160)).toBe(true);
  });
});
