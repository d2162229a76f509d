/** What stands for a figure that could not be computed; never 0. */
export const NO_FIGURE = '–';

/** A whole number as Vietnamese writes it: 35.599. */
export function formatCount(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

/** A count, or "–" where there is none. */
export function formatFigure(value: number | null): string {
  return value === null ? NO_FIGURE : formatCount(value);
}

/** A number with a decimal comma: 0,71. */
export function formatDecimal(value: number, decimals: number): string {
  const [whole = '0', fraction] = value.toFixed(decimals).split('.');
  const grouped = formatCount(Number(whole));
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/**
 * A share 0..1 as a whole percent, "47%"; null is "–". Cut, not rounded: 39.6 % must not read as 40 % beside a limit of
 * 40 % that it does not reach. A share that is not quite nothing says so.
 */
export function formatShare(share: number | null): string {
  if (share === null) return NO_FIGURE;
  // A sum of weights may fall short of a whole percent by a rounding error.
  const percent = Math.floor(share * 100 + 1e-6);
  return share > 0 && percent === 0 ? '<1%' : `${formatCount(percent)}%`;
}

/** The least whole percent that a share 0..1 stays below: 0.031 is "4%", to be read after "below". */
export function formatBelow(share: number): string {
  return `${formatCount(Math.floor(share * 100 + 1e-6) + 1)}%`;
}

/** A share 0..1 with as many of two decimals as it needs, for limits as a campaign file sets them: 0.125 is "12,5%". */
export function formatLimit(share: number): string {
  return `${String(Number((share * 100).toFixed(2))).replace('.', ',')}%`;
}

/**
 * A part of a whole in percent with two decimals, "99,16%"; cut, so that only all of it is 100%. A dash where there is no whole.
 * Wherever people, units or essays are counted against others this is how their share is written, so that one figure reads the
 * same on every page and in every report. Shares of a text that were copied or quoted are `formatShare`.
 */
export function formatPercent(part: number, whole: number): string {
  return whole === 0 ? NO_FIGURE : `${formatDecimal(hundredths(part, whole) / 100, 2)}%`;
}

/** What that percentage lacks of 100, in points: "4,12"; null where there is no whole or nothing is lacking. */
export function formatGap(part: number, whole: number): string | null {
  const lacking = whole === 0 ? 0 : 10_000 - hundredths(part, whole);
  return lacking <= 0 ? null : formatDecimal(lacking / 100, 2);
}

const hundredths = (part: number, whole: number): number => Math.floor((part / whole) * 10_000 + 1e-6);

/** A part of a whole with its counts: "12/19 bài (63,15%)". */
export function formatPart(part: number, whole: number, unit: string): string {
  const counts = `${formatCount(part)}/${formatCount(whole)} ${unit}`;
  return whole === 0 ? counts : `${counts} (${formatPercent(part, whole)})`;
}

/** A part of a whole as reports tell it: "35.599/35.900, đạt 99,16%"; `isGoal` false: a share that nobody strives for, "chiếm". Without a whole the counts alone. */
export function formatReached(part: number, whole: number, isGoal = true): string {
  const counts = `${formatCount(part)}/${formatCount(whole)}`;
  return whole === 0 ? counts : `${counts}, ${isGoal ? 'đạt' : 'chiếm'} ${formatPercent(part, whole)}`;
}

/** Day on the clock of this machine: "20/11/2026". */
export function formatDate(moment: Date): string {
  return `${twoDigits(moment.getDate())}/${twoDigits(moment.getMonth() + 1)}/${moment.getFullYear()}`;
}

/** A day as a campaign sets it, "2026-11-30", the same on every clock: "30/11/2026". */
export function formatDay(day: string): string {
  return day.split('-').reverse().join('/');
}

/** Date and hour on the clock of this machine: "20/11/2026, 09:42". */
export function formatMoment(moment: Date): string {
  return `${formatDate(moment)}, ${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
