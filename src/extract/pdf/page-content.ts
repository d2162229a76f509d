import type { HiddenKind } from '../../model/extraction.js';
import type { Box } from './geometry.js';
import type { Rule } from './page-shapes.js';
import type { Painted } from './painted.js';
import type { FontFaceObject } from './pdfjs.js';

/** A character where it stands on the page. */
export interface PlacedGlyph {
  readonly text: string;
  readonly font: string;
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  /** Points along the baseline, spacing left out. */
  readonly width: number;
  /** Height of the font as rendered, points. */
  readonly size: number;
  /** In which it runs, degrees against the clock from the right. */
  readonly angle: number;
  hidden: HiddenKind | null;
  /** What it is if a drawing of the page has no trace of it; null where its operators tell that one sees it. */
  doubt: HiddenKind | null;
  /** Whether the file says another letter than the font shows, which is the text here. */
  readonly isLie: boolean;
  /** When it was painted, and its middle: what is painted there later covers it. */
  readonly time: number;
  readonly middle: readonly [x: number, y: number];
}

/** What is on a page. */
export interface PageContent {
  readonly glyphs: readonly PlacedGlyph[];
  readonly rules: readonly Rule[];
  readonly painted: Painted;
  /** Paths with many curves: letters turned to outlines are such. */
  readonly outlines: number;
}

/** What pdf.js gives of a page. */
export interface PageSource {
  readonly view: Box;
  readonly operators: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };
  readonly font: (id: string) => FontFaceObject | undefined;
  /** Whether a layer (optional content) is shown. */
  readonly isShown: (layer: unknown) => boolean;
}
