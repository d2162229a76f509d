import { erasure } from './en/erasure.js';
import { log } from './en/log.js';
import { organisation } from './en/organisation.js';
import { roster } from './en/roster.js';
import { tokens } from './en/tokens.js';

/** The English catalogue. */
export const en = { erasure, log, organisation, roster, tokens };
