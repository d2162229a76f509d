import { z } from 'zod';
import { REMINDER_LISTS } from '../model/reminder.js';

export { REMINDER_LISTS, type ReminderList } from '../model/reminder.js';

/* Who is to be reminded, under /api/campaigns/:id/reminders. Nothing is sent: people copy, print or take along what is listed. */

const count = z.int().min(0);
const day = z.iso.date();

/** `days`: left until the day that it is due, or passed since. */
export const reminderPersonSchema = z.object({
  id: z.string(),
  card: z.string(),
  name: z.string(),
  cell: z.string(),
  post: z.string(),
  isKeyCadre: z.boolean(),
  list: z.enum(REMINDER_LISTS),
  /** Number of the attempt that is awaited. */
  attempt: z.int().min(1),
  due: day,
  days: count,
});
export type ReminderPersonView = z.infer<typeof reminderPersonSchema>;

/** GET /api/campaigns/:id/reminders. `noDue`: people who owe an essay for which no day is set. */
export const remindersSchema = z.object({ today: day, warningDays: count, people: z.array(reminderPersonSchema), noDue: count });
export type RemindersView = z.infer<typeof remindersSchema>;

/** GET /api/campaigns/:id/reminders/units: counts of each unit in reach and below that has any; no names of people. */
export const unitRemindersSchema = z.object({
  today: day,
  warningDays: count,
  units: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      above: z.string(),
      soon: count,
      overdue: count,
      rewriteSoon: count,
      rewriteOverdue: count,
      mostDays: count,
    }),
  ),
});
export type UnitRemindersView = z.infer<typeof unitRemindersSchema>;
export type UnitReminderView = UnitRemindersView['units'][number];
