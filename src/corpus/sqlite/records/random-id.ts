import { randomBytes } from 'node:crypto';

/** 128 random bits, 22 characters of base64url: nobody guesses one, and it says nothing of what it names. */
export function randomId(): string {
  return randomBytes(16).toString('base64url');
}
