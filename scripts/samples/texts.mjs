// @ts-check
import { TCVN3, VNI_LETTERS, VNI_MARKS } from '../../dist/extract/legacy/charsets.js';

/** @typedef {(letter: string) => string} Encode One letter to characters below 256, each standing for a byte. */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;
const NOT_ASCII = /[\u0080-\uFFFF]/g;

/** Characters of Windows-1258 by letter, as the platform knows them. */
const WINDOWS = new Map(
  Array.from({ length: 128 }, (_, index) => [
    new TextDecoder('windows-1258').decode(Uint8Array.of(128 + index)),
    String.fromCharCode(128 + index),
  ]),
);

/** @type {Encode} */
function windows1258(letter) {
  const parts = [...letter.normalize('NFD')];
  const tone = parts.find((part) => TONES.test(part));
  if (tone === undefined || WINDOWS.has(letter)) return WINDOWS.get(letter) ?? letter;
  const base = parts
    .filter((part) => part !== tone)
    .join('')
    .normalize('NFC');
  return (WINDOWS.get(base) ?? base) + (WINDOWS.get(tone) ?? '');
}

/**
 * @param {ReadonlyMap<string, string>} table From what Latin-1 shows to the letter.
 * @returns {Map<string, string>}
 */
const inverse = (table) => new Map([...table].map(([shown, letter]) => [letter.normalize('NFC'), shown]));

const TCVN3_BYTES = inverse(TCVN3);
const VNI_BYTES = inverse(VNI_LETTERS);
const VNI_MARK_BYTES = new Map([...VNI_MARKS].map(([shown, marks]) => [[...marks].sort().join(''), shown]));

/**
 * The capitals that TCVN3 lacks are small letters, which a font of capitals shows as capitals.
 * @type {Encode}
 */
const tcvn3 = (letter) => TCVN3_BYTES.get(letter) ?? TCVN3_BYTES.get(letter.toLowerCase()) ?? letter;

/** @type {Encode} */
function vni(letter) {
  const whole = VNI_BYTES.get(letter);
  if (whole !== undefined) return whole;
  const [base = '', ...marks] = letter.normalize('NFD');
  const horned = marks.includes('\u031B') ? VNI_BYTES.get(`${base}\u031B`.normalize('NFC')) : base;
  const mark =
    VNI_MARK_BYTES.get(
      marks
        .filter((one) => one !== '\u031B')
        .sort()
        .join(''),
    ) ?? '';
  return `${horned}${base === base.toUpperCase() ? mark.toUpperCase() : mark}`;
}

const ENCODERS = { cp1258: windows1258, tcvn3, vni };

/**
 * The text in an encoding from before Unicode.
 * @param {string} text
 * @param {keyof typeof ENCODERS} encoding
 */
export function inOldEncoding(text, encoding) {
  return Buffer.from(text.normalize('NFC').replace(NOT_ASCII, ENCODERS[encoding]), 'latin1');
}

/**
 * UTF-16, little-endian unless told.
 * @param {string} text
 * @param {{ mark: boolean, isBig?: boolean }} how
 */
export function utf16(text, { mark, isBig = false }) {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
}
