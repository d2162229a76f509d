import type { HIDDEN_NAMES } from '../message-details.js';
import { attribute } from '../xml-scan.js';

/** Ways to hide a run that its own properties tell. */
export type HiddenRunKind = keyof typeof HIDDEN_NAMES;

/** Sizes up to this are a blur on paper, half points. */
const TINY_SIZE = 4;
/** From this value of every channel on a colour cannot be told from white paper. */
const WHITE_CHANNEL = 0xf0;
/** Elements whose properties can shade what stands in them. */
const SHADED = new Map([
  ['rPr', 'r'],
  ['pPr', 'p'],
  ['tcPr', 'tc'],
  ['tblPr', 'tbl'],
]);
const SHAPES = new Set(['shape', 'rect', 'roundrect']);

interface Run {
  readonly kinds: Set<HiddenRunKind>;
}

/** What is painted behind everything in the element at this depth. */
interface Fill {
  readonly depth: number;
  readonly isWhite: boolean;
}

/**
 * Follows the runs of a document part and tells which are not seen: by `vanish` or `webHidden`, white on white, or at most 2 pt,
 * as set on the run itself. Text made hidden by a style is not noticed.
 */
export class HiddenRuns {
  private readonly runs: Run[] = [];
  private readonly fills: Fill[] = [];

  /** `path` ends with the element that opens. */
  open(path: readonly string[], tag: string): void {
    const name = path.at(-1) ?? '';
    if (name === 'r') this.runs.push({ kinds: new Set() });
    else if (name === 'shd' || name === 'highlight') this.shade(path, tag);
    else if (SHAPES.has(name)) this.paint(path.length, attribute(tag, 'fillcolor'));
    else if (name === 'background') this.paint(path.length - 1, attribute(tag, 'color'));
    // The properties a run had before a tracked change stand in another rPr, in rPrChange.
    else if (path.at(-2) === 'rPr' && path.at(-3) === 'r') this.note(name, tag);
  }

  /** `path` is without the element that closes. */
  close(path: readonly string[], name: string): void {
    if (name === 'r') this.runs.pop();
    for (let last = this.fills.at(-1); last !== undefined && last.depth > path.length; last = this.fills.at(-1)) this.fills.pop();
  }

  /** How text at this place is hidden; undefined where it is seen. */
  get kind(): HiddenRunKind | undefined {
    const kinds = this.runs.at(-1)?.kinds;
    if (kinds === undefined || kinds.size === 0) return undefined;
    if (kinds.has('vanish')) return 'vanish';
    // White on a dark cell or banner is a heading that everybody sees.
    if (kinds.has('white') && (this.fills.at(-1)?.isWhite ?? true)) return 'white';
    return kinds.has('tiny') ? 'tiny' : undefined;
  }

  private note(name: string, tag: string): void {
    const kinds = this.runs.at(-1)?.kinds;
    const value = attribute(tag, 'val');
    const isOn = value === undefined || !['false', '0', 'off'].includes(value);
    if ((name === 'vanish' || name === 'webHidden') && isOn) kinds?.add('vanish');
    else if (name === 'color' && value !== undefined && isWhite(value)) kinds?.add('white');
    else if (name === 'sz' && value !== undefined && /^\d{1,4}$/.test(value) && Number(value) <= TINY_SIZE) kinds?.add('tiny');
  }

  private shade(path: readonly string[], tag: string): void {
    if (SHADED.get(path.at(-2) ?? '') !== path.at(-3)) return;
    const value = attribute(tag, 'val');
    const isPattern = path.at(-1) === 'shd';
    this.paint(path.length - 2, isPattern ? attribute(tag, value === 'solid' ? 'color' : 'fill') : value);
  }

  private paint(depth: number, color: string | undefined): void {
    if (color !== undefined && color !== 'auto' && color !== 'none') this.fills.push({ depth, isWhite: isWhite(color) });
  }
}

/** Of a colour such as FFFFFF, "#4f81bd [3204]" or white. */
function isWhite(color: string): boolean {
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b/i.exec(color);
  if (hex === null) return /^(?:white|#fff)\b/i.test(color);
  return hex.slice(1).every((channel) => Number.parseInt(channel, 16) >= WHITE_CHANNEL);
}
