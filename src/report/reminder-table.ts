import { owedWords } from '../api/reminder-text.js';
import type { ReminderList, ReminderPersonView } from '../api/reminders.js';
import { formatCount, formatDay } from '../model/format.js';
import type { TextTable } from './people-table.js';

const LISTS: Readonly<Record<ReminderList, string>> = {
  overdue: 'Quá hạn',
  soon: 'Sắp đến hạn',
  'rewrite-overdue': 'Viết lại, quá hạn',
  'rewrite-soon': 'Viết lại, sắp đến hạn',
};
const HEAD = [
  'Số thẻ',
  'Họ và tên',
  'Đơn vị',
  'Chức vụ',
  'Cán bộ chủ chốt',
  'Tình trạng',
  'Hạn nộp',
  'Số ngày quá hạn',
  'Số ngày còn lại',
  'Còn thiếu',
];

/** People to remind as a table. */
export function reminderTable(people: readonly ReminderPersonView[]): TextTable {
  const rows = people.map((person) => {
    const { card, name, cell, post, isKeyCadre, list, due, days } = person;
    const isLate = list === 'overdue' || list === 'rewrite-overdue';
    const figures = isLate ? [formatCount(days), ''] : ['', formatCount(days)];
    return [card, name, cell, post, isKeyCadre ? 'x' : '', LISTS[list], formatDay(due), ...figures, owedWords(person)];
  });
  return { head: HEAD, rows };
}
