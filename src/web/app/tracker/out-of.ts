import { formatCount } from '../../../api/format.js';

/** "312/351". */
export const outOf = (part: number, whole: number): string => `${formatCount(part)}/${formatCount(whole)}`;
