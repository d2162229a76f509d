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
    if (next !== undefined && !endsAfter(token, between, text.charAt(next.span.start), i === firstToken)) continue;
    sentences.push({ span: { start, end: token.span.end + closingLength(between) }, firstToken, endToken: i + 1 });
    firstToken = i + 1;
  }
  return sentences;
}

function endsAfter(token: Token, between: string, nextCharacter: string, first: boolean): boolean {
  if (/\n\s*\n/.test(between)) return true;
  if (isInsideNumber(token, between, nextCharacter)) return false;
  if (ENDS.test(between)) return !(between.startsWith('.') && (ABBREVIATIONS.has(token.bareKey) || (first && isNumbering(token))));
  return /[\n\r]/.test(between) && !isLowerCase(nextCharacter);
}

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
