import type { Encoding } from '../model/extraction.js';
import { asBuffer } from './archive.js';

/** A text file in readable Unicode, its byte order mark taken off and nothing else changed. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Control characters that a text file may hold, as a share of its characters; a few NULs are not yet a binary file. */
const CONTROL_SHARE = 0.01;
const CONTROLS_ALLOWED = 2;

/** Decodes a text file: UTF-8, UTF-16 with or without a byte order mark, else Windows-1258. Undefined when it is none of them. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const unicode = decodeMarked(bytes) ?? decodeUtf16Unmarked(bytes) ?? decodeUtf8(bytes);
  if (unicode !== undefined) return hasFewControls(unicode) ? { text: unicode, encoding: 'unicode' } : undefined;
  const text = new TextDecoder('windows-1258').decode(bytes);
  return isPlausibleVietnamese(text) ? { text, encoding: 'cp1258' } : undefined;
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

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
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

/** Windows-1258 gives every byte a meaning, so its result must also look like Vietnamese: no control, no symbol amid letters. */
function isPlausibleVietnamese(text: string): boolean {
  if (/(?![\t\n\v\f\r])\p{Cc}/u.test(text)) return false;
  const special = text.match(/[^\p{ASCII}\u2013\u2014\u2018-\u201E\u2022\u2026\u00A0]/gu) ?? [];
  const vietnamese = special.filter((character) =>
    /[ÀÁÂĂÈÉÊÌÍÒÓÔƠÙÚƯÝĐàáâăèéêìíòóôơùúưýđ]|[\u0300\u0301\u0303\u0309\u0323]/.test(character),
  );
  return vietnamese.length / special.length > 0.9;
}
