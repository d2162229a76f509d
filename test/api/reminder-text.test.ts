import { expect, test } from 'vitest';
import { reminderText } from '../../src/api/reminder-text.js';
import { reminderOf } from '../../src/model/reminder.js';

test('a message to a cell says who owes what by when, the overdue first, and leaves out what nobody owes', () => {
  const people = [
    { name: 'Cứ Thị Mai', list: 'soon', attempt: 1, due: '2026-11-28', days: 2 },
    { name: 'Lầu Thị Chanh', list: 'rewrite-overdue', attempt: 2, due: '2026-11-20', days: 6 },
    { name: 'Giàng A Sình', list: 'overdue', attempt: 1, due: '2026-11-25', days: 1 },
    { name: 'Vàng Thị Súa', list: 'soon', attempt: 1, due: '2026-11-26', days: 0 },
  ] as const;
  expect(reminderText({ cell: 'Chi bộ Bến Gỗ', campaign: 'Học Nghị quyết 21' }, people)).toBe(
    [
      'Chi bộ Bến Gỗ · Học Nghị quyết 21',
      'Đề nghị các đồng chí sau nộp bài:',
      '',
      'Chưa nộp bài, đã quá hạn:',
      '1. Giàng A Sình: bài thu hoạch, hạn 25/11/2026, quá 1 ngày',
      '',
      'Chưa nộp bài, sắp đến hạn:',
      '1. Cứ Thị Mai: bài thu hoạch, hạn 28/11/2026, còn 2 ngày',
      '2. Vàng Thị Súa: bài thu hoạch, hạn 26/11/2026, hạn là hôm nay',
      '',
      'Chưa nộp bài viết lại, đã quá hạn:',
      '1. Lầu Thị Chanh: bài viết lại (lần 2), hạn 20/11/2026, quá 6 ngày',
      '',
      'Đồng chí đã nộp rồi thì bỏ qua tin này.',
    ].join('\n'),
  );
});

test('the day itself is not late yet, the day before the warning is not soon yet', () => {
  const at = (due: string | null, warningDays = 3, isRewriting = false) => reminderOf({ due, isRewriting, warningDays }, '2026-11-26');
  expect(at('2026-11-26')).toEqual({ list: 'soon', days: 0 });
  expect(at('2026-11-26', 0)).toEqual({ list: 'soon', days: 0 });
  expect(at('2026-11-25')).toEqual({ list: 'overdue', days: 1 });
  expect(at('2026-11-29', 3, true)).toEqual({ list: 'rewrite-soon', days: 3 });
  expect(at('2026-11-30')).toBeNull();
  expect(at('2026-02-01', 3, true)).toEqual({ list: 'rewrite-overdue', days: 298 });
  expect(at(null)).toBeNull();
});
