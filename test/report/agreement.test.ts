import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { measureAgreement } from '../../src/pipeline/agreement/measure.js';
import { agreementToTerminal } from '../../src/report/terminal/agreement.js';
import { judgedEssay, LIMITS } from '../pipeline/agreement/judged.js';

const essays = Array.from({ length: 40 }, (_, at) =>
  judgedEssay({
    best: at < 20 ? 0.5 : 0.9,
    union: at < 20 ? 0.45 : 0.9,
    verdict: at < 20 ? 'accepted' : 'rewrite',
    judged: { a: at % 2 === 0 },
  }),
);
const report = { campaign: 'Học tập Nghị quyết số 09 \u001b[2J', open: 1_200, ...measureAgreement(essays, LIMITS) };
const shown = (columns: number, colour = false): string => agreementToTerminal(report, { columns, colour });

describe('agreementToTerminal', () => {
  it.each([0, 60, 80, 100, 200])('keeps every line within %d columns, 60 at least, but for those to paste', (columns) => {
    for (const colour of [true, false]) {
      const text = shown(columns, colour);
      const [before, after] = text.split('\npolicy:') as [string, string];
      const around = `${before}${after.slice(after.indexOf('\n\n'))}`;
      for (const line of around.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(Math.max(60, columns));
    }
  });

  it('shows what is in force, what would agree best, and the lines to paste without colour', () => {
    const text = shown(100);
    expect(text).toContain('40 bài đã có kết luận · 1.200 bài chưa có');
    expect(text).toMatch(/▸ {2}40% +0 +0 +40 +0 +20 +50%/);
    expect(text).toMatch(/ ★ 55% +0 +20 +20 +0 +20 +75%/);
    expect(text).toContain('Gợi ý 55% (hơn mức đang đặt trong 100% số lần lấy mẫu lại, 95%: 55%).');
    const snippet = 'policy:\n  review: { best: 0.2, union: 0.3, passage: 80, unmetThemes: 1 }\n  rewrite: { best: 0.55,';
    for (const colour of [true, false]) expect(shown(100, colour)).toContain(snippet);
  });

  it('lets no control character of a name through', () => {
    expect(shown(100)).not.toContain('\u001b');
  });

  it('says that there is nothing to compare without a conclusion', () => {
    const none = { campaign: 'Đợt', open: 3, ...measureAgreement([], LIMITS) };
    expect(agreementToTerminal(none, { columns: 80, colour: false })).toContain('Chưa có kết luận nào');
  });
});
