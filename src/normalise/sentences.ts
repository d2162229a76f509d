import type { Span } from '../model/span.js';
import type { Sentence, Token } from '../model/tokens.js';

const BLANK = 0x20;
const ENDS = /[.!?…](?:["'”’»)\]]*)(?=\s|$)/;
/** "TP. Hải Lâm", "Đ/c. An", "1. Nhận thức": a full stop that ends no sentence. */
const ABBREVIATIONS = new Set(['tp', 'ts', 'ths', 'pgs', 'gs', 'dc', 'tx', 'q', 'p', 'h', 'c', 'st', 'vd']);

/**
 * Cuts a text into sentences and headings. A line end cuts too, unless the next line goes on in lower case, as lines
 * broken by a page do; what is masked, as heads and feet of pages are, stands for one line end. Every token lies in exactly one sentence; spans run from the first token to the closing mark.
 */
export function cutSentences(text: string, tokens: readonly Token[], masked: readonly Span[]): Sentence[] {
  const sentences: Sentence[] = [];
  const width = wrapWidth(text);
  let firstToken = 0;
  let mask = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    const end = next?.span.start ?? text.length;
    const firstMask = mask;
    while (mask < masked.length && masked[mask]!.start < end) mask++;
    // One blank, as nearly everywhere, ends nothing.
    if (mask === firstMask && next !== undefined && end - token.span.end === 1 && text.charCodeAt(token.span.end) === BLANK) continue;
    const whole = text.slice(token.span.end, end);
    const between = mask === firstMask ? whole : withoutMasked(text, { start: token.span.end, end }, masked.slice(firstMask, mask));
    const start = tokens[firstToken]!.span.start;
    if (
      next !== undefined &&
      !endsAfter(token, between, {
        next: text.slice(next.span.start, next.span.start + 8),
        isAlone: i === firstToken || isListed(text, tokens[i - 1], token),
        isWrapped: isWrapped(text, token, width),
      })
    )
      continue;
    sentences.push({ span: { start, end: token.span.end + closingLength(between) }, firstToken, endToken: i + 1 });
    firstToken = i + 1;
  }
  return sentences;
}

/** What stands around a possible end. */
interface Around {
  /** Begin of the next token and what follows it. */
  readonly next: string;
  /** Whether the token is all there is of the sentence so far, or of its last item: then it may be its number. */
  readonly isAlone: boolean;
  /** Whether the line that ends here is as long as lines of this text are broken at. */
  readonly isWrapped: boolean;
}

function endsAfter(token: Token, between: string, { next, isAlone, isWrapped }: Around): boolean {
  if (/\n\s*\n/.test(between)) return true;
  if (isInsideNumber(token, between, next.charAt(0))) return false;
  if (ENDS.test(between)) return !(between.startsWith('.') && (ABBREVIATIONS.has(token.bareKey) || (isAlone && isNumbering(token))));
  if (!/[\n\r]/.test(between) || isLowerCase(next.charAt(0))) return false;
  return !isWrapped || /[:;]\s*$/.test(between) || LIST_ITEM.test(next);
}

/** "2. ", "b) ": the next line is an item of a list. */
const LIST_ITEM = /^(?:\d{1,2}|[ivx]{1,4}|[a-h])\s?[.)/](?:\s|$)/i;

/** Lines of a text that is broken by a page's width, and how much shorter than the longest one they may be: a word did not fit. */
const FEWEST_LINES = 5;
const LONGEST_LINE = 180;
const NEARLY_FULL = 0.8;

/** Length at which the lines of a text are broken; infinite where each line is a paragraph. */
function wrapWidth(text: string): number {
  const lengths = text.split('\n').map((line) => line.trim().length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const full = lengths.filter((length) => length >= NEARLY_FULL * longest).length;
  return longest > LONGEST_LINE || full < FEWEST_LINES ? Number.POSITIVE_INFINITY : longest;
}

function isWrapped(text: string, { span }: Token, width: number): boolean {
  if (width === Number.POSITIVE_INFINITY) return false;
  const end = text.indexOf('\n', span.end);
  const line = text.slice(text.lastIndexOf('\n', span.start) + 1, end < 0 ? text.length : end);
  return line.trim().length >= NEARLY_FULL * width;
}

/** "Đề xuất: 1. …; 2. …": what stands before a number ends an item. */
const isListed = (text: string, before: Token | undefined, { span }: Token): boolean =>
  before !== undefined && /[:;]\s*$/.test(text.slice(before.span.end, span.start));

function withoutMasked(text: string, { start, end }: Span, masked: readonly Span[]): string {
  const kept = masked.map((mask, i) => text.slice(masked[i - 1]?.end ?? start, mask.start));
  return `${kept.join(' ')}${text.slice(masked.at(-1)!.end, end)}`.replace(/\s+/g, (blanks) => (blanks.includes('\n') ? '\n' : blanks));
}

/** "1.180", "24.4.2026": the mark stands between figures and ends nothing. */
const isInsideNumber = (token: Token, between: string, next: string): boolean =>
  between.length === 1 && /^\d/.test(token.key) && /\d/.test(next);

const isNumbering = (token: Token): boolean => /^(\d+|[ivx]+|[a-h])$/.test(token.bareKey);
const isLowerCase = (character: string): boolean => character !== character.toUpperCase();

function closingLength(between: string): number {
  return /^[^\s([“‘«]*/.exec(between)?.[0].length ?? 0;
}
