import { formatDay } from '../model/format.js';
import { REMINDER_LISTS, type ReminderList } from '../model/reminder.js';
import type { ReminderPersonView } from './reminders.js';

type Reminded = Pick<ReminderPersonView, 'name' | 'list' | 'attempt' | 'due' | 'days'>;

/** What each list is called in messages to members, which are Vietnamese whatever language the page speaks. */
const HEADS: Readonly<Record<ReminderList, string>> = {
  overdue: 'Chưa nộp bài, đã quá hạn',
  soon: 'Chưa nộp bài, sắp đến hạn',
  'rewrite-overdue': 'Chưa nộp bài viết lại, đã quá hạn',
  'rewrite-soon': 'Chưa nộp bài viết lại, sắp đến hạn',
};

/** What one person owes, and how far from the day it is due: "bài viết lại (lần 2), hạn 20/11/2026, quá 3 ngày". */
export function owedWords({ list, attempt, due, days }: Omit<Reminded, 'name'>): string {
  const what = attempt > 1 ? `bài viết lại (lần ${attempt})` : 'bài thu hoạch';
  const isLate = list === 'overdue' || list === 'rewrite-overdue';
  const far = isLate ? `quá ${days} ngày` : days === 0 ? 'hạn là hôm nay' : `còn ${days} ngày`;
  return `${what}, hạn ${formatDay(due)}, ${far}`;
}

/** A message to one cell that can be pasted as it stands: who owes what by when. */
export function reminderText(place: { readonly cell: string; readonly campaign: string }, people: readonly Reminded[]): string {
  const parts = REMINDER_LISTS.flatMap((list) => {
    const listed = people.filter((person) => person.list === list);
    if (listed.length === 0) return [];
    return [`${HEADS[list]}:`, ...listed.map((person, index) => `${index + 1}. ${person.name}: ${owedWords(person)}`), ''];
  });
  const title = [place.cell, place.campaign].filter(Boolean).join(' · ');
  return [title, 'Đề nghị các đồng chí sau nộp bài:', '', ...parts, 'Đồng chí đã nộp rồi thì bỏ qua tin này.'].join('\n');
}
