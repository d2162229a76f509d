import { withoutMarks } from '../vietnamese/without-marks.js';
import { characterInfo, INVISIBLE } from './characters.js';

/** Tones as the VNI typing rule numbers them; the level tone has no digit. */
const TONES = new Map([
  ['\u0301', '1'],
  ['\u0300', '2'],
  ['\u0309', '3'],
  ['\u0303', '4'],
  ['\u0323', '5'],
]);
const TONE_MARKS = new Map([...TONES].map(([mark, digit]) => [digit, mark]));

/** Circumflex, breve and horn make another letter; every other mark is noise. */
const QUALITIES = new Map([
  ['a\u0302', 'â'],
  ['e\u0302', 'ê'],
  ['o\u0302', 'ô'],
  ['a\u0306', 'ă'],
  ['o\u031b', 'ơ'],
  ['u\u031b', 'ư'],
]);

/** A letter of a word, in lower case, with its quality mark but without its tone. */
export interface Letter {
  readonly plain: string;
  /** Digit of the tone that stands on it; empty for none. */
  readonly tone: string;
  /** Its place in the word, its marks included, UTF-16 units; two letters of one ligature have the same place. */
  readonly start: number;
  readonly end: number;
}

/** The letters (or digits) of one word as it stands in the text, marks, look-alikes and invisible characters included. */
export function lettersOf(word: string): Letter[] {
  const letters: { plain: string; tone: string; start: number; end: number }[] = [];
  let start = 0;
  for (const character of word) {
    const info = characterInfo(character.codePointAt(0)!);
    const end = start + character.length;
    if (info.kind !== INVISIBLE) {
      for (const part of info.parts) {
        if (!/\p{M}/u.test(part)) letters.push({ plain: part, tone: '', start, end });
        else if (letters.length > 0) addMark(part, end);
      }
    }
    start = end;
  }
  return letters;

  function addMark(mark: string, end: number): void {
    const last = letters.at(-1)!;
    const tone = TONES.get(mark);
    if (tone !== undefined) last.tone = tone;
    else last.plain = QUALITIES.get(last.plain + mark) ?? last.plain;
    last.end = end;
  }
}

/** Letters as one writes them, composed: "nghị". */
export const written = (letters: readonly Letter[]): string =>
  letters.map(({ plain, tone }) => (tone === '' ? plain : (plain + TONE_MARKS.get(tone)!).normalize('NFC'))).join('');

/** Whether none of the letters has a mark. */
export const isUnmarked = (letters: readonly Letter[]): boolean =>
  letters.every(({ plain, tone }) => tone === '' && withoutMarks(plain) === plain);
