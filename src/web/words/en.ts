import { log } from './en/log.js';
import { review } from './en/review.js';

/** The English catalogue; what it lacks is said in Vietnamese. */
export const en = { log, review };
