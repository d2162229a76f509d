import { createHash, randomBytes } from 'node:crypto';

/** Letters of codes as people type them: none is taken for another (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 26 letters of 5 bits: 130 bits. */
const LENGTH = 26;
/** What is easily typed for something else. */
const MISTAKEN: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** A code and the hash that it is kept by. */
export interface OneTimeCode {
  readonly code: string;
  readonly hash: string;
}

/** Makes a code that nobody guesses. */
export function makeCode(): OneTimeCode {
  const code = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte & 31]).join('');
  return { code, hash: hashOf(code) };
}

/** The hash of a code as it was typed, in any case, with spaces or dashes; null for what cannot be one. */
export function readCode(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll(/[OIL]/g, (letter) => MISTAKEN[letter] ?? letter);
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(letters) ? hashOf(letters) : null;
}

const hashOf = (code: string): string => createHash('sha256').update(`one-time code ${code}`).digest('hex');
