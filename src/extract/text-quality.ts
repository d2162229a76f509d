/** From this share of unreadable characters on, a text layer is not worth comparing. */
const GIBBERISH_SHARE = 0.1;
/** Fewer letters than this say nothing about an encoding. */
const ENOUGH_LETTERS = 100;

/** Whether anything but spaces, punctuation and symbols is there. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Number of letters and digits. */
export function countLetters(text: string): number {
  return count(text, /[\p{L}\p{N}]/gu);
}

/** Whether a text layer is mostly replacement, private-use and control characters: glyphs that no table maps to letters. */
export function isGibberish(text: string): boolean {
  const visible = count(text, /\S/gu);
  return visible > 0 && count(text, /[\uFFFD\p{Co}]|(?![\t\n\v\f\r])\p{Cc}/gu) / visible > GIBBERISH_SHARE;
}

/**
 * Whether a text is Vietnamese in an 8-bit encoding (TCVN3, VNI) shown as Latin-1, or UTF-8 read as Latin-1: many
 * characters of U+0080-U+00FF, yet hardly one that only Vietnamese in Unicode has. In Vietnamese prose about one letter in six is
 * such a letter; without any marks there is nothing to judge by and the answer is no.
 */
export function looksLegacyEncoded(text: string): boolean {
  const letters = count(text, /\p{L}/gu);
  if (letters < ENOUGH_LETTERS) return false;
  const vietnamese = count(text, /[ăĂđĐơƠưƯĩĨũŨ\u1EA0-\u1EF9]|[\u0300-\u0323]/g);
  const upperHalf = count(text, /[\u0080-\u00FF]/g);
  return vietnamese / letters < 0.02 && upperHalf / letters > 0.1;
}

/** Number of matches of a global pattern. */
function count(text: string, pattern: RegExp): number {
  let matches = 0;
  for (const _ of text.matchAll(pattern)) matches++;
  return matches;
}
