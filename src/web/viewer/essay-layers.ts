import type { DocumentView, EssayView, QuoteSourceView } from '../../api/view.js';
import { cutByLayers, type Labelled } from './layers.js';
import { type Band, bandFor, type NumberedPassage, overlaps, type Span } from './passages.js';

/** What is to be marked in the text of an essay. */
export type EssayLabel =
  | { readonly kind: 'passage'; readonly numbered: NumberedPassage; readonly band: Band }
  | { readonly kind: 'quoted'; readonly source: QuoteSourceView | null }
  | EvidenceLabel
  | { readonly kind: 'discounted'; readonly marks: readonly DiscountMark[]; readonly source: QuoteSourceView | null }
  | { readonly kind: 'advisory'; readonly advisory: number; readonly place: number };

/** A theme and the place among its evidence, both from 0. */
export interface EvidenceMark {
  readonly theme: number;
  readonly place: number;
}

type ThemeScore = Pick<EssayView['submission']['themes'][number], 'evidence' | 'discounted'>;
/** Why a stretch earned nothing. */
export type Discount = ThemeScore['discounted'][number]['because'];

/** A theme, and the place among the stretches that earned nothing for it, both from 0. */
export interface DiscountMark extends EvidenceMark {
  readonly because: Discount;
}

/** A sentence with the words that spoke, each with its theme, and stretches in it that earned nothing for another theme. */
export interface EvidenceLabel {
  readonly kind: 'evidence';
  readonly marks: readonly EvidenceMark[];
  readonly words: readonly Labelled<number>[];
  readonly off: readonly DiscountMark[];
}

/** A stretch of the text; `opens` says that it is the first of its label, which carries the number. */
export interface EssayPiece extends Span {
  readonly label: EssayLabel | null;
  readonly opens: boolean;
}

/** Cuts a text at the edges of what is marked in it; of labels at one place the first of `layers` counts. */
export function cutEssay(length: number, layers: readonly Labelled<EssayLabel>[]): EssayPiece[] {
  const opened = new Set<EssayLabel>();
  return cutByLayers({ start: 0, end: length }, layers).map((piece) => {
    const opens = piece.label !== null && !opened.has(piece.label);
    if (piece.label !== null) opened.add(piece.label);
    return { ...piece, opens };
  });
}

/** The passages as layers, those of the strongest match on top. */
export function passageLayers(numbered: readonly NumberedPassage[]): Labelled<EssayLabel>[] {
  return numbered.map((one) => ({
    ...one.passage.first,
    label: { kind: 'passage', numbered: one, band: bandFor(one.passage) },
  }));
}

/** What is set apart in a text, and where it is from. */
export type QuotesView = Pick<DocumentView, 'quotes' | 'sources'>;

/** Quotes of the resolution as layers, each with the paragraph that it is from. */
export function quoteLayers({ quotes, sources }: QuotesView): Labelled<EssayLabel>[] {
  return quotes.map(({ start, end, source }) => ({ start, end, label: { kind: 'quoted', source: sources[source ?? -1] ?? null } }));
}

/**
 * Evidence sentences as layers, one that several themes name only once, and below them the stretches that earned nothing. Such a
 * stretch inside a sentence or inside another stretch is told at its beginning, so that every one has a place to lead to.
 */
export function themeLayers(themes: readonly ThemeScore[], { quotes, sources }: QuotesView): Labelled<EssayLabel>[] {
  const sentences = evidenceSentences(themes);
  const off = themes.flatMap(({ discounted }, theme) =>
    discounted.map((one, place) => ({ ...one, mark: { theme, place, because: one.because } })),
  );
  off.sort((one, two) => one.start - two.start || two.end - one.end);
  const stretches: (Span & { readonly marks: DiscountMark[] })[] = [];
  for (const { start, end, mark } of off) {
    const sentence = sentences.find((one) => one.start <= start && one.end >= end);
    const last = stretches.at(-1);
    if (sentence !== undefined) sentence.off.push(mark);
    else if (last !== undefined && end <= last.end) last.marks.push(mark);
    else stretches.push({ start, end, marks: [mark] });
  }
  const sourceOf = ({ marks, ...span }: (typeof stretches)[number]): QuoteSourceView | null => {
    const quote = marks[0]?.because === 'quoted' ? quotes.find((one) => overlaps(one, span)) : undefined;
    return sources[quote?.source ?? -1] ?? null;
  };
  return [
    ...sentences.map(({ start, end, ...label }) => ({ start, end, label: { kind: 'evidence' as const, ...label } })),
    ...stretches.map((stretch) => {
      const { start, end, marks } = stretch;
      return { start, end, label: { kind: 'discounted' as const, marks, source: sourceOf(stretch) } };
    }),
  ];
}

interface Sentence extends Span {
  readonly marks: EvidenceMark[];
  readonly words: Labelled<number>[];
  readonly off: DiscountMark[];
}

function evidenceSentences(themes: readonly Pick<ThemeScore, 'evidence'>[]): Sentence[] {
  const sentences = new Map<string, Sentence>();
  for (const [theme, { evidence }] of themes.entries()) {
    for (const [place, { start, end, words }] of evidence.entries()) {
      const sentence = sentences.get(`${start} ${end}`) ?? { start, end, marks: [], words: [], off: [] };
      sentence.marks.push({ theme, place });
      sentence.words.push(...words.map((word) => ({ start: word.start, end: word.end, label: theme })));
      sentences.set(`${start} ${end}`, sentence);
    }
  }
  return [...sentences.values()];
}

/** Places that advisories name; those that touch each other, as single characters often do, are one. */
export function advisoryLayers(advisories: readonly { readonly spans: readonly Span[] }[]): Labelled<EssayLabel>[] {
  return advisories.flatMap(({ spans }, advisory) => {
    const joined: Labelled<EssayLabel>[] = [];
    for (const [place, { start, end }] of spans.entries()) {
      const last = joined.at(-1);
      if (last !== undefined && last.end === start) joined[joined.length - 1] = { ...last, end };
      else joined.push({ start, end, label: { kind: 'advisory', advisory, place } });
    }
    return joined;
  });
}
