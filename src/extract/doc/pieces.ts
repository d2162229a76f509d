import { damaged } from '../rejection.js';
import { condense } from './character-format.js';

/** A stretch of the text that lies in one place of the main stream. */
export interface Piece {
  /** First character of the text, and one behind the last. */
  readonly from: number;
  readonly to: number;
  /** Offset in the main stream. */
  readonly start: number;
  /** 1: Windows-1252, 2: UTF-16. */
  readonly width: 1 | 2;
  /** Formatting that a fast save put over the whole piece. */
  readonly modifier: Buffer;
}

const FORMATTING = 1;
const PIECES = 2;
const COMPRESSED = 0x40000000;
const NOTHING = Buffer.alloc(0);
/** Toggles that a modifier can have in itself, by their number there ([MS-DOC] 2.9.215), to the full ones. */
const SHORT_MODIFIERS: ReadonlyMap<number, number> = new Map([
  [0x41, 0x0800],
  [0x42, 0x0801],
  [0x50, 0x0811],
  [0x5c, 0x083c],
  [0x62, 0x2a42],
]);

/**
 * The piece table ([MS-DOC] 2.9.38): where the characters of the text lie. No two pieces share bytes in an honest file, so one
 * with more characters than bytes is damaged.
 */
export function readPieces(table: Buffer, word: Buffer): Piece[] {
  const formatting: Buffer[] = [];
  let at = 0;
  for (; table[at] === FORMATTING && at + 3 <= table.length; at += 3 + table.readUInt16LE(at + 1)) {
    formatting.push(condense(table.subarray(at + 3, at + 3 + table.readUInt16LE(at + 1))));
  }
  if (table[at] !== PIECES || at + 5 > table.length) throw damaged(new Error('no piece table'));
  const list = table.subarray(at + 5, at + 5 + table.readUInt32LE(at + 1));
  const count = Math.floor((list.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const from = list.readUInt32LE(index * 4);
    const to = list.readUInt32LE(index * 4 + 4);
    const descriptor = (count + 1) * 4 + index * 8;
    const place = list.readUInt32LE(descriptor + 2);
    const isCompressed = (place & COMPRESSED) !== 0;
    const width = isCompressed ? 1 : 2;
    const start = isCompressed ? (place & ~COMPRESSED) >>> 1 : place;
    const isAfterLast = from === (pieces.at(-1)?.to ?? 0);
    if (!isAfterLast || to < from || to > word.length || start + (to - from) * width > word.length) {
      throw damaged(new Error(`piece ${index}: ${from} to ${to} at ${start}`));
    }
    pieces.push({ from, to, start, width, modifier: modifierOf(list.readUInt16LE(descriptor + 6), formatting) });
  }
  return pieces;
}

/** As property modifiers in full. */
function modifierOf(value: number, formatting: readonly Buffer[]): Buffer {
  if ((value & 1) === 1) return formatting[value >> 1] ?? NOTHING;
  const modifier = SHORT_MODIFIERS.get((value >> 1) & 0x7f);
  if (modifier === undefined) return NOTHING;
  const full = Buffer.alloc(3);
  full.writeUInt16LE(modifier, 0);
  full[2] = value >> 8;
  return full;
}
