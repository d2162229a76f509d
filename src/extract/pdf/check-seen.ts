import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DrawnPage } from '../ocr/page-drawer.js';
import type { Picture } from '../ocr/picture.js';
import { hasWords } from '../text-quality.js';
import type { PlacedGlyph } from './page-content.js';

/** Shades of grey between the darkest and the lightest pixel of a letter; where shapes that cover it meet, a quarter of black may be left. */
const LEAST_CONTRAST = 72;
/** Of the size: how high above its baseline a letter is looked at. Its box begins and ends within it, so that what stands beside is left out. */
const HEIGHT = 0.6;

/**
 * Looks at a drawn page for the glyphs whose operators do not tell whether one sees them: those of which there is no trace are
 * hidden. `viewportAt` tells where a point of the page is drawn.
 */
export function checkSeen(glyphs: readonly PlacedGlyph[], drawn: DrawnPage, viewportAt: (scale: number) => PageViewport): void {
  const viewport = viewportAt(drawn.scale);
  for (const glyph of glyphs) {
    if (
      glyph.hidden === null &&
      glyph.doubt !== null &&
      hasWords(glyph.text) &&
      contrastOf(glyph, drawn.picture, viewport) < LEAST_CONTRAST
    ) {
      glyph.hidden = glyph.doubt;
    }
  }
}

function contrastOf(
  { x, y, width, size, angle }: PlacedGlyph,
  { width: columns, height: rows, pixels }: Picture,
  viewport: PageViewport,
): number {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const up = size * HEIGHT;
  const corners = [
    [x, y],
    [x + cos * width - sin * up, y + sin * width + cos * up],
  ].map(([px, py]) => viewport.convertToViewportPoint(px!, py!) as [number, number]);
  const xs = corners.map(([px]) => px);
  const ys = corners.map(([, py]) => py);
  const [left, right] = [Math.max(0, Math.floor(Math.min(...xs))), Math.min(columns, Math.ceil(Math.max(...xs)))];
  const [top, bottom] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(rows, Math.ceil(Math.max(...ys)))];
  let [darkest, lightest] = [255, 0];
  for (let row = top; row < bottom; row++) {
    for (let at = row * columns + left; at < row * columns + right; at++) {
      darkest = Math.min(darkest, pixels[at]!);
      lightest = Math.max(lightest, pixels[at]!);
    }
  }
  return lightest - darkest;
}
