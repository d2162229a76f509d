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
  /** Whether what is painted may not show: a clip that is no rectangle lies over it, or it is mixed in as a group. */
  isVeiled: boolean;
  /** Whether a mask lies over what is painted; drawing does not tell what shows through one of brightness. */
  isMasked: boolean;
  /** Whether a mask for something else is drawn instead of the page. */
  isMask: boolean;
  lineWidth: number;
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
    isVeiled: false,
    isMasked: false,
    isMask: false,
    lineWidth: 1,
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    renderMode: 0,
  };
}

/** Sets what an entry of a dictionary of graphics state says (ISO 32000-1, table 58). */
export function setEntry(state: GraphicsState, key: string, value: unknown): void {
  if (key === 'ca') state.fillAlpha = Number(value);
  else if (key === 'CA') state.strokeAlpha = Number(value);
  else if (key === 'LW') state.lineWidth = Number(value);
  else if (key === 'BM') state.isNormalBlend = value === 'source-over';
  else if (key === 'SMask') state.isMasked = value !== false;
}
