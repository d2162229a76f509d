import type { Span } from './span.js';

/** One syllable, foreign word or number of a text. */
export interface Token {
  /** Letters with their quality marks, then the tone as a digit: "hòa" and "hoà" are both "hoa2". */
  readonly key: string;
  /** Letters without any mark, đ as d. */
  readonly bareKey: string;
  readonly span: Span;
}

/**
 * The tokens as detection sees them, one entry a token. `ids` are 32-bit hashes of the bare keys (never 0, which
 * no text contains), `starts` and `ends` the UTF-16 offsets of the token in its text.
 */
export interface TokenSequence {
  readonly ids: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Whose words a token of the body is. Everything but OWN leaves the comparison and its denominators. */
export const OWN = 0;
export const QUOTED = 1;
export const TEMPLATE = 2;
/** Part of a saying that everybody knows. */
export const SAYING = 3;
/** In quotation marks with its author beside it. */
export const CITED = 4;

/**
 * Added to the kind of a token that is no part of the body as it is read: hidden, or in a note or a page's head. Such tokens
 * are compared as others are and count in no figure.
 */
export const ASIDE = 8;

export const isAside = (kind: number): boolean => kind >= ASIDE;
/** Whether a token is the writer's own words, in the body or beside it. */
export const isCompared = (kind: number): boolean => (kind & ~ASIDE) === OWN;

/**
 * A token sequence and, for each token, whose words it is. The tokens of the body come first; behind them, if there are any, one
 * of the id 0 that nothing matches, and what stands beside the body. So neither breaks up the other, however they are mixed
 * in the text.
 */
export interface MarkedSequence extends TokenSequence {
  readonly kinds: Uint8Array;
}

/** Number of tokens of the body. */
export function bodyLength(kinds: Uint8Array): number {
  const first = kinds.findIndex(isAside);
  return first < 0 ? kinds.length : first;
}

/** The body, and what stands beside it, each as if it were all there is. */
export function partsOf(sequence: MarkedSequence): readonly [MarkedSequence, MarkedSequence] {
  const body = bodyLength(sequence.kinds);
  const beside = cut(sequence, body + 1, sequence.kinds.length);
  return [cut(sequence, 0, body), { ...beside, kinds: beside.kinds.map((kind) => kind & ~ASIDE) }];
}

/** Puts together what `partsOf` parts. */
export function joinParts(body: MarkedSequence, beside: MarkedSequence): MarkedSequence {
  if (beside.ids.length === 0) return body;
  const from = body.ids.length + 1;
  const whole = {
    ids: new Uint32Array(from + beside.ids.length),
    starts: new Uint32Array(from + beside.ids.length),
    ends: new Uint32Array(from + beside.ids.length),
    kinds: new Uint8Array(from + beside.ids.length),
  };
  for (const key of ['ids', 'starts', 'ends', 'kinds'] as const) {
    whole[key].set(body[key]);
    whole[key].set(beside[key], from);
  }
  whole.starts.fill(beside.starts[0]!, from - 1, from);
  whole.ends.fill(beside.starts[0]!, from - 1, from);
  whole.kinds[from - 1] = TEMPLATE;
  for (let at = from - 1; at < whole.kinds.length; at++) whole.kinds[at]! |= ASIDE;
  return whole;
}

const cut = ({ ids, starts, ends, kinds }: MarkedSequence, from: number, to: number): MarkedSequence => ({
  ids: ids.subarray(from, to),
  starts: starts.subarray(from, to),
  ends: ends.subarray(from, to),
  kinds: kinds.subarray(from, to),
});

/** A sentence or heading; tokens `firstToken` up to, but not including, `endToken`. */
export interface Sentence {
  readonly span: Span;
  readonly firstToken: number;
  readonly endToken: number;
}

/** Ways of writing that were folded away before matching, with the places, since hiding words in them is a known trick. */
export interface Folded {
  /** Zero-width, bidirectional and other characters that show nothing. */
  readonly invisible: readonly Span[];
  /** Letters of other scripts or styles that look Latin. */
  readonly lookalike: readonly Span[];
  /** Words that were run together, cut into their syllables again. */
  readonly glued: readonly Span[];
  /** Words whose letters were set wide apart, joined again. */
  readonly spaced: readonly Span[];
}

export interface NormalisedText {
  readonly tokens: readonly Token[];
  readonly sequence: TokenSequence;
  readonly sentences: readonly Sentence[];
  readonly folded: Folded;
}
