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

/** Whose words a token is. Everything but OWN leaves the comparison and its denominators. */
export const OWN = 0;
export const QUOTED = 1;
export const TEMPLATE = 2;
/** Part of a saying that everybody knows. */
export const SAYING = 3;
/** In quotation marks with its author beside it. */
export const CITED = 4;

/** A token sequence and, for each token, whose words it is. */
export interface MarkedSequence extends TokenSequence {
  readonly kinds: Uint8Array;
}

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
