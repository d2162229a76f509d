import type { Owing, UnitReminders } from '../../model/reminder.js';

/** Who is to be reminded of an essay that is due; nothing of it is kept or sent. AppError `unknown-id`. */
export interface Reminders {
  /** People of the units in reach who must hand in and have not, by name; `today`: day in Vietnam. */
  people(campaign: string): Promise<{ readonly today: string; readonly warningDays: number; readonly people: readonly Owing[] }>;
  /** Units in reach and below where somebody is overdue or soon will be, the longest overdue first; warned as the first unit in reach is. */
  units(campaign: string): Promise<{ readonly today: string; readonly warningDays: number; readonly units: readonly UnitReminders[] }>;
}
