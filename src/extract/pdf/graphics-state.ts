import { BLACK, type Color } from '../color.js';
import type { PageFont } from './font-truth.js';
import { type Box, IDENTITY, type Matrix } from './geometry.js';

/** What the operators of a page set and what holds until they set it again (ISO 32000-1, 8.4 and 9.3). */
export interface GraphicsState {
  matrix: Matrix;
  /** What is painted shows within this box; clips of other shapes count as the boxes around them. */
  clip: Box;
  fill: Color;
  /** Whether fills are tiled with a drawing. */
  isTiled: boolean;
  stroke: Color;
  fillAlpha: number;
  strokeAlpha: number;
  /** Whether colours replace what lies below instead of mixing with it. */
  isNormalBlend: boolean;
  /** Whether a mask for something else is drawn instead of the page. */
  isMask: boolean;
  font: PageFont | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal, 1 for none. */
  scale: number;
  leading: number;
  /** Tr, 0..7. */
  renderMode: number;
}

/** The state in which a page, or the look of an annotation, begins. */
export function initialState(clip: Box): GraphicsState {
  return {
    matrix: IDENTITY,
    clip,
    fill: BLACK,
    isTiled: false,
    stroke: BLACK,
    fillAlpha: 1,
    strokeAlpha: 1,
    isNormalBlend: true,
    isMask: false,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    renderMode: 0,
  };
}
