import type { Span } from '../model/span.js';
import type { NormalisedText, Token, TokenSequence } from '../model/tokens.js';
import { BREAK, characterInfo, DIGIT, INVISIBLE, LETTER } from './characters.js';
import { cutSentences } from './sentences.js';
import { syllableKeys } from './syllable.js';

/**
 * Turns a text into tokens with canonical keys; each token's span is its own slice of `text`. Upper and lower case,
 * composed and decomposed letters, old and new tone placement, look-alike and invisible characters give the same keys;
 * the last two are listed in `folded`.
 */
export function normalise(text: string): NormalisedText {
  const invisible: Span[] = [];
  const lookalike: Span[] = [];
  const tokens: Token[] = [];
  const ids: number[] = [];
  let start = -1;
  let end = -1;
  let run: number = BREAK;

  const close = (): void => {
    if (start < 0) return;
    const { key, bareKey, id } = syllableKeys(text.slice(start, end));
    tokens.push({ key, bareKey, span: { start, end } });
    ids.push(id);
    start = -1;
    run = BREAK;
  };

  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i)!;
    const next = i + (codePoint > 0xffff ? 2 : 1);
    const { kind, lookalike: looksAlike } = characterInfo(codePoint);
    if (kind === LETTER || kind === DIGIT) {
      if (run !== kind) close();
      if (start < 0) start = i;
      run = kind;
      end = next;
      if (looksAlike) addTo(lookalike, i, next);
    } else if (kind === INVISIBLE) addTo(invisible, i, next);
    else if (kind === BREAK) close();
    else if (start >= 0) end = next; // a mark belongs to the letter before it
    i = next;
  }
  close();
  return { tokens, sequence: toSequence(tokens, ids), sentences: cutSentences(text, tokens), folded: { invisible, lookalike } };
}

/** Adds a place to the list, joined to the last one if it follows on. */
function addTo(spans: Span[], start: number, end: number): void {
  const last = spans.at(-1);
  if (last !== undefined && last.end === start) spans[spans.length - 1] = { start: last.start, end };
  else spans.push({ start, end });
}

function toSequence(tokens: readonly Token[], ids: readonly number[]): TokenSequence {
  return {
    ids: Uint32Array.from(ids),
    starts: Uint32Array.from(tokens, (token) => token.span.start),
    ends: Uint32Array.from(tokens, (token) => token.span.end),
  };
}
