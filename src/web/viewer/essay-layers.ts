import { cutByLayers, type Labelled } from './layers.js';
import { type Band, bandOf, type NumberedPassage, type Span } from './passages.js';

/** What is to be marked in the text of an essay. */
export type EssayLabel =
  | { readonly kind: 'passage'; readonly numbered: NumberedPassage; readonly band: Band }
  | { readonly kind: 'quoted' }
  | { readonly kind: 'evidence'; readonly marks: readonly EvidenceMark[] }
  | { readonly kind: 'advisory'; readonly advisory: number; readonly place: number };

/** A theme and the place among its evidence, both from 0. */
export interface EvidenceMark {
  readonly theme: number;
  readonly place: number;
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
    label: { kind: 'passage', numbered: one, band: bandOf(one.passage.identical) },
  }));
}

/** Quotes of the resolution as layers. */
export function quoteLayers(spans: readonly Span[]): Labelled<EssayLabel>[] {
  return spans.map(({ start, end }) => ({ start, end, label: { kind: 'quoted' } }));
}

/** Evidence sentences as layers; one that several themes name is one layer. */
export function evidenceLayers(themes: readonly { readonly evidence: readonly Span[] }[]): Labelled<EssayLabel>[] {
  const sentences = new Map<string, Span & { marks: EvidenceMark[] }>();
  for (const [theme, { evidence }] of themes.entries()) {
    for (const [place, { start, end }] of evidence.entries()) {
      const known = sentences.get(`${start} ${end}`);
      if (known === undefined) sentences.set(`${start} ${end}`, { start, end, marks: [{ theme, place }] });
      else known.marks.push({ theme, place });
    }
  }
  return [...sentences.values()].map(({ start, end, marks }) => ({ start, end, label: { kind: 'evidence', marks } }));
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
