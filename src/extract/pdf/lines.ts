import type { LaidGlyph } from './laid-glyph.js';
import type { Piece } from './rows.js';

/** Smaller than this share of the other is raised or lowered print: a note's number, an index. */
const SMALLER = 0.85;
/** How far from the baseline of its line a piece may stand, in sizes of the larger one; raised print may stand further. */
const OFF_LINE = 0.25;
const OFF_LINE_RAISED = 0.65;
/** Pieces that lie over each other by more than this share of the shorter one are two lines. */
const OVERLAP = 0.3;
/** Lines above that a piece may still belong to. */
const LOOK_BACK = 3;
/** Gaps between letters from which on there is a space, in sizes of the font, beyond the gap that all letters of the line have. */
const SPACE = 0.14;
/** The same where spaces are shown as glyphs: then a gap without one is none, unless it is wide. */
const SPACE_BESIDE_BLANKS = 0.25;
/** A space that takes no more room than this was taken back: programs put one where a word may break. */
const TAKEN_BACK = 0.05;
/** Fewer pairs of letters do not tell how wide letters are set apart. */
const ENOUGH_PAIRS = 4;

/** A glyph of a line, and whether a space parts it from the one before. */
export interface LineGlyph {
  readonly glyph: LaidGlyph;
  readonly isAfterSpace: boolean;
}

/** One line of text: its pieces from left to right. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly longest: Piece;
  readonly glyphs: readonly LineGlyph[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** Pieces of one line from left to right, of which none lies over another by much, with the longest of them. */
interface Row {
  readonly pieces: Piece[];
  longest: Piece;
}

/** The lines of a column, from the top. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const rows: Row[] = [];
  for (const piece of [...pieces].sort((one, other) => other.baseline - one.baseline)) {
    const row = rows.slice(-LOOK_BACK).findLast((candidate) => belongs(piece, candidate));
    if (row === undefined) rows.push({ pieces: [piece], longest: piece });
    else {
      row.pieces.splice(placeOf(piece, row.pieces), 0, piece);
      if (lengthOf(piece) > lengthOf(row.longest)) row.longest = piece;
    }
  }
  return rows.map(({ pieces: row }) => lineOf(row)).sort((one, other) => other.baseline - one.baseline);
}

/** Whether a piece stands in the line that others make: level with its longest piece or its neighbours, and over none of these. */
export function belongs(piece: Piece, { pieces, longest }: Pick<Line, 'pieces' | 'longest'>): boolean {
  const place = placeOf(piece, pieces);
  const neighbours = pieces.slice(Math.max(0, place - 1), place + 1);
  return [longest, ...neighbours].some((other) => isLevel(piece, other)) && neighbours.every((other) => !overlaps(piece, other));
}

function isLevel(one: Piece, other: Piece): boolean {
  const isRaised = Math.min(one.size, other.size) < SMALLER * Math.max(one.size, other.size);
  const off = Math.abs(one.baseline - other.baseline) / Math.max(one.size, other.size);
  return off <= (isRaised ? OFF_LINE_RAISED : OFF_LINE);
}

/** How many of the pieces, which are in order, begin further left. */
function placeOf({ left }: Piece, pieces: readonly Piece[]): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.left < left) low = middle + 1;
    else high = middle;
  }
  return low;
}

const lengthOf = ({ left, right }: Piece): number => right - left;

function overlaps(one: Piece, other: Piece): boolean {
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return shared > OVERLAP * Math.min(lengthOf(one), lengthOf(other));
}

/** The line of these pieces, at least one; its baseline is that of the longest. */
export function lineOf(pieces: readonly Piece[]): Line {
  const ordered = [...pieces].sort((one, other) => one.left - other.left);
  const longest = ordered.reduce((best, piece) => (lengthOf(piece) > lengthOf(best) ? piece : best));
  const right = ordered.reduce((most, piece) => Math.max(most, piece.right), Number.NEGATIVE_INFINITY);
  const { baseline, size } = longest;
  return { pieces: ordered, longest, glyphs: spaced(ordered), left: ordered[0]!.left, right, baseline, size };
}

/**
 * The glyphs of a line with the spaces that its gaps say: wider than those between its letters, so that a heading whose letters are set
 * wide apart still reads as words.
 */
function spaced(pieces: readonly Piece[]): LineGlyph[] {
  const glyphs = pieces.flatMap((piece) => piece.glyphs);
  const gapBefore = (i: number): number => glyphs[i]!.left - glyphs[i - 1]!.right;
  const gaps = glyphs.flatMap(({ isAfterBlank }, i) => (i === 0 || isAfterBlank ? [] : [gapBefore(i)])).sort((one, other) => one - other);
  const usual = gaps.length < ENOUGH_PAIRS ? 0 : Math.max(0, gaps[gaps.length >> 1]!);
  const least = glyphs.some(({ isAfterBlank }, i) => i > 0 && isAfterBlank) ? SPACE_BESIDE_BLANKS : SPACE;
  return glyphs.map((glyph, i) => {
    if (i === 0) return { glyph, isAfterSpace: false };
    const size = Math.max(glyph.size, glyphs[i - 1]!.size);
    const isWide = gapBefore(i) - usual > least * size;
    return { glyph, isAfterSpace: isWide || (glyph.isAfterBlank && gapBefore(i) > TAKEN_BACK * size) };
  });
}

/** The text of glyphs one after the other, with its spaces. */
export function textOf(glyphs: readonly LineGlyph[]): string {
  let text = '';
  for (const { glyph, isAfterSpace } of glyphs) text += isAfterSpace ? ` ${glyph.text}` : glyph.text;
  return text;
}
