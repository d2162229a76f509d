import { cleanText } from './clean-text.js';
import { HTTP_MESSAGES } from './messages.js';

const MAX_LENGTH = 300;

/** A file's name as it was given, as it is kept, and why it is not taken; null when it is. */
export interface UploadName {
  readonly given: string;
  readonly file: string;
  readonly problem: string | null;
}

/** Makes a name of one form: composed letters, folders joined by "/". Names that lead outside or cannot be shown are refused. */
export function readUploadName(given: string): UploadName {
  const clean = cleanText(given);
  const text = clean.replaceAll('\\', '/');
  const parts = text.split('/').filter((part) => part !== '' && part !== '.');
  const file = parts.join('/');
  return { given: clean, file, problem: problemOf(text, parts, file) };
}

function problemOf(text: string, parts: readonly string[], file: string): string | null {
  if (file.trim() === '') return HTTP_MESSAGES.nameEmpty;
  const isAbsolute = text.startsWith('/') || /^[A-Za-z]:\//.test(text);
  if (isAbsolute || parts.includes('..') || /\p{Cc}/u.test(text)) return HTTP_MESSAGES.nameUnsafe;
  return file.length > MAX_LENGTH ? HTTP_MESSAGES.nameTooLong(MAX_LENGTH) : null;
}
