import { withoutMarks } from '../../vietnamese/without-marks.js';

/** A cell on one line. One that begins like a formula is text; the mark that our own files put before it is taken off. */
export function tidy(cell: string): string {
  const text = cell
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return /^'[=+\-@＝＋－＠]/u.test(text) ? text.slice(1) : text;
}

/** What a head or a name is told by: case, marks and blanks are nothing to it. */
export const foldName = (name: string): string => withoutMarks(name).toLowerCase().replace(/\s+/g, ' ').trim();

/** The same of a head, to which brackets and punctuation are nothing either. */
export function foldHead(head: string): string {
  return withoutMarks(head)
    .toLowerCase()
    .replace(/\(.*?\)|[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a card number was made a rounded number by a spreadsheet program. */
export const isRounded = (card: string): boolean => /^\d([.,]\d+)?E\+?\d+$/i.test(card);
