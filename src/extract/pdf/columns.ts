import type { Rule } from './page-shapes.js';
import type { Piece } from './rows.js';

/** Width of the gap between two columns, in sizes of the font; the narrow ones must part more lines. */
const GUTTER = 0.8;
const WIDE_GUTTER = 1.5;
const LINES = 3;
const LINES_AT_NARROW = 4;
/** Columns of text are at least this wide, in sizes of the font: bullets, numbers of items and page numbers are no column. */
const COLUMN = 5;
/** Bands with more room between them than this, in sizes of the font, do not belong together. */
const FAR_BELOW = 0.6;
/** How far a rule may reach into a line, points, and how far from the outermost line it may be, in sizes of the font. */
const TOUCH = 2;
const FAR_RULE = 3;
/** Columns within columns; tables have a dozen. */
const DEEPEST = 24;
/** A page in more pieces, or with more rules, is read row by row: a wide table of 60 rows has a thousand. */
const MOST_PIECES = 3000;
const MOST_RULES = 500;

/** Pieces at one height: none of them reaches into the next band. */
interface Band {
  readonly pieces: Piece[];
  readonly top: number;
  bottom: number;
  /** Of its baselines. */
  lowest: number;
}

/** What a part of a page lies in. */
interface Within {
  readonly depth: number;
  readonly isCell: boolean;
}

interface Gap {
  readonly left: number;
  readonly right: number;
}

/**
 * The columns of a page in the order in which they are read, each with its pieces: what stands side by side with a gap all the way down is
 * read one after the other; so are the cells of a row of a table, which ends at a rule.
 */
export function columnsOf(pieces: readonly Piece[], rules: readonly Rule[]): Piece[][] {
  if (pieces.length > MOST_PIECES || rules.length > MOST_RULES) return [[...pieces]];
  return columnsWithin(pieces, rules, { depth: 0, isCell: false });
}

function columnsWithin(pieces: readonly Piece[], rules: readonly Rule[], within: Within): Piece[][] {
  const bands = bandsOf(pieces, rules);
  const columns: Piece[][] = [];
  let plain: Band[] = [];
  for (let i = 0; i < bands.length; ) {
    const found = within.depth < DEEPEST ? columnRun(bands, i, rules, within.isCell) : undefined;
    if (found === undefined) {
      plain.push(bands[i++]!);
      continue;
    }
    const above = rightAbove(plain, bands[i]!, found.gap);
    const inside = [...plain.slice(above), ...bands.slice(i, found.end)].flatMap((band) => band.pieces);
    columns.push(plain.slice(0, above).flatMap((band) => band.pieces));
    plain = [];
    const inner = { depth: within.depth + 1, isCell: found.isCell };
    const middle = (found.gap.left + found.gap.right) / 2;
    columns.push(
      ...columnsWithin(
        inside.filter(({ left }) => left < middle),
        rules,
        inner,
      ),
    );
    columns.push(
      ...columnsWithin(
        inside.filter(({ left }) => left >= middle),
        rules,
        inner,
      ),
    );
    i = found.end;
  }
  columns.push(plain.flatMap((band) => band.pieces));
  return columns.filter((column) => column.length > 0);
}

/** From which of the bands above on they are the beginning of the right column, which may stand higher than the left one. */
function rightAbove(plain: readonly Band[], first: Band, gap: Gap): number {
  let from = plain.length;
  let below = first;
  while (from > 0) {
    const band = plain[from - 1]!;
    if (isFar(band, below) || band.pieces.some(({ left }) => left < gap.right)) break;
    below = band;
    from--;
  }
  return from;
}

function isFar(above: Band, below: Band): boolean {
  return above.bottom - below.top > FAR_BELOW * sizeOf(below.pieces);
}

function bandsOf(pieces: readonly Piece[], rules: readonly Rule[]): Band[] {
  const bands: Band[] = [];
  for (const piece of [...pieces].sort((one, other) => other.top - one.top)) {
    const band = bands.at(-1);
    if (band === undefined || piece.top <= band.bottom || isRuledOff(band, piece, rules)) {
      bands.push({ pieces: [piece], top: piece.top, bottom: piece.bottom, lowest: piece.baseline });
    } else {
      band.pieces.push(piece);
      band.bottom = Math.min(band.bottom, piece.bottom);
      band.lowest = Math.min(band.lowest, piece.baseline);
    }
  }
  return bands;
}

/** Whether a rule between a band and a piece parts all of the band from it. */
function isRuledOff({ lowest }: Band, piece: Piece, rules: readonly Rule[]): boolean {
  if (piece.baseline >= lowest) return false;
  return rules.some(({ left, right, y }) => y < lowest && y > piece.baseline && left <= piece.left && right >= piece.right);
}

