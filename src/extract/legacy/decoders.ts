import { WINDOWS_1252 } from '../windows-1252.js';
import { type ByteTable, CP1258, type LegacyEncoding, SMALL_LETTERS, TCVN3, VISCII, VNI_LETTERS, VNI_MARKS, VPS } from './charsets.js';

/** Times that UTF-8 is looked for in what was decoded as UTF-8 already. */
const MOJIBAKE_ROUNDS = 3;

/** The characters that Windows-1252 has for 80 to 9F (hex), to those that Latin-1 has there. */
const LATIN1_OF: ReadonlyMap<string, string> = new Map(
  [...WINDOWS_1252].map((character, index) => [character, String.fromCharCode(0x80 + index)]),
);

/** The same number of UTF-16 units, with the character of Latin-1 for each byte, whichever of both encodings showed it. */
function asLatin1(text: string): string {
  return text.replace(/[\u0152-\u02DC\u2013-\u2122]/g, (character) => LATIN1_OF.get(character) ?? character);
}

/**
 * How each encoding's letters are read from the text that its bytes make when taken for Windows-1252 or Latin-1. What stands for no
 * letter stays as it is.
 */
export const DECODERS: Readonly<Record<LegacyEncoding, (text: string) => string>> = {
  tcvn3: (text) => decodeBytes(text, TCVN3),
  viscii: (text) => decodeBytes(text, VISCII),
  vps: (text) => decodeBytes(text, VPS),
  cp1258: (text) => decodeBytes(text, CP1258).normalize('NFC'),
  vni: decodeVni,
  mojibake: decodeMojibake,
};

function decodeBytes(text: string, table: ByteTable): string {
  const bytes = asLatin1(text);
  let decoded = '';
  for (let at = 0; at < text.length; at++) decoded += table.get(bytes.charAt(at)) ?? text.charAt(at);
  return decoded;
}

function decodeVni(text: string): string {
  let decoded = '';
  let letter = '';
  for (const character of text) {
    const mark = VNI_MARKS.get(character.toLowerCase());
    const marked = mark === undefined ? '' : (letter + mark).normalize('NFC');
    if (marked !== '' && SMALL_LETTERS.includes(marked.toLowerCase())) {
      decoded += marked;
      letter = '';
    } else {
      decoded += letter;
      letter = VNI_LETTERS.get(character) ?? character;
    }
  }
  return decoded + letter;
}

/** Well-formed sequences of two to four bytes. */
const UTF8_SEQUENCE = /[\u00C2-\u00DF][\u0080-\u00BF]|[\u00E0-\u00EF][\u0080-\u00BF]{2}|[\u00F0-\u00F4][\u0080-\u00BF]{3}/g;

function decodeMojibake(text: string): string {
  let current = text;
  for (let round = 0; round < MOJIBAKE_ROUNDS; round++) {
    const before = current;
    let end = 0;
    current = '';
    for (const { 0: sequence, index } of asLatin1(before).matchAll(UTF8_SEQUENCE)) {
      const character = Buffer.from(sequence, 'latin1').toString('utf8');
      current += before.slice(end, index) + (character.includes('\uFFFD') ? before.slice(index, index + sequence.length) : character);
      end = index + sequence.length;
    }
    if (end === 0) return before;
    current += before.slice(end);
  }
  return current;
}
