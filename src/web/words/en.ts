import { log } from './en/log.js';
import { member } from './en/member.js';
import { rounds } from './en/rounds.js';

/** The English catalogue; what it lacks is said in Vietnamese. */
export const en = { log, member, rounds };
