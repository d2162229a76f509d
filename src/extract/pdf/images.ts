/** Bytes of a picture's data that are wiped: it has no head then, and no decoder takes it. */
const HEAD = 16;
/** A dictionary is not longer. */
const DICTIONARY = 4000;
/** How a JPEG, and a JPEG 2000 in a file or by itself begins. */
const BEGINNINGS = ['\xff\xd8\xff', '\0\0\0\x0cjP  ', '\xff\x4f\xff\x51'];

/**
 * Wipes the beginning of every JPEG, since only its place matters and pdf.js would unpack it. Pictures are streams of their own, so their
 * dictionaries stand uncompressed in the file; one that is missed costs time and nothing else. What does not itself begin as a JPEG may be
 * the text of a page, whatever its dictionary says; in an encrypted file nothing begins as what it is.
 */
export function wipeImages(bytes: Uint8Array, raw: string): void {
  if (/\/Encrypt\b/.test(raw)) return;
  for (const { index } of raw.matchAll(/\/Subtype\s*\/Image\b/g)) {
    const start = raw.indexOf('stream', index);
    if (start === -1 || start - index > DICTIONARY) continue;
    const line = /^stream(?:\r\n|\n|\r)/.exec(raw.slice(start, start + 8))?.[0];
    const at = start + (line?.length ?? 0);
    if (line !== undefined && BEGINNINGS.some((beginning) => raw.startsWith(beginning, at))) bytes.fill(0, at, at + HEAD);
  }
}
