import { columnsOf } from './columns.js';
import type { LaidGlyph } from './laid-glyph.js';
import { belongs, type Line, lineOf, linesOf } from './lines.js';
import type { PageContent, PlacedGlyph } from './page-content.js';
import { joinRules } from './page-shapes.js';
import { paragraphEnds } from './paragraphs.js';
import { layLevel, type Piece, piecesOf } from './rows.js';

/** Hidden lines that get a place of their own beside what is seen; a page has a hundred lines. */
const MOST_PLACED = 500;

/** What ends with a line: nothing more, a paragraph, or a column, where the text itself must tell whether its paragraph goes on. */
export type LineEnd = 'line' | 'paragraph' | 'column';

/** A line of the page's text as it is read. */
export interface TextLine {
  readonly line: Line;
  readonly end: LineEnd;
}

/**
 * The lines of a page in the order in which they are read: columns one after the other; text that runs in another direction than most
 * comes last; hidden text stands in or after the line beside it, and has no say in how the page is read.
 */
export function layOut({ glyphs, rules }: PageContent): TextLine[] {
  const byAngle = new Map<number, PlacedGlyph[]>();
  for (const glyph of glyphs) {
    const group = byAngle.get(glyph.angle);
    if (group === undefined) byAngle.set(glyph.angle, [glyph]);
    else group.push(glyph);
  }
  const joined = joinRules(rules);
  const groups = [...byAngle].sort((one, other) => other[1].length - one[1].length);
  return groups.flatMap(([angle, group]) => {
    const laid = layLevel(group, angle);
    const seen = columnsOf(piecesOf(laid.filter(isSeen)), angle === 0 ? joined : []).flatMap(linesOfColumn);
    return placeHidden(seen, linesOf(piecesOf(laid.filter((glyph) => !isSeen(glyph)))));
  });
}

function isSeen({ hidden }: LaidGlyph): boolean {
  return hidden === null || hidden === 'unicode-lie';
}

function linesOfColumn(pieces: readonly Piece[]): TextLine[] {
  const lines = linesOf(pieces);
  const ends = paragraphEnds(lines);
  return lines.map((line, i) => ({ line, end: i === lines.length - 1 ? 'column' : ends[i] ? 'paragraph' : 'line' }));
}

/** Puts hidden lines beside or below the seen ones; a page with very many has those beyond after its text. */
function placeHidden(seen: readonly TextLine[], hidden: readonly Line[]): TextLine[] {
  const lines = [...seen];
  const after = new Map<number, TextLine[]>();
  for (const line of hidden.slice(0, MOST_PLACED)) {
    const host = lines.findIndex((candidate) => line.pieces.every((piece) => belongs(piece, candidate.line)));
    if (host !== -1) {
      const { line: whole, end } = lines[host]!;
      lines[host] = { line: lineOf([...whole.pieces, ...line.pieces]), end };
      continue;
    }
    const place = nearestAbove(seen, line);
    const inserted = after.get(place) ?? [];
    inserted.push({ line, end: place === -1 ? 'column' : 'line' });
    after.set(place, inserted);
  }
  const placed = lines.flatMap(({ line, end }, i): TextLine[] => {
    const inserted = [{ line, end: 'line' as LineEnd }, ...(after.get(i) ?? [])];
    return inserted.map((one, at) => (at === inserted.length - 1 ? { line: one.line, end } : one));
  });
  const beyond = hidden.slice(MOST_PLACED).map((line): TextLine => ({ line, end: 'line' }));
  return [...(after.get(-1) ?? []), ...placed, ...beyond];
}

/** The line next above a hidden one, by its index; -1 where it stands on top of all. */
function nearestAbove(seen: readonly TextLine[], { baseline, left, right }: Line): number {
  let [nearest, least] = [-1, Number.POSITIVE_INFINITY];
  for (const [i, { line }] of seen.entries()) {
    const distance = line.baseline - baseline;
    const isBeside = line.left < right && line.right > left;
    if (distance >= -1 && distance + (isBeside ? 0 : line.size) < least) [nearest, least] = [i, distance + (isBeside ? 0 : line.size)];
  }
  return nearest;
}
