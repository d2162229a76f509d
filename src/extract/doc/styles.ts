import { type CharacterFormat, condense, DEFAULT_FORMAT, formatWith } from './character-format.js';

const NO_BASE = 0xfff;
/** Word itself allows eleven styles one on another. */
const MAX_BASES = 32;
const PARAGRAPH_STYLE = 1;
const CHARACTER_STYLE = 2;
const NOTHING = Buffer.alloc(0);

/** One style: what it stands on and what it does to characters. */
interface Style {
  readonly base: number;
  readonly modifiers: Buffer;
}

/** The style sheet ([MS-DOC] 2.9.271): formats of characters by the number of their style. */
export class StyleSheet {
  private readonly styles: readonly Style[];
  private readonly formats = new Map<number, CharacterFormat>();
  private readonly changes = new Map<number, Buffer>();
  private readonly plain: CharacterFormat;

  constructor(sheet: Buffer) {
    const head = sheet.length < 2 ? 0 : sheet.readUInt16LE(0);
    // The default font of Western letters stands behind that of ASCII and that of Asian ones.
    this.plain = head >= 18 && sheet.length >= 20 ? { ...DEFAULT_FORMAT, font: sheet.readUInt16LE(18) } : DEFAULT_FORMAT;
    this.styles = head < 4 || sheet.length < 6 ? [] : readStyles(sheet, 2 + head, sheet.readUInt16LE(4));
  }

  formatOf(style: number, depth = 0): CharacterFormat {
    const known = this.formats.get(style);
    if (known !== undefined) return known;
    const { base, modifiers } = this.styles[style] ?? { base: NO_BASE, modifiers: NOTHING };
    const below = base === NO_BASE || depth >= MAX_BASES ? this.plain : this.formatOf(base, depth + 1);
    const format = formatWith(below, modifiers);
    this.formats.set(style, format);
    return format;
  }

  /** What a character style changes, that it stands on included. */
  modifiersOf(style: number): Buffer {
    const known = this.changes.get(style);
    if (known !== undefined) return known;
    const lists: Buffer[] = [];
    for (let number = style; number !== NO_BASE && lists.length < MAX_BASES; ) {
      const found = this.styles[number];
      if (found === undefined) break;
      lists.unshift(found.modifiers);
      number = found.base;
    }
    const all = condense(Buffer.concat(lists));
    this.changes.set(style, all);
    return all;
  }
}

function readStyles(sheet: Buffer, first: number, baseBytes: number): Style[] {
  const count = sheet.readUInt16LE(2);
  const styles: Style[] = [];
  for (let at = first; styles.length < count && at + 2 <= sheet.length; at += 2 + sheet.readUInt16LE(at)) {
    styles.push(readStyle(sheet.subarray(at + 2, at + 2 + sheet.readUInt16LE(at)), baseBytes));
  }
  return styles;
}

/** A style without content is one that nobody uses. */
function readStyle(style: Buffer, baseBytes: number): Style {
  if (style.length < baseBytes + 2 || baseBytes < 10) return { base: NO_BASE, modifiers: NOTHING };
  const kind = style.readUInt16LE(2) & 0xf;
  const base = style.readUInt16LE(2) >> 4;
  // Behind its name, which ends with a NUL, come lists of modifiers: those of paragraphs first.
  let at = baseBytes + 2 + 2 * style.readUInt16LE(baseBytes) + 2;
  if (kind === PARAGRAPH_STYLE && at + 2 <= style.length) at += 2 + style.readUInt16LE(at) + (style.readUInt16LE(at) & 1);
  const hasList = (kind === PARAGRAPH_STYLE || kind === CHARACTER_STYLE) && at + 2 <= style.length;
  return { base, modifiers: hasList ? condense(style.subarray(at + 2, at + 2 + style.readUInt16LE(at))) : NOTHING };
}
