import { daysLate } from './roster.js';

/** Lists of people to remind: due soon, overdue; the same of essays that must be written again. */
export const REMINDER_LISTS = ['overdue', 'soon', 'rewrite-overdue', 'rewrite-soon'] as const;
export type ReminderList = (typeof REMINDER_LISTS)[number];

/** Somebody who must hand in and has not, an essay that waits to be read included. */
export interface Owing {
  readonly id: string;
  readonly card: string;
  readonly name: string;
  readonly cell: string;
  readonly post: string;
  readonly isKeyCadre: boolean;
  /** Whether the newest essay must be written again. */
  readonly isRewriting: boolean;
  /** Number of the attempt that is awaited. */
  readonly attempt: number;
  /** YYYY-MM-DD; null where no day is set, or a further attempt is not opened yet. */
  readonly due: string | null;
  /** How many days before it whoever owes is warned, as the unit has set it. */
  readonly warningDays: number;
}

/** How a unit stands, in counts alone. */
export interface UnitReminders {
  readonly id: string;
  readonly name: string;
  /** Name of the unit above; empty at the top. */
  readonly above: string;
  readonly soon: number;
  readonly overdue: number;
  readonly rewriteSoon: number;
  readonly rewriteOverdue: number;
  /** Days since the oldest due day that somebody is past; 0 where nobody is. */
  readonly mostDays: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** On which list somebody stands, and how many days are left or have passed; null where nothing is due or it is not soon yet. */
export function reminderOf(
  { due, isRewriting, warningDays }: Pick<Owing, 'due' | 'isRewriting' | 'warningDays'>,
  today: string,
): { readonly list: ReminderList; readonly days: number } | null {
  if (due === null) return null;
  // Noon of the day, on every clock that days are counted by.
  const late = daysLate(due, `${today}T05:00:00Z`);
  if (late > 0) return { list: isRewriting ? 'rewrite-overdue' : 'overdue', days: late };
  const left = Math.round((Date.parse(`${due}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY);
  return left > warningDays ? null : { list: isRewriting ? 'rewrite-soon' : 'soon', days: left };
}
