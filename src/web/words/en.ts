import { erasure } from './en/erasure.js';
import { log } from './en/log.js';
import { member } from './en/member.js';
import { organisation } from './en/organisation.js';
import { roster } from './en/roster.js';
import { rounds } from './en/rounds.js';
import { tokens } from './en/tokens.js';

/** The English catalogue. */
export const en = { erasure, log, member, organisation, roster, rounds, tokens };
