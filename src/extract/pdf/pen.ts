import type { PageFont } from './font-truth.js';
import type { Matrix } from './geometry.js';
import type { Glyph } from './pdfjs.js';

/** Lines this close to level or upright, in degrees, are level or upright: scans lie a little askew. */
const ASKEW = 3;

/** Goes along a baseline while glyphs are shown; lengths are in text space (ISO 32000-1, 9.4.4) unless it says points. */
export class Pen {
  x: number;
  y: number;
  /** How far it went. */
  moved = 0;
  /** Height of the font as rendered, points. */
  readonly size: number;
  /** The lesser of height and width of an em as rendered, points. */
  readonly smallest: number;
  /** In which it goes, degrees against the clock from the right. */
  readonly angle: number;
  /** Points for one unit along, and the way up by the size of the font. */
  private readonly along: readonly [number, number];
  private readonly up: readonly [number, number];

  constructor(
    matrix: Matrix,
    private readonly font: PageFont,
    private readonly fontSize: number,
    scale: number,
  ) {
    const [a, b, c, d, e, f] = matrix;
    [this.x, this.y] = [e, f];
    this.along = font.isVertical ? [-c, -d] : [a * scale, b * scale];
    this.up = [c * fontSize, d * fontSize];
    const length = Math.hypot(a, b);
    const em = length * Math.abs(fontSize * scale);
    this.size = length === 0 ? 0 : (Math.abs(a * d - b * c) / length) * Math.abs(fontSize);
    this.smallest = Math.min(this.size, em);
    this.angle = snapped(Math.atan2(this.along[1] * Math.sign(fontSize), this.along[0] * Math.sign(fontSize)));
  }

  advanceOf({ width, vmetric }: Glyph): number {
    const units = this.font.isVertical ? -(vmetric?.[0] ?? -1 / this.font.scale) : width;
    return units * this.font.scale * this.fontSize;
  }

  move(way: number): void {
    this.moved += way;
    this.x += way * this.along[0];
    this.y += way * this.along[1];
  }

  /** Points. */
  lengthOf(advance: number): number {
    return Math.abs(advance) * Math.hypot(...this.along);
  }

  /** The middle of the glyph that begins here. */
  middle(advance: number): [number, number] {
    const [alongX, alongY] = this.along;
    return [this.x + (alongX * advance) / 2 + this.up[0] / 4, this.y + (alongY * advance) / 2 + this.up[1] / 4];
  }
}

/** Whole degrees from 0 to 359. */
function snapped(radians: number): number {
  const degrees = (radians * 180) / Math.PI;
  const quarter = Math.round(degrees / 90) * 90;
  const angle = Math.abs(degrees - quarter) <= ASKEW ? quarter : Math.round(degrees);
  return Number.isFinite(angle) ? (angle + 360) % 360 : 0;
}
