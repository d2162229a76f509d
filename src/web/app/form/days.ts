/** The day of a typed date ("5/1/2027", "05.01.2027", "2027-01-05") as 2027-01-05; null when there is no such day. */
export function parseDay(text: string): string | null {
  const [, day, month, year] =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text.trim()) ?? swap(/^(\d{4})-(\d\d)-(\d\d)$/.exec(text.trim()));
  if (day === undefined || month === undefined || year === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isThatDay = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1;
  return isThatDay && Number(year) >= 1000 ? date.toISOString().slice(0, 10) : null;
}

const swap = (found: readonly string[] | null): readonly (string | undefined)[] => [found?.[0], found?.[3], found?.[2], found?.[1]];

/** 2027-01-05 as it is typed: 05/01/2027. */
export const writeDay = (day: string): string => day.split('-').reverse().join('/');
