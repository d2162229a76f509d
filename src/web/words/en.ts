import { erasure } from './en/erasure.js';
import { exports } from './en/export.js';
import { log } from './en/log.js';
import { member } from './en/member.js';
import { organisation } from './en/organisation.js';
import { requests } from './en/requests.js';
import { review } from './en/review.js';
import { roster } from './en/roster.js';
import { rounds } from './en/rounds.js';
import { tokens } from './en/tokens.js';
import { tracker } from './en/tracker.js';

/** The English catalogue. */
export const en = { erasure, export: exports, log, member, organisation, requests, review, roster, rounds, tokens, tracker };
