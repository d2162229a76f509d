import type { ShownDocument } from '../../model/batch.js';
import type { Passage } from '../../model/detection.js';
import { formatCount, formatShare } from '../../model/format.js';
import type { Span } from '../../model/span.js';
import { compareWords } from './compare-words.js';
import { type Html, html } from './html.js';
import { cutByLayers, type Labelled } from './layers.js';
import type { PlannedPassage } from './plan-matches.js';
import { essayText, outsideName } from './text.js';

/** Band of a passage: 1 below 70 %, 2 from 70 % to 90 %, 3 above. */
export function bandOf(identical: number): 1 | 2 | 3 {
  if (identical > 0.9) return 3;
  return identical >= 0.7 ? 2 : 1;
}

/** UTF-16 units of the text around a passage that are shown with it. */
const CONTEXT_LENGTH = 60;

/** The two texts of a match, what to call the second, and the anchor of its name. */
export interface PairTexts {
  readonly first: ShownDocument;
  readonly second: ShownDocument;
  readonly secondName: string;
  readonly nameAnchor: string;
}

/** One passage: its figures, then both texts beside each other, the words that differ set apart. */
export function passagePair({ passage, number, anchor }: PlannedPassage, texts: PairTexts): Html {
  const band = bandOf(passage.identical);
  const differences = compareWords(slice(texts.first, passage.first), slice(texts.second, passage.second));
  const one = { document: texts.first, span: passage.first, apart: shift(differences.first, passage.first) };
  const two = { document: texts.second, span: passage.second, apart: shift(differences.second, passage.second) };
  return html`<div class="pair" id="${anchor}" role="group" aria-labelledby="${anchor}-ten ${texts.nameAnchor}">${pairHead(passage, number, anchor)}<div class="pair__texts"><div class="side"><p class="side__name">Bài đang xét</p><p class="essay">${sideText(one, { band, number })}</p></div><div class="side"><p class="side__name">${outsideName(texts.secondName)}</p><p class="essay">${sideText(two, { band, number })}</p></div></div></div>
`;
}

function pairHead(passage: Passage, number: number, anchor: string): Html {
  return html`<h5 class="pair__head" id="${anchor}-ten" data-band="${bandOf(passage.identical)}"><b class="sw"><span class="vh">Đoạn </span>${number}</b> Giống ${formatShare(passage.identical)} <span class="muted">${formatCount(passage.syllables)} âm tiết</span></h5>`;
}

/** One text of a pair: the stretch, and the words in it that the other text does not have. */
interface Side {
  readonly document: ShownDocument;
  readonly span: Span;
  readonly apart: readonly Span[];
}

function sideText({ document, span, apart }: Side, { band, number }: { band: number; number: number }): Html {
  const before = contextBefore(document.text, span.start);
  const after = contextAfter(document.text, span.end);
  const inside = flow(document, span, apart);
  const around = (part: Span, opens: boolean, closes: boolean): Html =>
    html`<span class="around">${opens && '…'}${flow(document, part, [], flat)}${closes && '…'}</span>`;
  return html`${around(before, before.start > 0, false)}<mark class="passage" data-band="${band}" data-passage="${number}">${inside}</mark>${around(after, false, after.end < document.text.length)}`;
}

/** A stretch of a document with its quotes of the resolution grey and `apart` set apart. */
function flow(document: ShownDocument, range: Span, apart: readonly Span[], lines: (text: string) => string = foldLines): Html {
  const layers: Labelled<'ins' | 'quoted'>[] = [
    ...apart.map((span) => ({ ...span, label: 'ins' as const })),
    ...document.quotedSpans.map(({ start, end }) => ({ start, end, label: 'quoted' as const })),
  ];
  const pieces = cutByLayers(range, layers).map(({ start, end, label }) => {
    const text = essayText(lines(document.text.slice(start, end)));
    if (label === 'ins') return html`<ins>${text}</ins>`;
    return label === 'quoted' ? html`<span class="quoted">${text}</span>` : text;
  });
  return html`${pieces}`;
}

/** Context stands on one line. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Single line ends come from the layout of a file, several from its paragraphs; only those are kept. */
function foldLines(text: string): string {
  return text.replace(/[^\S\n]*\n[^\S\n]*(\n\s*)?/g, (_, paragraph?: string) => (paragraph === undefined ? ' ' : '\n'));
}

function contextBefore(text: string, end: number): Span {
  const from = Math.max(0, end - CONTEXT_LENGTH);
  const space = from === 0 ? -1 : text.slice(from, end).search(/\s/);
  return { start: from === 0 ? 0 : from + (space < 0 ? 0 : space + 1), end };
}

function contextAfter(text: string, start: number): Span {
  const to = Math.min(text.length, start + CONTEXT_LENGTH);
  if (to === text.length) return { start, end: to };
  const space = text.slice(start, to).search(/\s\S*$/);
  return { start, end: space < 0 ? to : start + space };
}

function shift(spans: readonly Span[], { start }: Span): Span[] {
  return spans.map((span) => ({ start: span.start + start, end: span.end + start }));
}

function slice({ text }: ShownDocument, { start, end }: Span): string {
  return text.slice(start, end);
}
