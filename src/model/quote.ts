import type { Span } from './span.js';

export const QUOTE_SOURCES = ['reference', 'form', 'known'] as const;

/** Where words that are set apart come from: a paragraph of a reference, the form or the question, or what everybody knows or is cited with its author. */
export interface QuoteSource {
  readonly kind: (typeof QUOTE_SOURCES)[number];
  /** "Nghị quyết 09-NQ/HU", or the name of its file where it has no such title; empty where there is no document. */
  readonly document: string;
  /** Number of the section that the paragraph stands in, as "III.2"; empty where it has none. */
  readonly section: string;
  /** Place among the paragraphs behind the title, from 1; null where there is no document. */
  readonly paragraph: number | null;
  /** The paragraph, cut where it is very long. */
  readonly text: string;
}

/** A stretch that is set apart; `source` is a place in the list of sources, null where nobody looked for it. */
export interface Quote extends Span {
  readonly source: number | null;
}

/** What is set apart of one text, each stretch with its source. */
export interface NamedQuotes {
  readonly quotes: readonly Quote[];
  readonly sources: readonly QuoteSource[];
}
