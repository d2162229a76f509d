import { createHash } from 'node:crypto';
import { FOUNDING_UNIT } from '../model/access.js';
import type { Submission } from '../model/submission.js';

/**
 * Id of a submission: the first 20 hexadecimal digits of the SHA-256 of campaign (empty for none), member and file
 * hash, and of the tenant unless that is the founding unit. It depends on nothing else, so that equal sets of essays give equal reports whatever the order of receipt.
 */
export function submissionId(of: Pick<Submission, 'campaign' | 'member' | 'sha256' | 'tenant'>): string {
  const hash = createHash('sha256');
  const tenant = of.tenant === FOUNDING_UNIT ? [] : [of.tenant];
  for (const part of [of.campaign ?? '', of.member, of.sha256, ...tenant]) {
    const bytes = Buffer.from(part, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    // The length goes first, so that no two triples run together to the same bytes.
    hash.update(length).update(bytes);
  }
  return hash.digest('hex').slice(0, 20);
}
