import { erasure } from './en/erasure.js';
import { log } from './en/log.js';
import { organisation } from './en/organisation.js';

/** The English catalogue; what it lacks is said in Vietnamese. */
export const en = { log, organisation, erasure };
