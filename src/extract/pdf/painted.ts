import { type Color, WHITE } from '../color.js';
import { type Box, intersect } from './geometry.js';

/** Of a picture or a pattern: not known without drawing it. */
export const UNKNOWN: Color = -1;

/** "#1f2e3d", as pdf.js gives every colour that is no pattern. */
export function colourOf(text: string | undefined): Color {
  const colour = Number.parseInt(text?.slice(1) ?? '', 16);
  return Number.isNaN(colour) ? UNKNOWN : colour;
}

/** Side of a cell in points: half of a small letter. */
const CELL = 2;
/** Cells of one page; on a larger page they are larger. A4 has 125,000. */
const MOST_CELLS = 400_000;
/** Cells written and edges looked at for one page. What is painted beyond is not seen: no honest page has a hundredth. */
const MOST_WORK = 60_000_000;
/** A picture this near to a glyph, in points to all sides, is its ground: lines of running text are no further apart. */
const NEAR = 18;
/** Edges are looked at this far inside a cell. */
const INSIDE = 0.01;

/** What is painted. */
export interface Paint {
  readonly colour: Color;
  /** Whether nothing of what lies below shines through. */
  readonly isOpaque: boolean;
  readonly isPicture: boolean;
}

/** A side of a filled shape: x, y of its two ends. */
export type Edge = readonly [x0: number, y0: number, x1: number, y1: number];

/**
 * A page in small cells, with what was painted on each of them last, and when. A cell counts as painted when it is covered as a whole, so
 * rules, underlines and strokes through a word leave no trace.
 */
export class Painted {
  private readonly cell: number;
  private readonly columns: number;
  private readonly rows: number;
  private readonly colours: Int32Array;
  private readonly times: Int32Array;
  private readonly pictures: Uint8Array;
  private readonly touches: Int32Array;
  private work = 0;
  /** Rises with everything that is painted. */
  now = 0;

  constructor(private readonly view: Box) {
    const [width, height] = [Math.max(1, view.right - view.left), Math.max(1, view.top - view.bottom)];
    this.cell = Math.max(CELL, Math.sqrt((width * height) / MOST_CELLS), width / MOST_CELLS, height / MOST_CELLS);
    this.columns = Math.ceil(width / this.cell);
    this.rows = Math.ceil(height / this.cell);
    const cells = this.columns * this.rows;
    this.colours = new Int32Array(cells).fill(WHITE);
    this.times = new Int32Array(cells);
    this.touches = new Int32Array(cells);
    this.pictures = new Uint8Array(cells);
  }

  /** Colour of the ground at a point, so far. */
  colourAt(x: number, y: number): Color {
    return this.colours[this.cellAt(x, y)] ?? WHITE;
  }

  /** When the ground at a point was last covered; 0 for never. */
  coveredAt(x: number, y: number): number {
    return this.times[this.cellAt(x, y)] ?? 0;
  }

  /** When something was last painted at a point that may not cover it; 0 for never. */
  touchedAt(x: number, y: number): number {
    return this.isExhausted ? Number.POSITIVE_INFINITY : (this.touches[this.cellAt(x, y)] ?? 0);
  }

  /** Whether so much was painted that not all of it was looked at. */
  get isExhausted(): boolean {
    return this.work > MOST_WORK;
  }

  /** Whether the ground at a point is a picture, so far. */
  isPictureAt(x: number, y: number): boolean {
    return this.pictures[this.cellAt(x, y)] === 1;
  }

  /** Share of the page on which a picture was painted at any time. */
  get pictureShare(): number {
    return shareOf(this.pictures);
  }

  /** The same without what lies near a glyph: pictures behind text are its ground, those beside it may be text themselves. */
  bareShare(glyphs: readonly { readonly middle: readonly [x: number, y: number] }[]): number {
    if (!this.pictures.includes(1)) return 0;
    const bare = Uint8Array.from(this.pictures);
    const reach = Math.ceil(NEAR / this.cell);
    const done = new Set<number>();
    for (const { middle } of glyphs) {
      const cell = this.cellAt(...middle);
      // One mark serves for all glyphs within half of its reach.
      const [column, row] = [cell % this.columns, Math.floor(cell / this.columns)];
      const block = Math.floor(row / (reach / 2)) * this.columns + Math.floor(column / (reach / 2));
      if (cell < 0 || done.has(block)) continue;
      done.add(block);
      for (let y = Math.max(0, row - reach); y <= Math.min(this.rows - 1, row + reach); y++) {
        bare.fill(0, y * this.columns + Math.max(0, column - reach), y * this.columns + Math.min(this.columns, column + reach + 1));
      }
    }
    return shareOf(bare);
  }

  fillBox(box: Box, paint: Paint): void {
    this.now++;
    const [first, last] = this.rowsWithin(box.bottom, box.top);
    for (let row = first; row < last; row++) this.fillRow(row, box, paint);
    this.mark(this.touches, this.now, box);
    if (paint.isPicture) this.mark(this.pictures, 1, box);
  }

