import { formatCount, formatDecimal, NO_FIGURE } from '../../../api/format.js';

/** "312/351". */
export const outOf = (part: number, whole: number): string => `${formatCount(part)}/${formatCount(whole)}`;

/** "88,9%"; a dash where there is nothing to be a share of. */
export const rate = (part: number, whole: number): string => (whole === 0 ? NO_FIGURE : `${formatDecimal((part / whole) * 100, 1)}%`);
