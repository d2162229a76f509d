import { asBuffer } from './archive.js';
import { type DecodedText, decodeLegacy, decodeLegacyBytes } from './legacy/decode-legacy.js';
import { decodeUtf8 } from './legacy/utf8.js';

/** Control characters that a text file may hold, as a share of its characters; a few NULs are not yet a binary file. */
const CONTROL_SHARE = 0.01;
const CONTROLS_ALLOWED = 2;

/**
 * Decodes a text file, its byte order mark taken off: UTF-8, UTF-16 with or without a mark, else an older encoding. Undefined when it
 * is none of them; a text of more than `textLength` UTF-16 units stays as it is.
 */
export function decodeText(bytes: Uint8Array, textLength: number): DecodedText | undefined {
  const unicode = decodeUnicode(bytes);
  if (unicode !== undefined && unicode.length > textLength) return { text: unicode, encoding: 'unicode', decoded: [], lines: new Map() };
  const decoded = unicode === undefined ? decodeBytes(bytes, textLength) : decodeLegacy(unicode);
  return decoded !== undefined && hasFewControls(decoded.text) ? decoded : undefined;
}

/** Decodes UTF-8, and UTF-16 with or without a byte order mark, which is taken off; undefined when the bytes are neither. */
export function decodeUnicode(bytes: Uint8Array): string | undefined {
  return decodeMarked(bytes) ?? decodeUtf16Unmarked(bytes) ?? decodeUtf8(bytes);
}

/** No old encoding has more than two bytes a letter. */
function decodeBytes(bytes: Uint8Array, textLength: number): DecodedText | undefined {
  return bytes.length > 2 * textLength || isBinary(bytes) ? undefined : decodeLegacyBytes(bytes);
}

/** Whether the bytes are those of a binary file rather than of a text in an unknown encoding. */
export function isBinary(bytes: Uint8Array): boolean {
  return !hasFewControls(
    asBuffer(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u009F]/g, ''),
  );
}

function decodeMarked(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodeUtf8(bytes.subarray(3));
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes.subarray(2), 'little');
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes.subarray(2), 'big');
  return undefined;
}

/** Not by TextDecoder, which would replace a lone surrogate. */
function decodeUtf16(bytes: Uint8Array, order: 'little' | 'big'): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  if (order === 'little') return asBuffer(bytes).toString('utf16le');
  return Buffer.from(bytes).swap16().toString('utf16le');
}

/** Text of Latin letters in UTF-16 shows by its high bytes: nearly all are those of Latin, Vietnamese or punctuation blocks. */
function decodeUtf16Unmarked(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  if (isUtf16(bytes, 1)) return decodeUtf16(bytes, 'little');
  if (isUtf16(bytes, 0)) return decodeUtf16(bytes, 'big');
  return undefined;
}

const HIGH_BYTES = new Set([0x00, 0x01, 0x03, 0x1e, 0x20]);

function isUtf16(bytes: Uint8Array, highByte: 0 | 1): boolean {
  const units = bytes.length / 2;
  let likely = 0;
  let zeroHigh = 0;
  let zeroLow = 0;
  for (let at = 0; at < bytes.length; at += 2) {
    const high = bytes[at + highByte] ?? 0;
    if (HIGH_BYTES.has(high)) likely++;
    if (high === 0) zeroHigh++;
    if (bytes[at + 1 - highByte] === 0) zeroLow++;
  }
  return likely / units > 0.95 && zeroHigh / units > 0.25 && zeroLow / units < 0.01;
}

function hasFewControls(text: string): boolean {
  const controls = text.match(/(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0;
  return controls <= Math.max(CONTROLS_ALLOWED, text.length * CONTROL_SHARE) && controls < text.length;
}
