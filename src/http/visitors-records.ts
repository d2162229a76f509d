import type { Response } from 'express';
import type { Records } from '../corpus/records/records.js';
import { sessionOf } from './guards.js';
import type { ServiceParts } from './service-parts.js';

/** How the log would name whoever is nobody. */
const VISITOR = 'khách';

/** The records as a member sees them, or as somebody does who is signed in as nobody: no unit's are theirs. */
export function visitorsRecords({ records }: Pick<ServiceParts, 'records'>, response: Response): Records {
  const member = sessionOf(response)?.member ?? null;
  if (member === null) return records.within({ actor: VISITOR, account: null, units: [], person: null });
  return records.within({ actor: member.name, account: null, units: [member.unit], person: member.person });
}
