import type { HiddenKind } from '../../model/extraction.js';
import { BLACK, type Color, isSameColor, mixColors, WHITE } from '../color.js';
import { TINY_SIZE } from '../visibility.js';

const DEFAULT_SIZE = 24;
/** Letters squeezed to this many percent of their width are lines. */
const NARROW = 5;
const TWIPS = 20;
/** Indents that lead off the sheet, twips: no margin is as wide as the first, and A4 not as long as the second. */
const OFF_BEFORE = -5000;
const OFF_BEHIND = 17_000;
/** Shading is given in hundredths of a percent of the foreground colour. */
const FULL_SHADE = 10_000;

/** Two colours by their numbers in the colour table, and how much of the first covers the other. */
export interface Shading {
  readonly fore: number;
  readonly back: number;
  readonly shade: number;
}

export const NO_SHADING: Shading = { fore: 0, back: 0, shade: 0 };

/** How letters look; never changed, so that groups can share it. */
export interface CharacterFormat extends Shading {
  readonly font: number;
  readonly size: number;
  /** Percent. */
  readonly width: number;
  readonly color: number;
  readonly highlight: number;
  readonly isVanished: boolean;
  readonly isDeleted: boolean;
  readonly isInserted: boolean;
}

/** How the paragraph around them looks. */
export interface ParagraphFormat extends Shading {
  readonly isInTable: boolean;
  /** Tables around it; 0 where only `isInTable` tells. */
  readonly nesting: number;
  /** Twips, of all lines and of the first one besides. */
  readonly indent: number;
  readonly firstIndent: number;
  /** Height of lines, twips; below 0 exactly so, else at least. */
  readonly line: number;
  /** Whether `line` is a multiple of a line of 240 twips. */
  readonly isLineMultiple: boolean;
}

export const PLAIN_PARAGRAPH: ParagraphFormat = {
  ...NO_SHADING,
  isInTable: false,
  nesting: 0,
  indent: 0,
  firstIndent: 0,
  line: 0,
  isLineMultiple: false,
};

/** The look of letters after \plain. */
export function plainCharacters(font: number): CharacterFormat {
  const isNothing = { isVanished: false, isDeleted: false, isInserted: false };
  return { ...NO_SHADING, ...isNothing, font, size: DEFAULT_SIZE, width: 100, color: 0, highlight: 0 };
}

/** The format that a control word leaves; the same one where it changes nothing here. */
export function changeCharacters(format: CharacterFormat, word: string, parameter: number | null): CharacterFormat {
  const value = parameter ?? 0;
  const isOn = parameter !== 0;
  switch (word) {
    case 'f':
      return { ...format, font: value };
    case 'fs':
      return { ...format, size: parameter ?? DEFAULT_SIZE };
    case 'charscalex':
      return { ...format, width: parameter ?? 100 };
    case 'cf':
      return { ...format, color: value };
    case 'highlight':
    case 'cb':
      return { ...format, highlight: value };
    case 'chcbpat':
      return { ...format, back: value };
    case 'chcfpat':
      return { ...format, fore: value };
    case 'chshdng':
      return { ...format, shade: value };
    case 'v':
    case 'webhidden':
      return { ...format, isVanished: isOn };
    // Where text was moved from it is deleted, and where it was moved to it is inserted.
    case 'deleted':
    case 'mvf':
      return { ...format, isDeleted: isOn };
    case 'revised':
    case 'mvt':
      return { ...format, isInserted: isOn };
    default:
      return format;
  }
}

/** As `changeCharacters`, of the paragraph. */
export function changeParagraph(format: ParagraphFormat, word: string, parameter: number | null): ParagraphFormat {
  const value = parameter ?? 0;
  switch (word) {
    case 'pard':
      return PLAIN_PARAGRAPH;
    case 'intbl':
      return { ...format, isInTable: parameter !== 0 };
    case 'itap':
      return { ...format, nesting: value };
    case 'cbpat':
      return { ...format, back: value };
    case 'cfpat':
      return { ...format, fore: value };
    case 'li':
    case 'lin':
      return { ...format, indent: value };
    case 'fi':
      return { ...format, firstIndent: value };
    case 'sl':
      return { ...format, line: value };
    case 'slmult':
      return { ...format, isLineMultiple: value === 1 };
    case 'shading':
      return { ...format, shade: value };
    default:
      return format;
  }
}

/** Colours of a document by number; undefined is the one that the reader's window has. */
export type ColorTable = readonly (Color | undefined)[];

/** What lies behind letters: `grounds` from the nearest on, null where it is not known. */
export function hiddenKind(format: CharacterFormat, grounds: readonly (Shading | null)[], colors: ColorTable): HiddenKind | null {
  if (format.isVanished) return 'vanish';
  const color = colors[format.color];
  const ground = color === undefined ? null : groundOf(format, grounds, colors);
  // Letters of no colour of their own are drawn in one that is seen.
  if (color !== undefined && ground !== null && isSameColor(color, ground)) return 'white';
  return format.size <= 2 * TINY_SIZE || format.width <= NARROW ? 'tiny' : null;
}

/** How a paragraph as a whole is hidden; null where it is seen. */
export function paragraphHidden({ indent, firstIndent, line, isLineMultiple }: ParagraphFormat): HiddenKind | null {
  if (indent + Math.min(0, firstIndent) <= OFF_BEFORE || indent >= OFF_BEHIND) return 'offpage';
  const isExact = line < 0 || (isLineMultiple && line > 0);
  return isExact && Math.abs(line) <= TINY_SIZE * TWIPS ? 'tiny' : null;
}

function groundOf(format: CharacterFormat, grounds: readonly (Shading | null)[], colors: ColorTable): Color | null {
  const highlight = format.highlight === 0 ? undefined : colors[format.highlight];
  if (highlight !== undefined) return highlight;
  for (const shading of [format, ...grounds]) {
    if (shading === null) return null;
    const color = shadeOf(shading, colors);
    if (color !== undefined) return color;
  }
  return WHITE;
}

function shadeOf({ fore, back, shade }: Shading, colors: ColorTable): Color | undefined {
  const under = colors[back];
  if (shade <= 0) return under;
  return mixColors(colors[fore] ?? BLACK, under ?? WHITE, Math.min(shade, FULL_SHADE) / FULL_SHADE);
}
