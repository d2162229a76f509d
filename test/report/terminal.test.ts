import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { BatchAssessment } from '../../src/model/batch.js';
import { fitName, pad, widthOf, wrap } from '../../src/report/terminal/lines.js';
import { toTerminal } from '../../src/report/terminal.js';
import { exampleBatch } from './example.js';
import { largeBatch } from './large-batch.js';

const batch = exampleBatch();
const ESCAPE = '\u001b';

/** The batch with every file name replaced. */
function named(file: string): BatchAssessment {
  return {
    ...batch,
    assessments: batch.assessments.map((one) => ({
      ...one,
      submission: { ...one.submission, file },
      messages: one.messages.map((message) => ({ ...message, text: `Tệp “${file}” không mở được.` })),
    })),
  };
}

describe('toTerminal', () => {
  it.each([60, 61, 83, 84, 100, 107, 108, 120, 160, 240])('keeps every line within %d columns', (columns) => {
    for (const colour of [true, false]) {
      for (const line of toTerminal(batch, { columns, colour }).split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    }
  });

  it('takes 60 columns where fewer, or no number, are given', () => {
    for (const columns of [1, 0, Number.NaN])
      for (const line of toTerminal(batch, { columns, colour: false }).split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(60);
  });

  it('writes escape codes only when asked, and closes each', () => {
    expect(toTerminal(batch, { columns: 100, colour: false })).not.toContain(ESCAPE);
    for (const line of toTerminal(batch, { columns: 100, colour: true }).split('\n')) {
      expect(line.split(ESCAPE).length % 2).toBe(1);
      if (line.includes(ESCAPE)) expect(line.lastIndexOf(`${ESCAPE}[0m`)).toBe(line.lastIndexOf(ESCAPE));
    }
  });

  it('never lets a control character of a name through', () => {
    const text = toTerminal(named(`x${ESCAPE}]0;tên\u0007${ESCAPE}[2J\u009b31m\r\n\u202e.docx`), { columns: 100, colour: false });
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text).toContain('‹U+001B›');
  });

  it('measures decomposed Vietnamese and wide characters as the terminal does', () => {
    for (const file of [
      'Nguyễn Thị Thuỷ Tiên, chi bộ Trường Tiểu học Tân Lạc, bài thu hoạch lần thứ hai.docx'.normalize('NFD'),
      `${'報告'.repeat(60)}.docx`,
    ]) {
      for (const columns of [60, 90, 130])
        for (const line of toTerminal(named(file), { columns, colour: false }).split('\n'))
          expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    }
  });

  it('lists what needs a person first and ends with the accepted and the skipped', () => {
    const text = toTerminal(batch, { columns: 140, colour: false });
    const proposals = [...text.matchAll(/^ {2}[↻◐✓] (viết lại|cần xem xét|đạt yêu cầu) {2,}[\d–]/gm)].map(([, word]) => word).slice(-14);
    expect(proposals).toEqual([...Array(5).fill('viết lại'), ...Array(7).fill('cần xem xét'), ...Array(2).fill('đạt yêu cầu')]);
    const last = text.trimEnd().split('\n').slice(-5).join('\n');
    expect(last).toContain('đạt yêu cầu: 2/14 bài (14,29%)');
    expect(last).toContain('Bỏ qua: 2 tệp');
    expect(last).toContain('~$Âu Thị Diễm.docx');
  });

  it('names the files that need a person and what to do', () => {
    const text = toTerminal(batch, { columns: 200, colour: false });
    expect(text).toContain('! Giáp Thị Lụa.pdf');
    expect(text).toContain('bỏ mật khẩu, lưu lại rồi nộp lại tệp này');
    expect(text).toMatch(/cần xem xét +– +·{10} +– +– +– +Giáp Thị Lụa/);
  });

  it('does not bury the rest under hundreds of accepted essays', () => {
    const text = toTerminal(largeBatch(300, 10), { columns: 120, colour: false });
    expect(text).toContain('… và 270 bài đạt yêu cầu nữa');
    expect(text.split('\n').length).toBeLessThan(60);
  });
});

describe('lines', () => {
  it('cuts a name in its middle, folders first, never inside a letter', () => {
    expect(fitName('Trường Tiểu học/Lương Thị Dịu.docx', 24)).toBe('…/Lương Thị Dịu.docx');
    const cut = fitName('Nguyễn Thị Thuỷ Tiên bài cuối.docx'.normalize('NFD'), 24);
    expect(widthOf(cut)).toBeLessThanOrEqual(24);
    expect(cut.endsWith('.docx')).toBe(true);
    expect(cut).not.toMatch(/…\p{M}/u);
  });

  it('pads and wraps by cells', () => {
    expect(pad('bài', 5, 'right')).toBe('  bài');
    expect(wrap('một hai ba', 7)).toEqual(['một hai', 'ba']);
    expect(wrap('a'.repeat(10), 4)).toEqual(['aaaa', 'aaaa', 'aa']);
    expect(wrap('', 4)).toEqual([]);
  });
});
