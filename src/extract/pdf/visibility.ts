import type { HiddenKind } from '../../model/extraction.js';
import { type Color, isSameColor } from '../color.js';
import { TINY_SIZE } from '../visibility.js';
import { type Box, contains } from './geometry.js';
import type { GraphicsState } from './graphics-state.js';
import { type Painted, UNKNOWN } from './painted.js';

/** Colours whose red, green and blue differ by no more than this look the same, those of other colour spaces being converted roughly. */
const SAME_COLOUR = 24;
/** What is painted with less opacity does not show; with more than the other, nothing shows through it. */
export const TRANSPARENT = 0.05;
export const OPAQUE = 0.9;
/** A middle this far outside, in points, still leaves half of a letter to see. */
const MARGIN = 1;

/** A glyph about to be painted. */
export interface Place {
  readonly middle: readonly [x: number, y: number];
  /** The lesser of height and width of an em, points. */
  readonly size: number;
  /** The page as one sees it. */
  readonly view: Box;
}

/** Why one does not see a glyph painted in that state; null when one does, unless something covers it later. */
export function hiddenAt({ middle: [x, y], size, view }: Place, state: GraphicsState, painted: Painted): HiddenKind | null {
  const colours = coloursOf(state);
  if (state.isMask || colours.length === 0) return 'invisible';
  if (size <= TINY_SIZE) return 'tiny';
  if (!contains(view, x, y, MARGIN)) return 'offpage';
  if (!contains(state.clip, x, y, MARGIN)) return 'clipped';
  const ground = painted.colourAt(x, y);
  return colours.every((colour) => looksLike(colour, ground)) ? 'white' : null;
}

/** The colours that glyphs are painted in: of their insides, their outlines, both or nothing. */
function coloursOf({ renderMode, fill, fillAlpha, stroke, strokeAlpha }: GraphicsState): Color[] {
  // 0 fill, 1 stroke, 2 both, 3 neither; 4 to 7 are the same and clip besides.
  const way = renderMode % 4;
  const colours: Color[] = [];
  if ((way === 0 || way === 2) && fillAlpha >= TRANSPARENT) colours.push(fill);
  if ((way === 1 || way === 2) && strokeAlpha >= TRANSPARENT) colours.push(stroke);
  return colours;
}

function looksLike(one: Color, other: Color): boolean {
  return one !== UNKNOWN && other !== UNKNOWN && isSameColor(one, other, SAME_COLOUR);
}
