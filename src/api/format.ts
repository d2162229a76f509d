import * as figures from '../model/format.js';

/*
 * How figures are written, the same on the page as in every report. They are written as Vietnamese writes them; only a page
 * whose language was switched has them written the other way.
 */

export { formatDate, formatDay, formatMoment, NO_FIGURE } from '../model/format.js';

let isEnglish = false;

/** Has all figures written as a language writes them from now on: "35.599" and "0,71", or "35,599" and "0.71". */
export function writeFiguresIn(language: 'vi' | 'en'): void {
  isEnglish = language === 'en';
}

const OTHER: Readonly<Record<string, string>> = { '.': ',', ',': '.' };
const written = (figure: string): string => (isEnglish ? figure.replace(/[.,]/g, (mark) => OTHER[mark] ?? mark) : figure);

/** A whole number: 35.599. */
export const formatCount = (value: number): string => written(figures.formatCount(value));

/** A count, or "–" where there is none. */
export const formatFigure = (value: number | null): string => written(figures.formatFigure(value));

/** A number with decimals: 0,71. */
export const formatDecimal = (value: number, decimals: number): string => written(figures.formatDecimal(value, decimals));

/** A share 0..1 as a whole percent, cut and not rounded; null is "–". */
export const formatShare = (share: number | null): string => written(figures.formatShare(share));

/** The least whole percent that a share 0..1 stays below. */
export const formatBelow = (share: number): string => written(figures.formatBelow(share));

/** A share 0..1 with as many of two decimals as it needs: "12,5%". */
export const formatLimit = (share: number): string => written(figures.formatLimit(share));

/** A part of a whole in percent with two decimals, cut and not rounded: "99,16%"; a dash where there is no whole. */
export const formatPercent = (part: number, whole: number): string => written(figures.formatPercent(part, whole));

/** What that percentage lacks of 100, in points: "4,12"; null where nothing is lacking. */
export function formatGap(part: number, whole: number): string | null {
  const gap = figures.formatGap(part, whole);
  return gap === null ? null : written(gap);
}

/** A part of a whole with its counts: "12/19 bài (63,15%)". */
export function formatPart(part: number, whole: number, unit: string): string {
  const [counts = '', share] = figures.formatPart(part, whole, '\0').split('\0');
  return `${written(counts)}${unit}${written(share ?? '')}`;
}
