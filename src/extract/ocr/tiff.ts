import { asBuffer } from '../archive.js';

/** Where the head of a TIFF names its first directory, and the bytes of one entry of a directory (TIFF 6.0, section 2). */
const FIRST = 4;
const ENTRY = 12;
/** How a TIFF begins, by the order of its bytes. */
const LITTLE = 'II*\0';
const BIG = 'MM\0*';

/** Where the directories of a TIFF lie, one a page, `limit` at most; none where it is no TIFF. */
export function tiffPages(bytes: Uint8Array, limit: number): number[] {
  const file = asBuffer(bytes);
  const order = file.toString('latin1', 0, FIRST);
  if (file.length < FIRST + 4 || (order !== LITTLE && order !== BIG)) return [];
  const read = (at: number): number => (order === LITTLE ? file.readUInt32LE(at) : file.readUInt32BE(at));
  const pages = new Set<number>();
  for (let at = read(FIRST); at !== 0 && at + 2 <= file.length && !pages.has(at) && pages.size < limit; ) {
    pages.add(at);
    const next = at + 2 + (order === LITTLE ? file.readUInt16LE(at) : file.readUInt16BE(at)) * ENTRY;
    at = next + 4 <= file.length ? read(next) : 0;
  }
  return [...pages];
}

/** The same TIFF with another page as its first, which is the one that a decoder reads. */
export function tiffFrom(bytes: Uint8Array, page: number): Buffer {
  const copy = Buffer.from(bytes);
  if (copy.toString('latin1', 0, FIRST) === LITTLE) copy.writeUInt32LE(page, FIRST);
  else copy.writeUInt32BE(page, FIRST);
  return copy;
}
