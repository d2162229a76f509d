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

  it('lists what needs a person first and ends with the skipped, no count said twice', () => {
    const text = toTerminal(batch, { columns: 140, colour: false });
    expect(text).toContain('Đề xuất: ↻ viết lại 5    ◐ cần xem xét 7    ✓ đạt yêu cầu 2\n');
    expect(text).not.toContain('đạt yêu cầu:');
    for (const line of toTerminal(largeBatch(3000, 1500), { columns: 60, colour: false }).split('\n', 9))
      expect(stringWidth(line)).toBeLessThanOrEqual(60);
    const proposals = [...text.matchAll(/^ {2}[↻◐✓] (viết lại|cần xem xét|đạt yêu cầu) {2,}[\d–]/gm)].map(([, word]) => word).slice(-14);
    expect(proposals).toEqual([...Array(5).fill('viết lại'), ...Array(7).fill('cần xem xét'), ...Array(2).fill('đạt yêu cầu')]);
    const last = text.trimEnd().split('\n').slice(-5).join('\n');
    expect(last).toContain('Bỏ qua: 2 tệp');
    expect(last).toContain('~$Âu Thị Diễm.docx');
  });

  it('says before the reason when a proposal rests on both grounds, since the reason names one', () => {
    const copied = batch.assessments.find(({ grounds }) => grounds.join() === 'copied')!;
    const both = { ...copied, grounds: ['copied', 'content'] } as const;
    for (const columns of [60, 95, 140]) {
      const shown = (assessment: typeof copied): string => toTerminal({ ...batch, assessments: [assessment] }, { columns, colour: false });
      expect(shown(both)).toContain('trùng khớp và nội dung: Trùng với');
      expect(shown(copied)).not.toContain('trùng khớp và nội dung');
    }
  });

  it('names the files that need a person and what to do', () => {
    const text = toTerminal(batch, { columns: 200, colour: false });
    expect(text).toContain('! Giáp Thị Lụa.pdf');
    expect(text).toContain('bỏ mật khẩu, lưu lại rồi nộp lại tệp này');
    expect(text).toMatch(/cần xem xét +– +·{10} +– +– +– +Giáp Thị Lụa/);
  });

  it('does not bury the rest under hundreds of accepted essays', () => {
    const text = toTerminal(largeBatch(300, 10), { columns: 120, colour: false });
    expect(text).toContain('… và 270 bài nữa, đề xuất: đạt yêu cầu');
    expect(text.split('\n').length).toBeLessThan(60);
  });
});

