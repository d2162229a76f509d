import type { Span } from './passages.js';

/** Lines longer than this were not broken by a layout: each of them is a paragraph. UTF-16 units. */
const LONGEST_LAID_OUT = 160;
/** A laid out line that is shorter than this part of a full one ends its paragraph. */
const FULL = 0.8;

/**
 * The paragraphs of a text, empty ones left out. Empty lines part them; so does a line end, unless it comes from the layout of
 * a page, where lines are about equally long and only the last one of a paragraph is short.
 */
export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text);
  const lengths = lines.map(({ start, end }) => end - start).sort((one, two) => one - two);
  const full = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const isLaidOut = full <= LONGEST_LAID_OUT;
  const paragraphs: Span[] = [];
  let joins = false;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const blank = text.slice(line.start, line.end).trim() === '';
    if (blank) joins = false;
    else if (joins && last !== undefined) paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end };
    else paragraphs.push(line);
    if (!blank) joins = isLaidOut && line.end - line.start >= full * FULL;
  }
  return paragraphs;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/\n/g)) {
    lines.push({ start, end: index });
    start = index + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}
