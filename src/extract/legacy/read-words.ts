import { isSyllable } from '../../vietnamese/syllables.js';
import { LEGACY_ENCODINGS, type LegacyEncoding } from './charsets.js';
import { DECODERS } from './decoders.js';

/** Runs of what is a letter in any encoding: all but ASCII's digits and punctuation, and spaces. NBSP is a byte of "à" in UTF-8. */
const WORD = /[^ -@[-`{-~\t\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;
/** Dashes, quotes and the like of Windows-1252, and all else that stands between words. */
const MARKS = '\u2010-\u2027\u2030-\u205E';
const MARKS_AROUND = new RegExp(`^([${MARKS}]*)(.*?)([${MARKS}]*)$`, 's');
const BETWEEN = new RegExp(`[${MARKS}\u00A0\u00AB\u00BB]+`);
/** Letters that Vietnamese in Unicode has and no byte can show: such a word was typed in Unicode, wherever it stands. */
const UNICODE_VIETNAMESE = /[ăĂđĐơƠưƯĩĨũŨ\u1EA0-\u1EF9]/;
/** Nobody sees them, and an essay may be strewn with them. */
const IGNORED = /\p{Default_Ignorable_Code_Point}/gu;
/** What must be looked at more closely to tell whether it is a syllable. */
const DIVIDED = new RegExp(`[\\p{M}\\p{Default_Ignorable_Code_Point}${MARKS}\\u00A0\\u00AB\\u00BB]`, 'u');
/** A few syllables that a dash joins are not longer, even as UTF-8 that was misread twice. */
const LONGEST_WORD = 128;

/** One word read in one way. */
export interface Reading {
  readonly text: string;
  /** Whether all of it is Vietnamese syllables. */
  readonly isVietnamese: boolean;
}

/** One word as it stands and in each encoding. */
export class Word {
  readonly asIs: Reading;
  /** Whether it is Vietnamese and can only have been typed in Unicode. */
  readonly isUnicode: boolean;
  /** Whether it has but single signs to decode, such as "·" and "²", or "ë" for "ở": each is a syllable in some encoding. */
  readonly isLone: boolean;
  private readonly hasBytes: boolean;
  private readings: Readonly<Record<LegacyEncoding, Reading>> | undefined;

  constructor(text: string) {
    this.asIs = { text, isVietnamese: isVietnamese(text) };
    const hasUnicode = UNICODE_VIETNAMESE.test(text.normalize('NFC'));
    this.isUnicode = hasUnicode && this.asIs.isVietnamese;
    this.hasBytes = !hasUnicode && /[^A-Za-z]/.test(text) && text.length <= LONGEST_WORD;
    this.isLone = this.hasBytes && isLone(text);
  }

  /** null where there is nothing to decode. */
  get decoded(): Readonly<Record<LegacyEncoding, Reading>> | null {
    if (!this.hasBytes) return null;
    this.readings ??= Object.fromEntries(LEGACY_ENCODINGS.map((encoding) => [encoding, decodeWord(this.asIs, encoding)])) as Record<
      LegacyEncoding,
      Reading
    >;
    return this.readings;
  }

  /** Whether it is not Vietnamese as it stands, but in some encoding. */
  get isOpen(): boolean {
    if (this.asIs.isVietnamese || this.isLone) return false;
    const { decoded } = this;
    return decoded !== null && LEGACY_ENCODINGS.some((encoding) => decoded[encoding].isVietnamese);
  }
}

function isLone(word: string): boolean {
  const parts = word.normalize('NFC').split(BETWEEN);
  return parts.every((part) => [...part].length <= 1 || /^[A-Za-z]*$/.test(part));
}

/** A word at its place in a line. */
export interface PlacedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly word: Word;
  /** Whether it is punctuation alone, such as a dash. */
  readonly isMark: boolean;
}

/** Reads words, each only once. */
export class WordReader {
  private readonly known = new Map<string, Word>();

  wordsOf(line: string): PlacedWord[] {
    const words: PlacedWord[] = [];
    for (const { 0: text, index } of line.matchAll(WORD)) {
      const isMark = text.replace(BETWEEN, '') === '';
      words.push({ text, start: index, end: index + text.length, word: this.read(text), isMark });
    }
    return words;
  }

  /** Whether at least so many different words of the lines may become Vietnamese. */
  hasOpenWords(lines: readonly string[], fewest: number): boolean {
    const open = new Set<Word>();
    for (const line of lines) {
      for (const word of line.match(WORD) ?? []) {
        const read = this.read(word);
        if (read.isOpen && open.add(read).size >= fewest) return true;
      }
    }
    return false;
  }

  private read(word: string): Word {
    const known = this.known.get(word);
    if (known !== undefined) return known;
    const read = new Word(word);
    this.known.set(word, read);
    return read;
  }
}

/** Quotes and dashes of Windows-1252 are letters in VISCII and VPS, yet stand around words that were pasted there. */
function decodeWord(asIs: Reading, encoding: LegacyEncoding): Reading {
  const decode = DECODERS[encoding];
  const composed = asIs.text.normalize('NFC');
  const whole = decode(composed);
  if (whole === composed) return asIs;
  const reads = (word: string): boolean => isVietnamese(encoding === 'tcvn3' ? restoreHorn(word) : word);
  if (reads(whole)) return { text: whole, isVietnamese: true };
  const [, before = '', core = '', after = ''] = MARKS_AROUND.exec(composed) ?? [];
  if (core === '') return asIs;
  const within = decode(core);
  if (reads(within)) return { text: before + within + after, isVietnamese: true };
  return { text: whole, isVietnamese: false };
}

/**
 * A word of TCVN3 that may have lost its "ư", a soft hyphen: readers of PDF drop those. Where "ơ" stands in a rime that only "ươ" has,
 * it comes back (đờng, nớc); "ngời" for "người" is a syllable too and stays.
 */
export function restoreHorn(word: string): string {
  if (isVietnamese(word)) return word;
  const restored = word.replace(/[ơớờởỡợ]/i, (letter) => (letter === 'Ơ' ? 'ƯƠ' : `ư${letter}`));
  return isVietnamese(restored) ? restored : word;
}

function isVietnamese(word: string): boolean {
  if (isSyllable(word.toLowerCase())) return true;
  if (word.length > LONGEST_WORD || !DIVIDED.test(word)) return false;
  const parts = word
    .normalize('NFC')
    .replace(IGNORED, '')
    .toLowerCase()
    .split(BETWEEN)
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every(isSyllable);
}

/**
 * TCVN3 has no capitals with a tone, so that a heading reads "HUYệN ủY": a word with two capitals together, or with one after
 * a small letter, is all capitals.
 */
export const restoreCapitals = (word: string): string => (/\p{Lu}{2}|\p{Ll}\p{Lu}/u.test(word) ? word.toUpperCase() : word);
