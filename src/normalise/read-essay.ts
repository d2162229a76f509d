import type { HiddenKind, HiddenSpan, TextLayout } from '../model/extraction.js';
import { mergeSpans, type Span } from '../model/span.js';
import type { NormalisedText, TokenSequence } from '../model/tokens.js';
import { normalise } from './normalise.js';

/** Shows nothing and separates nothing, and is a blank where sentences are looked for. */
const NOTHING = '\ufeff';
/** Ways to hide letters that take up room all the same: a reader sees a gap there. */
const LEAVES_GAP: ReadonlySet<HiddenKind> = new Set(['white', 'invisible', 'covered', 'unicode-lie']);

/** The text of an essay as it is read, and what is hidden in it or stands beside it. */
export interface ReadEssay {
  /** The text with nothing in the place of hidden letters; places in it are those of the whole text. */
  readonly text: string;
  readonly body: NormalisedText;
  /** Hidden text, notes and the like, furniture left out. */
  readonly beside: TokenSequence;
}

/** Parts what a reader of an essay reads from all else, so that no hidden letter breaks up a word, nor a note a sentence. */
export function readEssayText(text: string, { furniture, hidden, asides }: TextLayout): ReadEssay {
  const seen = withoutHidden(text, hidden);
  const body = normalise(seen, mergeSpans([...furniture, ...asides]));
  const apart = mergeSpans([...hidden, ...asides]);
  const beside = apart.length === 0 ? [] : mergeSpans([...complement(apart, text.length), ...furniture]);
  return { text: seen, body, beside: normalise(apart.length === 0 ? '' : text, beside).sequence };
}

/**
 * The text with nothing in the place of hidden letters. Their blanks stay, unless a reader sees the letters on both sides as one word: then
 * they, too, are nothing.
 */
export function withoutHidden(text: string, hidden: readonly HiddenSpan[]): string {
  const merged = mergeSpans(hidden);
  if (merged.length === 0) return text;
  const gaps = mergeSpans(hidden.filter(({ kind }) => LEAVES_GAP.has(kind)));
  let gap = 0;
  const pieces = merged.map(({ start, end }, i) => {
    while (gap < gaps.length && gaps[gap]!.end <= start) gap++;
    const hasGap = gap < gaps.length && gaps[gap]!.start < end;
    const isInWord = !hasGap && isSeen(text[start - 1]) && isSeen(text[end]);
    return text.slice(merged[i - 1]?.end ?? 0, start) + text.slice(start, end).replace(isInWord ? /[\s\S]/g : /\S/g, NOTHING);
  });
  return pieces.join('') + text.slice(merged.at(-1)!.end);
}

function isSeen(character: string | undefined): boolean {
  return character !== undefined && /\S/.test(character);
}

function complement(spans: readonly Span[], length: number): Span[] {
  const gaps = spans.map(({ start }, i) => ({ start: spans[i - 1]?.end ?? 0, end: start }));
  return [...gaps, { start: spans.at(-1)!.end, end: length }].filter(({ start, end }) => start < end);
}
