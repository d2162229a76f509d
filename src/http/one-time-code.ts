import { createHash, randomBytes } from 'node:crypto';

/** Milliseconds for which an invitation, or a code for a new password, can be used. */
const LASTS = 72 * 3_600_000;

/** A new code of 256 bits, the hash that it is kept as, and when it ends, ISO 8601 UTC. */
export function makeCode(now: Date): { readonly code: string; readonly hash: string; readonly expiresAt: string } {
  const code = randomBytes(32).toString('base64url');
  return { code, hash: hashOfCode(code), expiresAt: new Date(now.getTime() + LASTS).toISOString() };
}

/** What a code is kept as: SHA-256, lower-case hexadecimal. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('hex');
