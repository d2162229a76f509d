import { exports } from './en/export.js';
import { log } from './en/log.js';

/** The English catalogue; what it lacks is said in Vietnamese. */
export const en = { log, export: exports };
