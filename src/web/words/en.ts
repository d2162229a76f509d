import { log } from './en/log.js';
import { requests } from './en/requests.js';
import { tokens } from './en/tokens.js';
import { tracker } from './en/tracker.js';

/** The English catalogue; what it lacks is said in Vietnamese. */
export const en = { log, requests, tokens, tracker };
