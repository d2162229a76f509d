import { randomInt } from 'node:crypto';
import { areEqual } from './equal.js';

/** Capitals and digits that nobody mistakes for one another, read aloud or copied from a screen. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const LENGTH = 8;

/** A code that whoever starts the service reads in the terminal, and that making the first account asks for. */
export function makeSetupCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** Whether this is the code, however it was typed: in small letters, with spaces or a dash. */
export function isSetupCode(given: string, expected: string): boolean {
  return areEqual(given.toUpperCase().replace(/[^A-Z0-9]/g, ''), expected);
}
