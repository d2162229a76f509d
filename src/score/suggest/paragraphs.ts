import type { Span } from '../../model/span.js';

/** Lines that belong together, joined by blanks of the same length, so that places in it stay true. */
export interface Paragraph {
  readonly text: string;
  readonly span: Span;
}

/** Cuts a text into paragraphs: at line ends, unless the next line goes on in lower case or with a number that heads nothing. */
export function splitParagraphs(text: string): Paragraph[] {
  const spans: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const { 0: line, index } of text.matchAll(/[^\n\r\u2028\u2029\f\v]+|\n\s*\n/gu)) {
    const words = line.trim();
    if (words === '') {
      isOpen = isOpen && !line.includes('\n');
      continue;
    }
    const start = index + line.indexOf(words);
    const end = start + words.length;
    const last = spans.at(-1);
    if (isOpen && last !== undefined && goesOn(words)) last.end = end;
    else spans.push({ start, end });
    isOpen = true;
  }
  return spans.map((span) => ({ span, text: text.slice(span.start, span.end).replace(/\s/g, ' ') }));
}

const goesOn = (line: string): boolean => /^(?:\p{Ll}(?!\s*[.)]\s)|\d+(?![\d.]*\s*[.)]))/u.test(line);
