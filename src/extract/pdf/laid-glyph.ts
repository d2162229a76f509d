import type { HiddenKind } from '../../model/extraction.js';

/** A glyph on a page turned so that its text runs level from left to right. */
export interface LaidGlyph {
  /** With the marks laid over it. */
  text: string;
  readonly font: string;
  readonly hidden: HiddenKind | null;
  readonly isBlank: boolean;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** Whether a blank is shown before it. */
  isAfterBlank: boolean;
}