interface Run {
  /** The band after the last one. */
  readonly end: number;
  readonly gap: Gap;
  /** Whether its sides are cells of a table. */
  readonly isCell: boolean;
}

/** From one band on, the bands that a gap goes through, where these are columns. */
function columnRun(bands: readonly Band[], start: number, rules: readonly Rule[], isInCell: boolean): Run | undefined {
  const size = sizeOf(bands[start]!.pieces);
  let gaps = gapsOf(bands[start]!.pieces, GUTTER * size);
  if (gaps.length === 0) return undefined;
  let end = start + 1;
  while (end < bands.length && !isRuled(bands, end, gaps, rules)) {
    const left = narrow(gaps, bands[end]!.pieces, GUTTER * size);
    if (left.length === 0) break;
    gaps = left;
    end++;
  }
  const isWhole = start === 0 && end === bands.length;
  const isCell = (isInCell && isWhole) || (isRuled(bands, start, gaps, rules) && isRuled(bands, end, gaps, rules));
  if (end < bands.length && !isCell) end = withoutTail(bands, start, end, gaps);
  const inside = bands.slice(start, end).flatMap((band) => band.pieces);
  const gap = gaps.find((one) => (isCell ? hasSides(inside, one) : areColumns(inside, one, size)));
  return gap === undefined ? undefined : { end, gap, isCell };
}

/** Whether a rule across a gap parts a band from the one before. */
function isRuled(bands: readonly Band[], index: number, gaps: readonly Gap[], rules: readonly Rule[]): boolean {
  const [above, below] = [bands[index - 1], bands[index]];
  const room = FAR_RULE * sizeOf((below ?? above)!.pieces);
  const top = above === undefined ? below!.top + room : above.bottom + TOUCH;
  const bottom = below === undefined ? above!.bottom - room : below.top - TOUCH;
  return rules.some(({ left, right, y }) => y <= top && y >= bottom && gaps.some((gap) => left <= gap.left && right >= gap.right));
}

/** Where the columns end and text goes on below: single lines at some distance belong to that text. */
function withoutTail(bands: readonly Band[], start: number, end: number, gaps: readonly Gap[]): number {
  const last = bands.slice(start, end).findLastIndex((band) => gaps.some((gap) => hasSides(band.pieces, gap)));
  for (let i = start + last + 1; i < end; i++) {
    if (isFar(bands[i - 1]!, bands[i]!)) return i;
  }
  return end;
}

function hasSides(pieces: readonly Piece[], gap: Gap): boolean {
  return pieces.some(({ right }) => right <= gap.left) && pieces.some(({ left }) => left >= gap.right);
}

/** Whether there is running text on both sides, line under line. */
function areColumns(pieces: readonly Piece[], gap: Gap, size: number): boolean {
  const sides = [pieces.filter(({ right }) => right <= gap.left), pieces.filter(({ left }) => left >= gap.right)];
  const least = gap.right - gap.left < WIDE_GUTTER * size ? LINES_AT_NARROW : LINES;
  const labels = sides[0]!.filter(({ glyphs }) => glyphs.at(-1)!.text === ':').length;
  return (
    labels < sides[0]!.length / 2 &&
    sides.every((side) => new Set(side.map(({ baseline }) => Math.round(baseline))).size >= least && widthOf(side) >= COLUMN * size)
  );
}

/** The median width of pieces. */
function widthOf(pieces: readonly Piece[]): number {
  const widths = pieces.map(({ left, right }) => right - left).sort((one, other) => one - other);
  return widths[widths.length >> 1] ?? 0;
}

function sizeOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { size }) => sum + size, 0) / pieces.length;
}

/** Gaps between pieces of one band. */
function gapsOf(pieces: readonly Piece[], least: number): Gap[] {
  const gaps: Gap[] = [];
  let right = Number.POSITIVE_INFINITY;
  for (const piece of [...pieces].sort((one, other) => one.left - other.left)) {
    if (piece.left - right >= least) gaps.push({ left: right, right: piece.left });
    right = right === Number.POSITIVE_INFINITY ? piece.right : Math.max(right, piece.right);
  }
  return gaps;
}

/** What is left of the gaps between more pieces. */
function narrow(gaps: readonly Gap[], pieces: readonly Piece[], least: number): Gap[] {
  return gaps.flatMap((gap) => {
    let [left, right] = [gap.left, gap.right];
    for (const piece of pieces) {
      if (piece.right <= left || piece.left >= right) continue;
      if (piece.left <= left && piece.right >= right) return [];
      if (piece.left <= left) left = piece.right;
      else if (piece.right >= right) right = piece.left;
      else if (piece.left - left >= right - piece.right) right = piece.left;
      else left = piece.right;
    }
    return right - left >= least ? [{ left, right }] : [];
  });
}