  /** Notes a line of that box, which covers no cell as a whole. */
  touch(box: Box): void {
    this.now++;
    this.mark(this.touches, this.now, box);
  }

  /** Fills the shape with these edges, as far as it lies in `clip`; by the nonzero winding rule unless `isEvenOdd`. */
  fillShape(edges: readonly Edge[], clip: Box, paint: Paint, isEvenOdd: boolean): void {
    this.now++;
    const bottom = edges.reduce((least, [, y0, , y1]) => Math.min(least, y0, y1), Number.POSITIVE_INFINITY);
    const top = edges.reduce((most, [, y0, , y1]) => Math.max(most, y0, y1), Number.NEGATIVE_INFINITY);
    const left = edges.reduce((least, [x0, , x1]) => Math.min(least, x0, x1), Number.POSITIVE_INFINITY);
    const right = edges.reduce((most, [x0, , x1]) => Math.max(most, x0, x1), Number.NEGATIVE_INFINITY);
    this.mark(this.touches, this.now, intersect({ left, bottom, right, top }, clip));
    const [first, last] = this.rowsWithin(Math.max(bottom, clip.bottom), Math.min(top, clip.top));
    for (let row = first; row < last; row++) {
      this.work += 2 * edges.length;
      if (this.work > MOST_WORK) return;
      const y = this.view.bottom + row * this.cell;
      const below = spansAt(edges, y + INSIDE, isEvenOdd);
      const above = spansAt(edges, y + this.cell - INSIDE, isEvenOdd);
      for (const one of below) {
        for (const other of above) {
          const span = { left: Math.max(one[0], other[0], clip.left), right: Math.min(one[1], other[1], clip.right) };
          if (span.left >= span.right) continue;
          this.fillRow(row, span, paint);
          if (paint.isPicture) this.mark(this.pictures, 1, { ...span, bottom: y, top: y + this.cell });
        }
      }
    }
  }

  private fillRow(row: number, { left, right }: Pick<Box, 'left' | 'right'>, { colour, isOpaque }: Paint): void {
    const first = Math.max(0, Math.ceil((left - this.view.left) / this.cell - INSIDE));
    const last = Math.min(this.columns, Math.floor((right - this.view.left) / this.cell + INSIDE));
    this.work += Math.max(0, last - first);
    if (last <= first || this.work > MOST_WORK) return;
    const [start, end] = [row * this.columns + first, row * this.columns + last];
    this.colours.fill(isOpaque ? colour : UNKNOWN, start, end);
    if (isOpaque) this.times.fill(this.now, start, end);
  }

  /** Marks all cells that a box touches: a picture may be cut into strips that cover no cell by themselves. */
  private mark(cells: Uint8Array | Int32Array, value: number, { left, bottom, right, top }: Box): void {
    const [firstRow, lastRow] = [this.inside((bottom - this.view.bottom) / this.cell, this.rows), (top - this.view.bottom) / this.cell];
    const [first, last] = [this.inside((left - this.view.left) / this.cell, this.columns), (right - this.view.left) / this.cell];
    const end = Math.min(this.columns, Math.ceil(last - INSIDE));
    for (let row = firstRow; row < Math.min(this.rows, lastRow - INSIDE) && first < end; row++) {
      this.work += end - first;
      if (this.work > MOST_WORK) return;
      cells.fill(value, row * this.columns + first, row * this.columns + end);
    }
  }

  private inside(place: number, most: number): number {
    return Math.max(0, Math.min(most, Math.floor(place + INSIDE)));
  }

  /** The rows that lie whole between two heights: the first, and the one after the last. */
  private rowsWithin(bottom: number, top: number): [number, number] {
    const first = Math.ceil((bottom - this.view.bottom) / this.cell - INSIDE);
    const last = Math.floor((top - this.view.bottom) / this.cell + INSIDE);
    return [Math.max(0, first), Math.min(this.rows, last)];
  }

  private cellAt(x: number, y: number): number {
    const column = Math.floor((x - this.view.left) / this.cell);
    const row = Math.floor((y - this.view.bottom) / this.cell);
    const isWithin = column >= 0 && column < this.columns && row >= 0 && row < this.rows;
    return isWithin ? row * this.columns + column : -1;
  }
}

function shareOf(cells: Uint8Array): number {
  let set = 0;
  for (const one of cells) set += one;
  return set / cells.length;
}

/** Where a level line runs inside the shape. */
function spansAt(edges: readonly Edge[], y: number, isEvenOdd: boolean): [number, number][] {
  const crossings: { x: number; turn: number }[] = [];
  for (const [x0, y0, x1, y1] of edges) {
    if (y0 < y === y1 < y) continue;
    crossings.push({ x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), turn: y0 < y1 ? 1 : -1 });
  }
  crossings.sort((one, other) => one.x - other.x);
  const spans: [number, number][] = [];
  let winding = 0;
  for (const [i, { x, turn }] of crossings.entries()) {
    winding += isEvenOdd ? (winding === 0 ? 1 : -1) : turn;
    const next = crossings[i + 1];
    if (winding !== 0 && next !== undefined) spans.push([x, next.x]);
  }
  return spans;
}
