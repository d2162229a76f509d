import { plainText } from './plain-text.js';

/** UTF-16 units of an essay's own name within a file's name: with number and ending under every limit, also in UTF-8. */
const LONGEST = 60;

/**
 * Name of a letter's file without its ending, "007 Bài thu hoạch", from the essay's number and its file: of the path only the last
 * part, nothing that Windows forbids, and never more than that one name.
 */
export function letterFileName(number: number, file: string): string {
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const safe = plainText(base)
    .replace(/[<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST)
    .replace(/\p{Cs}/gu, '')
    .replace(/^[ .]+|[ .]+$/g, '');
  return `${String(number).padStart(3, '0')} ${safe}`.trim();
}