describe('the rows of the table', () => {
  it('have a head at every width', () => {
    for (const columns of [60, 83, 84, 108, 160]) expect(toTerminal(batch, { columns, colour: false })).toMatch(/^ {2}Đề xuất {8}.*Tệp/m);
  });

  it('say of an unread file why in a few words; the long message stands below', () => {
    for (const columns of [70, 100, 160]) {
      const text = toTerminal(batch, { columns, colour: false });
      expect(text).toContain('Không mở được.\n');
      expect(text).toContain('Ảnh, bản quét chưa đọc được chữ.\n');
      expect(text).not.toContain('Chưa đọc được nội dung');
    }
    const [encrypted] = batch.assessments.filter(({ submission }) => submission.state === 'unreadable');
    const coded = { ...encrypted!, messages: [{ code: 'encrypted', text: 'Tệp “x” đặt mật khẩu nên không mở được.' }] };
    expect(toTerminal({ ...batch, assessments: [coded] }, { columns: 100, colour: false })).toContain('    Tệp đặt mật khẩu.\n');
  });

  it('name the required themes that are not met where those are the reason, at every width, and only there', () => {
    const one = batch.assessments.find(({ submission }) => submission.id === 's5')!;
    const [copied, ...unmet] = one.reasons;
    const [first] = batch.campaign.themes;
    const optional = { ...first!, id: 'them', name: 'Chủ đề thêm', required: false };
    const campaign = { ...batch.campaign, themes: [...batch.campaign.themes, optional] };
    for (const columns of [60, 90, 160]) {
      const shown = (reasons: typeof one.reasons): string =>
        toTerminal({ ...batch, campaign, assessments: [{ ...one, reasons }] }, { columns, colour: false });
      expect(shown(unmet).replace(/\s+/g, ' ')).toContain('Chưa đạt: Trách nhiệm cá nhân; Liên hệ đơn vị, lĩnh vực công tác.');
      expect(shown(unmet)).not.toContain('Chủ đề thêm');
      expect(shown([copied!, ...unmet])).not.toContain('Chưa đạt:');
      for (const line of shown(unmet).split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    }
  });

  it('keep names and reasons whole beside each other, or the reasons go below', () => {
    const text = toTerminal(largeBatch(4, 2), { columns: 130, colour: false });
    expect(text).toMatch(/bai-0\.docx {2,}Trùng với một bài 52% \(mức viết lại: từ 40%\)\.\n/);
    expect(toTerminal(batch, { columns: 120, colour: false })).toMatch(
      /\n {4}(trùng khớp và nội dung: )?Trùng với một bài \d+% \(mức viết lại: từ 40%\)\.\n/,
    );
  });
});

describe('the groups', () => {
  const groupPart = (of: BatchAssessment, columns: number): string[] => {
    const lines = toTerminal(of, { columns, colour: false }).split('\n');
    const head = lines.findIndex((line) => line.startsWith('  Nhóm 1'));
    return lines.slice(head + 1, lines.indexOf('', head));
  };

  it('take two lines however large they are', () => {
    const lines = groupPart(largeBatch(1200, 1200), 100);
    expect(lines).toHaveLength(2);
    const shown = lines.join(' ').match(/bai-\d+\.docx/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(1);
    expect(lines[1]).toMatch(new RegExp(` và ${(1200 - shown).toLocaleString('de')} bài nữa$`));
  });

  it('show all members where they fit, without a rest', () => {
    expect(groupPart(largeBatch(2, 2), 140)).toEqual([
      '    bai-0.docx (Đảng viên số 0 · Chi bộ 0), bai-1.docx (Đảng viên số 1 · Chi bộ 1)',
    ]);
  });

  it('keep the end of a long name, and leave out the unit, then the writer, where there is no room', () => {
    const [first] = largeBatch(2, 2).assessments;
    const withName = (file: string): BatchAssessment => {
      const large = largeBatch(2, 2);
      return { ...large, assessments: [{ ...first!, submission: { ...first!.submission, file } }, large.assessments[1]!] };
    };
    const long = `Bài thu hoạch học tập Nghị quyết số 09 của đồng chí ${'rất '.repeat(10)}Quách Thị Mận.pdf`;
    for (const columns of [60, 100, 140]) expect(groupPart(withName(long), columns)[0]).toContain('Quách Thị Mận.pdf');
    const middle = 'Thu hoạch - Quách Mận.pdf';
    expect(groupPart(withName(middle), 100)[0]).toContain(`${middle} (Đảng viên số 0 · Chi bộ 0)`);
    expect(groupPart(withName(middle), 68)[0]).toContain(`${middle} (Đảng viên số 0),`);
    expect(groupPart(withName(middle), 60)[0]).toContain(`${middle},`);
  });
});

describe('an essay of which a part could not be read', () => {
  const [one] = batch.assessments;
  const partial = { ...one!, advisories: [{ code: 'partial-text' as const, text: 'Mới đọc được một phần của tệp.', spans: [] }] };
  const message = { code: 'partial-text', text: 'Chưa đọc hết tệp “x”: trang 2 không có chữ.' };
  const shown = (messages: readonly { code: string; text: string }[]): string =>
    toTerminal({ ...batch, groups: [], assessments: [{ ...partial, messages }] }, { columns: 100, colour: false });

  it('is among the files that need a person, with its message, or what the advisory says', () => {
    for (const text of [shown([]), shown([message])]) expect(text).toContain('Tệp cần người xem: 1');
    expect(shown([])).toContain('Mới đọc được một phần của tệp.');
    expect(shown([message])).toContain(message.text);
    expect(shown([message])).not.toContain('Mới đọc được một phần');
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
