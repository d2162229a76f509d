// @ts-check
import { inOldEncoding } from './texts.mjs';

/** @typedef {import('./essay.mjs').Essay} Essay */

/** @param {string} text */
const escapeRtf = (text) => text.replace(/[\\{}]/g, '\\$&');
/** @param {number} byte */
const hexadecimal = (byte) => `\\'${byte.toString(16).padStart(2, '0')}`;

/**
 * As WordPad of Vietnamese Windows writes it: bytes of code page 1258, tones behind their vowels.
 * @param {Essay} essay
 */
export function rtfInBytes({ paragraphs }) {
  const line = (/** @type {string} */ text) =>
    [...inOldEncoding(escapeRtf(text), 'cp1258')].map((byte) => (byte < 128 ? String.fromCharCode(byte) : hexadecimal(byte))).join('');
  const body = paragraphs.map((text) => `${line(text)}\\par\r\n`).join('');
  return `{\\rtf1\\ansi\\ansicpg1258\\deff0\\deflang1066{\\fonttbl{\\f0\\fnil\\fcharset163 Times New Roman;}}\r\n\\viewkind4\\uc1\\pard\\f0\\fs26 ${body}}\r\n\0`;
}

/**
 * As Word writes it: every letter in Unicode with a stand-in for old readers, among what it notes down about editing.
 * @param {Essay} essay
 */
export function rtfInUnicode({ paragraphs, author }) {
  const unicode = (/** @type {string} */ text) =>
    escapeRtf(text).replace(/[\u0080-\uFFFF]/g, (letter) => {
      const code = letter.charCodeAt(0);
      return `\\u${code > 32767 ? code - 65536 : code}\\'3f`;
    });
  const body = paragraphs.map(
    (text, index) =>
      `\\pard\\plain \\ltrpar\\qj \\li0\\ri0\\sa120\\widctlpar\\rtlch\\fcs1 \\af0\\afs24 \\ltrch\\fcs0 \\f0\\fs26\\lang1066{\\rtlch\\fcs1 \\af0 \\ltrch\\fcs0 \\insrsid${4_100_000 + index} ${split(unicode(text))}\\par }`,
  );
  return [
    '{\\rtf1\\adeflang1025\\ansi\\ansicpg1252\\uc1\\adeff0\\deff0\\stshfdbch0\\deflang1033\\deflangfe1033',
    '{\\fonttbl{\\f0\\fbidi \\froman\\fcharset0\\fprq2{\\*\\panose 02020603050405020304}Times New Roman;}{\\f43\\fbidi \\froman\\fcharset163\\fprq2 Times New Roman (Vietnamese);}}',
    '{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\ql \\snext0 Normal;}{\\*\\cs10 \\additive Default Paragraph Font;}}',
    `{\\*\\rsidtbl \\rsid4100000}{\\*\\generator Microsoft Word 10.0.2627;}{\\info{\\author ${unicode(author)}}{\\nofpages2}}`,
    '\\paperw11906\\paperh16838\\margl1701\\margr1134 {\\*\\pnseclvl1\\pnucrm\\pnstart1{\\pntxta .}}',
    ...body,
    '}',
  ].join('\r\n');
}

/**
 * Word breaks the lines of the file anywhere between two letters.
 * @param {string} rtf
 */
const split = (rtf) => rtf.replace(/((?:[^\\]|\\u-?\d+\\'3f|\\[{}\\]){90})/g, '$1\r\n');
