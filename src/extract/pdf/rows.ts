import type { LaidGlyph } from './laid-glyph.js';
import { attachMarks } from './marks.js';
import type { PlacedGlyph } from './page-content.js';

/** Baselines that differ by no more than this, in sizes of the font, are one. */
const SAME_BASELINE = 0.15;
/** From this gap on, in sizes of the font, a row falls into pieces: words stand closer, columns and cells do not. */
const WIDE_GAP = 0.8;
/** Of its width: a glyph this close to one like it is that glyph again, shown twice to look bold or to cast a shadow. */
const TWICE = 0.35;
/** Of the size, above and below the baseline: what letters take up of a line, marks on top left out. */
const ASCENT = 0.72;
const DESCENT = 0.2;

/** Glyphs of one baseline without a wide gap between them, from left to right, blanks left out. */
export interface Piece {
  readonly glyphs: readonly LaidGlyph[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  readonly size: number;
}

/** Turns glyphs that run at an angle level; marks are joined to their letters. */
export function layLevel(glyphs: readonly PlacedGlyph[], angle: number): readonly LaidGlyph[] {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const laid = glyphs.map(({ text, font, hidden, x, y, width, size }) => {
    const left = x * cos + y * sin;
    const isBlank = text.trim() === '';
    return { text, font, hidden, isBlank, left, right: left + width, baseline: y * cos - x * sin, size, isAfterBlank: false };
  });
  return attachMarks(laid);
}

/** The pieces of all rows, from the top; the order in which the glyphs were shown does not matter. */
export function piecesOf(glyphs: readonly LaidGlyph[]): Piece[] {
  const pieces: Piece[] = [];
  let row: LaidGlyph[] = [];
  for (const glyph of [...glyphs].sort((one, other) => other.baseline - one.baseline)) {
    const first = row[0];
    if (first !== undefined && first.baseline - glyph.baseline > SAME_BASELINE * Math.max(first.size, glyph.size)) {
      pieces.push(...cutRow(row));
      row = [];
    }
    row.push(glyph);
  }
  return [...pieces, ...cutRow(row)];
}

function cutRow(row: LaidGlyph[]): Piece[] {
  row.sort((one, other) => one.left - other.left);
  const pieces: Piece[] = [];
  let glyphs: LaidGlyph[] = [];
  let right = Number.NEGATIVE_INFINITY;
  let isAfterBlank = false;
  for (const glyph of row) {
    if (glyph.isBlank) {
      isAfterBlank = true;
      continue;
    }
    const last = glyphs.at(-1);
    if (last !== undefined && isTwice(last, glyph)) continue;
    glyph.isAfterBlank = isAfterBlank;
    isAfterBlank = false;
    if (last !== undefined && glyph.left - right > WIDE_GAP * Math.max(last.size, glyph.size)) {
      pieces.push(pieceOf(glyphs));
      glyphs = [];
    }
    right = glyphs.length === 0 ? glyph.right : Math.max(right, glyph.right);
    glyphs.push(glyph);
  }
  if (glyphs.length > 0) pieces.push(pieceOf(glyphs));
  return pieces;
}

function isTwice(one: LaidGlyph, other: LaidGlyph): boolean {
  return one.text === other.text && other.left - one.left < TWICE * (other.right - other.left);
}

/** The piece of these glyphs, in order and at least one. */
function pieceOf(glyphs: readonly LaidGlyph[]): Piece {
  const size = glyphs.reduce((most, glyph) => Math.max(most, glyph.size), 0);
  const right = glyphs.reduce((most, glyph) => Math.max(most, glyph.right), Number.NEGATIVE_INFINITY);
  const { left, baseline } = glyphs[0]!;
  return { glyphs, left, right, top: baseline + ASCENT * size, bottom: baseline - DESCENT * size, baseline, size };
}
