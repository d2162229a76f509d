import type { DocumentView, QuoteSourceView } from '../../../api/view.js';
import { compareWords } from '../compare-words.js';
import { cutByLayers, type Labelled } from '../layers.js';
import { paragraphsOf } from '../paragraphs.js';
import { type Band, bandFor, type PairPassage, type Span } from '../passages.js';
import { type HiddenLayers, hiddenLayers } from '../seen-text.js';

/** A stretch within a passage: words that the other text does not have (`ins`), a quote, or plain. */
export interface InnerPiece extends Labelled<'ins' | 'quoted' | null> {
  /** Where a quote that begins here is from; null elsewhere. */
  readonly source: QuoteSourceView | null;
}

/** A stretch of a paragraph: part of a passage, a quote of the resolution, or the writer's own. */
export interface SheetPiece extends Span {
  readonly kind: 'passage' | 'quoted' | 'plain';
  /** Of a passage: its number and band, whether it begins here, and what it is made of. */
  readonly number: number;
  readonly band: Band;
  readonly opens: boolean;
  readonly inner: readonly InnerPiece[];
  /** Where a quote that begins here is from; null elsewhere. */
  readonly source: QuoteSourceView | null;
}

/** One text of a pair, cut into what is drawn. */
export interface SheetLayout {
  readonly text: string;
  readonly paragraphs: readonly (Span & { readonly pieces: readonly SheetPiece[] })[];
  /** Each passage by itself, in the order of their numbers. */
  readonly passages: readonly (readonly InnerPiece[])[];
  readonly quoted: readonly Span[];
  readonly hidden: HiddenLayers;
}

/** UTF-16 units of one text that are drawn. */
const LONGEST_TEXT = 100_000;

/** Cuts a text of a pair; `side` says which spans of the passages are its own. */
export function layOutSheet(
  own: DocumentView,
  other: DocumentView,
  passages: readonly PairPassage[],
  side: 'first' | 'second',
): SheetLayout {
  const text = own.text.slice(0, LONGEST_TEXT);
  const twin = side === 'first' ? 'second' : 'first';
  const apart = passages.map((passage) => {
    const [here, there] = [passage[side], passage[twin]];
    const { first } = compareWords(own.text.slice(here.start, here.end), other.text.slice(there.start, there.end));
    return first.map(({ start, end }) => ({ start: start + here.start, end: end + here.start }));
  });
  const name = namerOf(own);
  const inner = (range: Span, index: number, named: Named): InnerPiece[] =>
    cutByLayers<'ins' | Quote>(range, [
      ...(apart[index] ?? []).map((span) => ({ ...span, label: 'ins' as const })),
      ...own.quotes.map((quote) => ({ ...quote, label: quote })),
    ]).map(({ start, end, label }) => {
      if (label === null || label === 'ins') return { start, end, label, source: null };
      return { start, end, label: 'quoted', source: name(label, named) };
    });
  const layers: Labelled<number | Quote>[] = [
    ...passages.map((passage, index) => ({ ...passage[side], label: index })),
    ...own.quotes.map((quote) => ({ ...quote, label: quote })),
  ];
  const opened = new Set<number>();
  const named: Named = new Set();
  const plain = { number: 0, band: 0, opens: false, inner: [], source: null } as const;
  const paragraphs = paragraphsOf(text).map((paragraph) => {
    const pieces = cutByLayers(paragraph, layers).map(({ start, end, label }): SheetPiece => {
      if (label === null) return { ...plain, start, end, kind: 'plain' };
      if (typeof label === 'object') return { ...plain, start, end, kind: 'quoted', source: name(label, named) };
      const opens = !opened.has(label);
      opened.add(label);
      const band = bandFor(passages[label]!);
      return { ...plain, start, end, kind: 'passage', number: label + 1, band, opens, inner: inner({ start, end }, label, named) };
    });
    return { ...paragraph, pieces };
  });
  const shown = passages.map((passage, index) => inner(passage[side], index, new Set()));
  return { text, paragraphs, passages: shown, quoted: own.quotedSpans, hidden: hiddenLayers(own) };
}

type Quote = DocumentView['quotes'][number];
/** Quotes that were named already. */
type Named = Set<Quote>;

/** Tells where a quote is from the first time that it is asked. */
function namerOf({ sources }: DocumentView): (quote: Quote, named: Named) => QuoteSourceView | null {
  return (quote, named) => {
    if (named.has(quote)) return null;
    named.add(quote);
    return sources[quote.source ?? -1] ?? null;
  };
}
