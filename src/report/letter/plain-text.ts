import { splitOdd } from '../../api/odd-characters.js';

/** UTF-16 units of a text that are looked at; more is never shown. */
const LONGEST = 4_000;
/** Marks on one letter that are kept: Vietnamese needs two. */
const TOO_MANY_MARKS = /(\p{M}{3})\p{M}+/gu;

/**
 * A text from outside as one line for reading: letters composed, what shows nothing or turns the line around left out, blanks made
 * one. Of a long text the beginning.
 */
export function plainText(text: string): string {
  const line = text.slice(0, LONGEST).replace(/[\u2028\u2029]/g, ' ');
  const seen = splitOdd(line).map((piece) => (piece.kind === 'plain' ? piece.text : ''));
  return seen.join('').replace(TOO_MANY_MARKS, '$1').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The same with the middle left out where it is longer than `limit` UTF-16 units: who wrote it knows it by its beginning and end. */
export function quoteText(text: string, limit: number): string {
  const whole = text.length > LONGEST ? null : plainText(text);
  if (whole !== null && whole.length <= limit) return whole;
  const start = (whole ?? plainText(text)).slice(0, Math.floor(limit * 0.65));
  const end = (whole ?? plainText(text.slice(-LONGEST))).slice(-Math.floor(limit * 0.3));
  // Half a word goes, unless it is one that would leave little over; then half of a pair may be left, which plain text has none of.
  const head = start.replace(/\s\S{0,20}$/, '');
  const tail = end.replace(/^\S{0,20}\s/, '');
  return `${plainText(head)} […] ${plainText(tail)}`;
}
