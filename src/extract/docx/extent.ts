import type { HiddenKind } from '../../model/extraction.js';
import type { XmlElement } from '../xml-stream.js';
import { HeldText } from './held-text.js';

/** How large a shape is, points; infinite where nothing tells it. */
export interface Extent {
  width: number;
  height: number;
  /** Whether word processors make it as high as its text asks for. */
  grows: boolean;
}

export const anyExtent = (): Extent => ({ width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY, grows: false });

/** English Metric Units in a point. */
const EMU = 12_700;

/** Notes what wp:extent says. */
export function setExtent(extent: Extent, element: XmlElement): void {
  extent.width = Number(element.get('cx') ?? Number.NaN) / EMU;
  extent.height = Number(element.get('cy') ?? Number.NaN) / EMU;
}

/** Points in a unit of VML; lengths without one are in those of the group around the shape. */
const UNITS: Readonly<Record<string, number>> = { pt: 1, pc: 12, in: 72, cm: 28.35, mm: 2.835, px: 0.75 };

/** Extent that the style of a VML shape gives it (ECMA-376 part 4, 19.1.2.19). */
export function extentOf(style: string): Extent {
  const length = (name: string): number => {
    const [, value, unit = ''] = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*(\\d{1,7}(?:\\.\\d{1,9})?)([a-z]{2})?`, 'i').exec(style) ?? [];
    if (Number(value) === 0) return 0;
    return value === undefined ? Number.POSITIVE_INFINITY : Number(value) * (UNITS[unit.toLowerCase()] ?? Number.POSITIVE_INFINITY);
  };
  return { width: length('width'), height: length('height'), grows: false };
}

/** What is flatter shows nothing, points. */
const FLAT = 1;
/** A letter has no less room, square points: that is one of two points, which is a blur. Honest letters have forty times as much. */
const SMALLEST_LETTER = 2;
/** As high as a shape can grow, points: a page. */
const HIGHEST = 842;

/** The text of a shape: hidden where it has no room. */
export function textWithin({ width, height, grows }: Extent, text: HeldText): HeldText {
  const highest = grows ? Math.max(height, HIGHEST) : height;
  if (width * highest === Number.POSITIVE_INFINITY) return text;
  const isTooSmall = Math.min(width, highest) < FLAT || width * highest < SMALLEST_LETTER * lengthOf(text);
  return isTooSmall ? conceal(text, 'clipped') : text;
}

function lengthOf(text: HeldText): number {
  let length = 0;
  const ignore = (): void => {};
  text.replay({
    add: (piece) => {
      length += piece.length;
    },
    endParagraph: ignore,
    endBlock: ignore,
    open: ignore,
    close: ignore,
  });
  return length;
}

/** The same text, hidden where it was not yet. */
function conceal(text: HeldText, hidden: HiddenKind): HeldText {
  const concealed = new HeldText();
  text.replay({
    add: (piece, look) => concealed.add(piece, { ...look, hidden: look.hidden ?? hidden }),
    endParagraph: (isJoined) => concealed.endParagraph(isJoined),
    endBlock: () => concealed.endBlock(),
    open: (kind) => concealed.open(kind),
    close: () => concealed.close(),
  });
  return concealed;
}
