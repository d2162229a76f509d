const DAY = 86_400_000;
/** Days that are named below the line at most. */
const MOST_TICKS = 6;

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/** Where days stand on a line, 0..1, and which of them are named. */
export interface DayScale {
  readonly place: (day: string) => number;
  readonly ticks: readonly string[];
}

/** A line that holds all these days, one of them at least, and the day due. */
export function dayScale(days: readonly string[], due: string | null): DayScale {
  const numbers = [...days, ...(due === null ? [] : [due])].map(numberOf);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const span = Math.max(1, last - first);
  const step = Math.ceil(span / MOST_TICKS);
  const ticks: string[] = [];
  for (let day = first; day <= first + span; day += step) ticks.push(dayOf(day));
  return { place: (day) => (numberOf(day) - first) / span, ticks };
}

/** Each day with all that came until then. */
export function sumUp(days: readonly { readonly day: string; readonly received: number }[]) {
  let total = 0;
  return days.map(({ day, received }) => {
    total += received;
    return { day, received, total };
  });
}
