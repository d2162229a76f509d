import type { HiddenKind } from '../../model/extraction.js';
import { type Color, isSameColor, mixColors } from '../color.js';
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
  const ground = painted.colourAt(x, y);
  const colours = coloursOf(state, ground);
  if (state.isMask || state.isMasked || colours.length === 0) return 'invisible';
  if (size <= TINY_SIZE) return 'tiny';
  if (!contains(view, x, y, MARGIN)) return 'offpage';
  if (!contains(state.clip, x, y, MARGIN)) return 'clipped';
  return colours.every((colour) => looksLike(colour, ground)) ? 'white' : null;
}

/** Whether a glyph painted in that state may be unseen although `hiddenAt` finds no reason: what it is mixed with is not known. */
export function isDoubtful({ middle: [x, y] }: Place, state: GraphicsState, painted: Painted): boolean {
  const [fill, stroke] = paintsOf(state);
  if (state.isVeiled || !state.isNormalBlend || painted.colourAt(x, y) === UNKNOWN) return true;
  return (fill && state.fill === UNKNOWN) || (stroke && state.stroke === UNKNOWN) || (fill && stroke && state.fill !== state.stroke);
}

/** The colours that glyphs have on a ground: of their insides, their outlines, both or nothing. */
function coloursOf(state: GraphicsState, ground: Color): Color[] {
  const { fill, fillAlpha, stroke, strokeAlpha } = state;
  const [isFilled, isStroked] = paintsOf(state);
  const mixed = (color: Color, alpha: number): Color => (color === UNKNOWN || ground === UNKNOWN ? color : mixColors(color, ground, alpha));
  const colours: Color[] = [];
  if (isFilled && fillAlpha >= TRANSPARENT) colours.push(mixed(fill, fillAlpha));
  if (isStroked && strokeAlpha >= TRANSPARENT) colours.push(mixed(stroke, strokeAlpha));
  return colours;
}

/** Whether glyphs are filled, and whether their outlines are drawn: 0 fill, 1 stroke, 2 both, 3 neither; 4 to 7 are the same and clip besides. */
function paintsOf({ renderMode }: GraphicsState): [isFilled: boolean, isStroked: boolean] {
  const way = renderMode % 4;
  return [way === 0 || way === 2, way === 1 || way === 2];
}

function looksLike(one: Color, other: Color): boolean {
  return one !== UNKNOWN && other !== UNKNOWN && isSameColor(one, other, SAME_COLOUR);
}
