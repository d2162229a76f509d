import { log } from './en/log.js';
import { tokens } from './en/tokens.js';

/** The English catalogue; what it lacks is said in Vietnamese. */
export const en = { log, tokens };
import { roster } from './en/roster.js';

/** The English catalogue; what it lacks is said in Vietnamese. */
export const en = { log, roster };
