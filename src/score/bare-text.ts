import type { Span } from '../model/span.js';
import type { Token } from '../model/tokens.js';

/** A text as patterns are looked for in it, whatever its marks and capitals: bare keys, blanks as one, line ends kept. */
export interface BareText {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Where each token begins in `text`. */
  readonly starts: readonly number[];
}

export function toBareText(text: string, tokens: readonly Token[]): BareText {
  const starts: number[] = [];
  let bare = '';
  let end = 0;
  for (const { span, bareKey } of tokens) {
    const gap = text.slice(end, span.start).replace(/\s+/g, (blanks) => (/[\n\r]/.test(blanks) ? '\n' : ' '));
    // Words that were run together are apart here too; a number in "NQ07" stands as it is written.
    bare += gap === '' && /[a-z]$/.test(bare) && /^[a-z]/.test(bareKey) ? ' ' : gap;
    starts.push(bare.length);
    bare += bareKey;
    end = span.end;
  }
  return { text: bare, tokens, starts };
}

/** Number of tokens that begin before a place of the bare text. */
export function tokensBefore({ starts }: BareText, place: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where in the text itself the tokens lie that begin between two places of the bare text; null when there are none. */
export function spanBetween(bare: BareText, from: number, to: number): Span | null {
  const first = bare.tokens[tokensBefore(bare, from)];
  const last = bare.tokens[tokensBefore(bare, to) - 1];
  return first === undefined || last === undefined || last.span.end <= first.span.start
    ? null
    : { start: first.span.start, end: last.span.end };
}

/** A line that holds words: tokens `from` up to, but not including, `to`. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly bare: string;
}

export function linesOf(bare: BareText): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const line of bare.text.split('\n')) {
    const [from, to] = [tokensBefore(bare, at), tokensBefore(bare, at + line.length)];
    if (to > from) lines.push({ from, to, bare: line });
    at += line.length + 1;
  }
  return lines;
}
