import { WHITE } from '../color.js';
import { type Colour, shadingOf, shortShadingOf } from './colours.js';
import type { FormattedPages } from './formatted-pages.js';
import { eachModifier } from './modifiers.js';

const IN_TABLE = 0x2416;
const ROW_END = 0x2417;
const SHADING = 0xc64d;
const SHORT_SHADING = 0x442d;
/** Shadings of the cells of a row, by the bytes that each takes: those of the first 22, of the next ones, and older ones. */
const CELL_SHADINGS: ReadonlyMap<number, 2 | 10> = new Map([
  [0xd612, 10],
  [0xd616, 10],
  [0xd60c, 10],
  [0xd609, 2],
]);
/** Modifiers that stand in the data stream, at the offset that the operand is. */
const ELSEWHERE = new Set([0x6645, 0x6646]);

interface ParagraphFormat {
  readonly ground: Colour;
  readonly cells: readonly number[];
  readonly isInTable: boolean;
  readonly isRowEnd: boolean;
}

const ON_WHITE: readonly number[] = [WHITE];
/** Bytes of the formatting of a row with as many cells as there may be. */
const LONGEST_LIST = 8192;
/** Paragraphs of one row of a table that are gone through to find its end. */
const LONGEST_ROW = 1000;

/** Offsets between which a row is known to go on, and what is painted behind its cells. */
interface Row {
  readonly from: number;
  readonly end: number;
  readonly cells: readonly number[];
}

/** Styles of paragraphs and what is painted behind them. */
export class ParagraphFormats {
  private row: Row = { from: 0, end: -1, cells: ON_WHITE };

  constructor(
    private readonly pages: FormattedPages,
    private readonly data: Buffer,
  ) {}

  /** Number of the style at this offset of the main stream, and where its paragraphs end. */
  styleAt(offset: number): { style: number; end: number } {
    const { end, list } = this.pages.runAt(offset);
    return { style: list.length < 2 ? 0 : list.readUInt16LE(0), end };
  }

  /** What is painted behind the text at this offset; several colours where the cells of its row differ. */
  groundsAt(offset: number): readonly number[] {
    const { end, list } = this.pages.runAt(offset);
    const { ground, isInTable } = this.formatOf(list);
    if (ground !== null) return [ground];
    return isInTable ? this.cellGrounds(end) : ON_WHITE;
  }

  /** The grounds of the row that goes on at this offset: its end tells. */
  private cellGrounds(from: number): readonly number[] {
    if (from < this.row.from || from > this.row.end) this.row = this.findRow(from);
    return this.row.cells;
  }

  private findRow(from: number): Row {
    let at = from;
    for (let steps = 0; steps < LONGEST_ROW; steps++) {
      const { end, list } = this.pages.runAt(at);
      const { isInTable, isRowEnd, cells } = this.formatOf(list);
      if (isRowEnd && cells.length > 0) return { from, end: at, cells };
      if (isRowEnd || !isInTable || !Number.isFinite(end) || end <= at) break;
      at = end;
    }
    return { from, end: at, cells: ON_WHITE };
  }

  private formatOf(list: Buffer): ParagraphFormat {
    const format = { ground: null as Colour, cells: [] as number[], isInTable: false, isRowEnd: false };
    const apply = (modifier: number, operand: Buffer): void => {
      const cellBytes = CELL_SHADINGS.get(modifier);
      if (modifier === IN_TABLE) format.isInTable = operand[0] === 1;
      else if (modifier === ROW_END) format.isRowEnd = operand[0] === 1;
      else if (modifier === SHADING) format.ground = shadingOf(operand);
      else if (modifier === SHORT_SHADING) format.ground = shortShadingOf(operand);
      else if (cellBytes !== undefined) format.cells.push(...cellColours(operand, cellBytes));
    };
    let elsewhere: number | null = null;
    eachModifier(list.subarray(2), (modifier, operand) => {
      if (ELSEWHERE.has(modifier)) elsewhere ??= operand.readUInt32LE(0);
      else apply(modifier, operand);
    });
    // One list alone: hundreds of long ones would be gone through for each run of text.
    if (elsewhere !== null) eachModifier(this.listAt(elsewhere), apply);
    return format;
  }

  private listAt(offset: number): Buffer {
    if (offset + 2 > this.data.length) return this.data.subarray(0, 0);
    return this.data.subarray(offset + 2, offset + 2 + Math.min(this.data.readUInt16LE(offset), LONGEST_LIST));
  }
}

function cellColours(operand: Buffer, bytes: 2 | 10): number[] {
  const colours: number[] = [];
  for (let at = 0; at + bytes <= operand.length; at += bytes) {
    const shading = operand.subarray(at, at + bytes);
    colours.push((bytes === 10 ? shadingOf(shading) : shortShadingOf(shading)) ?? WHITE);
  }
  return colours;
}
