import { decodeWindows1252 } from '../windows-1252.js';
import type { FontFaceObject, Glyph } from './pdfjs.js';

/** A glyph that stands for more characters than this is no ligature: "ffi", or a letter with two marks on top, is three. */
const LONGEST_GLYPH = 4;
/** Fonts from before Unicode: their codes are letters of TCVN3 or VNI, whatever the names of their glyphs say. */
const LEGACY_NAME = /^(?:\.?vn|vni)/i;
/** Nothing to see; more codes of one font than these few that stand for it are letters that somebody wants to be passed over. */
const BLANK = /^[\s\p{Default_Ignorable_Code_Point}]+$/u;
const MOST_BLANKS = 6;
const REPLACEMENT = '\uFFFD';
/** Names of glyphs that are their letters, beside those of one letter. */
const NAMED_LETTERS = new Map(
  Object.entries({
    zero: '0',
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    dcroat: 'đ',
    Dcroat: 'Đ',
    dotlessi: 'ı',
  }),
);
/** Marks as they end the names of glyphs: "aacute". */
const NAMED_MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circumflex: '\u0302',
  tilde: '\u0303',
  breve: '\u0306',
  dieresis: '\u0308',
};

/** What a code of a font stands for. */
export interface Meaning {
  readonly text: string;
  /** Whether a reader sees something else than the file says. */
  readonly isLie: boolean;
  /** Whether `text` is what he sees, as far as can be known. */
  readonly isSeen: boolean;
}

/** A font of a PDF, as far as the text needs it. */
export class PageFont {
  /** Without the prefix of a subset ("ABCDEF+"). */
  readonly name: string;
  /** From a glyph's width to ems. */
  readonly scale: number;
  readonly isVertical: boolean;
  private readonly meanings = new Map<number, Meaning>();
  private readonly isLegacy: boolean;
  private readonly tellsByName: boolean;
  /** Codes so far that are nothing to see. */
  private blanks = 0;

  constructor(private readonly font: FontFaceObject) {
    this.name = (font.name ?? '').replace(/^[A-Z]{6}\+/, '');
    this.scale = font.fontMatrix?.[0] ?? 0.001;
    this.isVertical = font.vertical === true;
    this.isLegacy = LEGACY_NAME.test(this.name) && font.composite !== true;
    // Names choose the glyphs of simple fonts; those of symbol fonts and of drawn ones (Type 3) are made up.
    this.tellsByName = font.composite !== true && font.isSymbolicFont !== true && font.isType3Font !== true && !this.isLegacy;
  }

  read(glyph: Glyph): Meaning {
    const known = this.meanings.get(glyph.originalCharCode);
    if (known !== undefined) return known;
    const meaning = this.readNew(glyph);
    this.meanings.set(glyph.originalCharCode, meaning);
    return meaning;
  }

  private readNew({ unicode, originalCharCode: code, width }: Glyph): Meaning {
    if (this.isLegacy && !/[\u0100-\u024F\u1EA0-\u1EF9]/.test(unicode)) return honest(legacyByte(code));
    const seen = this.tellsByName ? letterOfName(this.font.differences?.[code] ?? this.font.defaultEncoding?.[code] ?? '') : '';
    // Marks that are laid over letters have no names.
    if (seen !== '' && plain(seen) !== plain(unicode) && !/^\p{M}/u.test(unicode))
      return { text: seen, isLie: unicode !== '' && unicode !== '\0', isSeen: true };
    if (unicode === '' || unicode === '\0') return honest(width > 0 ? REPLACEMENT : '');
    if ([...unicode].length > LONGEST_GLYPH) return { text: unicode, isLie: true, isSeen: false };
    if (BLANK.test(unicode) && width > 0) this.blanks++;
    return honest(this.blanks > MOST_BLANKS && BLANK.test(unicode) ? REPLACEMENT : unicode);
  }
}

const honest = (text: string): Meaning => ({ text, isLie: false, isSeen: true });

/** The character that a byte of an 8-bit font is shown as; the soft hyphen, which is a letter of TCVN3, included. */
function legacyByte(code: number): string {
  return code > 0xff ? String.fromCodePoint(Math.min(code, 0x10ffff)) : decodeWindows1252(Uint8Array.of(code));
}

/** The letter that a glyph's name says; empty where it says none. */
function letterOfName(name: string): string {
  if (/^[A-Za-z]$/.test(name)) return name;
  const named = NAMED_LETTERS.get(name);
  if (named !== undefined) return named;
  const marked = /^([A-Za-z])(grave|acute|circumflex|tilde|breve|dieresis)$/.exec(name);
  if (marked?.[1] !== undefined && marked[2] !== undefined) return `${marked[1]}${NAMED_MARKS[marked[2]]}`.normalize('NFC');
  const code = /^uni([0-9A-F]{4})$/.exec(name)?.[1];
  const letter = code === undefined ? '' : String.fromCharCode(Number.parseInt(code, 16));
  return /\p{L}/u.test(letter) ? letter : '';
}

/** Without what fonts may differ in: case, and forms of compatibility. */
function plain(letter: string): string {
  return letter.normalize('NFKC').toLowerCase();
}
