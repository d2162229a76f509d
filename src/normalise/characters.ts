import { LOOKALIKES } from './lookalikes.js';

export const BREAK = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Belongs to the letter before it: a combining mark. */
export const MARK = 3;
/** Shows nothing and separates nothing: zero-width and bidirectional controls, soft hyphens, fillers. */
export const INVISIBLE = 4;

export interface CharacterInfo {
  readonly kind: typeof BREAK | typeof LETTER | typeof DIGIT | typeof MARK | typeof INVISIBLE;
  /** Lower-case base letters, digits and combining marks that it stands for. */
  readonly parts: readonly string[];
  /** A letter of another script or style in the place of a Latin one. */
  readonly lookalike: boolean;
}

// U+2800 is a braille cell without dots: blank, but not on Unicode's list of ignorable characters.
const SHOWS_NOTHING = /^[\p{Default_Ignorable_Code_Point}\u2800]$/u;

/** Accents that stand beside a letter as characters of their own, as typewriter-like conversions leave them. */
const SPACING_ACCENTS = new Map([
  ['\u00b4', '\u0301'],
  ['\u02ca', '\u0301'],
  ['\u02cb', '\u0300'],
  ['\u02c6', '\u0302'],
  ['\u02d8', '\u0306'],
  ['\u02dc', '\u0303'],
]);

const BREAKING: CharacterInfo = { kind: BREAK, parts: [], lookalike: false };
const known = new Map<number, CharacterInfo>();

/** Beside the kind, in what `sortAt` gives: the character looks like another one, or takes two UTF-16 units. */
export const KIND = 7;
export const LOOKALIKE = 8;
export const PAIR = 16;
const UNKNOWN = 0xff;
/** What `sortAt` gives, by UTF-16 unit, as far as it was asked for: texts are read one character after the other. */
const sorts = new Uint8Array(0x10000).fill(UNKNOWN);

/** The kind of the character that begins at `at`, with LOOKALIKE and PAIR. */
export function sortAt(text: string, at: number): number {
  const sort = sorts[text.charCodeAt(at)]!;
  return sort === UNKNOWN ? learnSort(text.codePointAt(at)!) : sort;
}

/** Up to where, from `from` on and before `limit`, there are nothing but plain characters of this kind that `sortAt` has met. */
export function endOfRun(text: string, from: number, limit: number, kind: number): number {
  let at = from;
  while (at < limit && sorts[text.charCodeAt(at)] === kind) at++;
  return at;
}

function learnSort(codePoint: number): number {
  const { kind, lookalike } = characterInfo(codePoint);
  const sort = lookalike ? kind | LOOKALIKE : kind;
  // A surrogate says nothing without its other half.
  if (codePoint > 0xffff) return sort | PAIR;
  if (codePoint < 0xd800 || codePoint > 0xdfff) sorts[codePoint] = sort;
  return sort;
}

/** What one code point means to matching; look-alikes are mapped both before and after compatibility decomposition. */
export function characterInfo(codePoint: number): CharacterInfo {
  let info = known.get(codePoint);
  if (info === undefined) {
    info = describe(String.fromCodePoint(codePoint));
    known.set(codePoint, info);
  }
  return info;
}

function describe(character: string): CharacterInfo {
  if (SHOWS_NOTHING.test(character)) return { kind: INVISIBLE, parts: [], lookalike: false };
  const accent = SPACING_ACCENTS.get(character);
  if (accent !== undefined) return { kind: MARK, parts: [accent], lookalike: false };
  const lower = LOOKALIKES.get(character.toLowerCase()) ?? character.toLowerCase();
  const decomposed = [...lower.normalize('NFKD').toLowerCase()];
  const parts = decomposed.map((part) => LOOKALIKES.get(part) ?? part);
  const kind = kindOf(parts[0] ?? '');
  if (kind === BREAK) return BREAKING;
  if (kind === DIGIT) return { kind, parts: parts.filter(isDigit), lookalike: false };
  const mapped = lower !== character.toLowerCase() || parts.some((part, i) => part !== decomposed[i]);
  return { kind, parts, lookalike: mapped || isStyled(lower, parts) };
}

function kindOf(part: string): CharacterInfo['kind'] {
  if (/^\p{L}$/u.test(part)) return LETTER;
  if (isDigit(part)) return DIGIT;
  return /^\p{M}$/u.test(part) ? MARK : BREAK;
}

const isDigit = (part: string): boolean => /^\p{Nd}$/u.test(part);

/** Full-width, mathematical and other dressed-up forms: compatibility decomposition turns them into one plain letter. */
const isStyled = (letter: string, parts: readonly string[]): boolean =>
  parts.length === 1 && /^[a-z]$/.test(parts[0]!) && letter !== parts[0];
