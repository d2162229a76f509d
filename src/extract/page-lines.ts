import type { Span } from '../model/span.js';

/** A line that could be the head, foot or number of a page; its span leaves out blanks around it. */
export interface Line extends Span {
  readonly text: string;
  /** The place among the lines that are not blank. */
  readonly index: number;
  /** From 0. */
  readonly page: number;
  /** The same for lines that differ in nothing but case, blanks and numbers; empty for one that is too long. */
  readonly key: string;
  /** Of the page, where the line is a number as pages bear it or says "trang" before one; else null. */
  readonly number: number | null;
}

/** Longer lines, in UTF-16 units, are text. */
const LONGEST = 120;
/** "3", "3/7", "- 3 -", "[3]"; and "Trang 3", "Page 3 of 7", also beside a title. Lists and items are numbered "3.", "3)" or "(3)". */
const NUMBER_ALONE = /^(?:\d{1,3}(?:\s?\/\s?\d{1,3})?|([-–—~|])\s?\d{1,3}\s?\1|\[\d{1,3}\])$/;
const NUMBER_NAMED = /(?<!\p{L})(?:trang|page)\s*(?:số\s*)?[:\-–]?\s*\d{1,3}(?!\d)/iu;

/** The lines of a text that are not blank; without page borders all are on page 0. */
export function linesOf(text: string, pageStarts: readonly number[]): Line[] {
  const lines: Line[] = [];
  const starts = new Set(pageStarts.filter((line) => line > 0));
  let page = 0;
  let row = 0;
  for (const { 0: whole, index: at } of text.matchAll(/[^\n\v\f\r\u2028\u2029]*(?:[\n\v\f\r\u2028\u2029]|$)/g)) {
    if (starts.has(row)) {
      page++;
      starts.delete(row);
    }
    const trimmed = whole.trim();
    if (trimmed !== '') lines.push(describe(trimmed, at + whole.indexOf(trimmed), lines.length, page));
    if (whole.endsWith('\n')) row++;
    if (whole.endsWith('\f')) page++;
  }
  return lines;
}

/** Lines of the same key together, in their order; those without one are left out. */
export function groupByKey(lines: readonly Line[]): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.key === '') continue;
    const group = groups.get(line.key);
    if (group === undefined) groups.set(line.key, [line]);
    else group.push(line);
  }
  return [...groups.values()];
}

function describe(text: string, start: number, index: number, page: number): Line {
  const place = { text, start, end: start + text.length, index, page };
  if (text.length > LONGEST) return { ...place, key: '', number: null };
  const composed = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
  const digits = (NUMBER_ALONE.exec(composed) ?? NUMBER_NAMED.exec(composed))?.[0].match(/\d+/)?.[0];
  return { ...place, key: composed.replace(/\d+/g, '#'), number: digits === undefined ? null : Number(digits) };
}
