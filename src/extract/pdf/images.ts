import { inflateSync } from 'node:zlib';

/** Bytes of a picture's data that are wiped: it has no head then, and no decoder takes it. */
const HEAD = 16;
/** Pixels from which on unpacking a picture costs. */
const LARGE = 250_000;
/** Bytes looked at to tell a picture from text. */
const LOOK = 512;
/** A dictionary is not longer. */
const DICTIONARY = 4000;
/** Share of bytes that no text in a file has. */
const BINARY_SHARE = 0.15;

/**
 * Wipes the beginning of every large picture, since only its place matters and pdf.js would unpack it. Pictures are streams of their own,
 * so their dictionaries stand uncompressed in the file; one that is missed costs time and nothing else. What could be the text of a page
 * by its bytes is left alone, whatever its dictionary says. Gives the number of pictures.
 */
export function wipeImages(bytes: Uint8Array, raw: string): number {
  let images = 0;
  for (const { index } of raw.matchAll(/\/Subtype\s*\/Image\b/g)) {
    images++;
    const start = raw.indexOf('stream', index);
    if (start === -1 || start - index > DICTIONARY) continue;
    const data = /^stream(?:\r\n|\n|\r)/.exec(raw.slice(start, start + 8))?.[0].length;
    const dictionary = raw.slice(Math.max(raw.lastIndexOf('obj', index), index - DICTIONARY, 0), start);
    if (data === undefined || !isCostly(dictionary)) continue;
    const at = start + data;
    if (isBinary(bytes.subarray(at, at + LOOK))) bytes.fill(0, at, at + HEAD);
  }
  return images;
}

function isCostly(dictionary: string): boolean {
  if (/\/(?:DCT|JPX|JBIG2|CCITTFax)Decode\b/.test(dictionary)) return true;
  const side = (name: string): number => Number(new RegExp(`/${name}\\s+(\\d{1,9})\\b(?!\\s+\\d+\\s+R)`).exec(dictionary)?.[1] ?? 0);
  return side('Width') * side('Height') > LARGE;
}

function isBinary(head: Uint8Array): boolean {
  const plain = unpacked(head) ?? head;
  let binary = 0;
  for (const byte of plain) if (byte > 0x7e || (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13)) binary++;
  return binary > plain.length * BINARY_SHARE;
}

/** The beginning of packed data; undefined where it is not packed by Flate. */
function unpacked(head: Uint8Array): Uint8Array | undefined {
  try {
    // The end is cut off: what there is comes out all the same.
    return inflateSync(head, { finishFlush: 2 });
  } catch {
    return undefined;
  }
}
