import { writeDay } from '../form/days.js';

/** A moment, ISO 8601, or a day YYYY-MM-DD, as people write the day: 05/01/2027. */
export function dayOf(moment: string): string {
  if (moment.length === 10) return writeDay(moment);
  const date = new Date(moment);
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
}

/** Without the year, where there is little room. */
export const shortDay = (moment: string): string => dayOf(moment).slice(0, 5);
