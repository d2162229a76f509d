import { inflateSync } from 'node:zlib';
import { asBuffer } from '../archive.js';
import type { Picture } from './picture.js';

/** Bytes of the signature, and of a chunk's length and type. */
const SIGNATURE = 8;
const CHUNK_HEAD = 8;
/** Samples of a pixel by the colour type of the head (ISO/IEC 15948, 11.2.2): grey, red-green-blue, and that with transparency. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 6: 4 };

/**
 * The picture in a PNG that this program made itself: grey of 1 or 8 bits or colours of 8, in one pass; transparency is taken
 * for white paper that shows through. Pictures that people hand in never come here: what a stranger wrote is decoded by the
 * recogniser, whose memory is walled off.
 */
export function decodePng(bytes: Uint8Array): Picture {
  const file = asBuffer(bytes);
  const width = file.readUInt32BE(SIGNATURE + CHUNK_HEAD);
  const height = file.readUInt32BE(SIGNATURE + CHUNK_HEAD + 4);
  const bits = file.readUInt8(SIGNATURE + CHUNK_HEAD + 8);
  const samples = SAMPLES[file.readUInt8(SIGNATURE + CHUNK_HEAD + 9)];
  const isInterlaced = file.readUInt8(SIGNATURE + CHUNK_HEAD + 12) !== 0;
  if (samples === undefined || isInterlaced || (bits !== 8 && !(bits === 1 && samples === 1))) throw new RangeError('PNG of another kind');
  const stride = Math.ceil((width * bits * samples) / 8);
  const rows = inflateSync(Buffer.concat(dataChunks(file)), { maxOutputLength: (stride + 1) * height });
  unfilter(rows, stride, samples);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = rows.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    const target = pixels.subarray(y * width, (y + 1) * width);
    if (bits === 1) for (let x = 0; x < width; x++) target[x] = row[x >> 3]! & (0x80 >> (x & 7)) ? 255 : 0;
    else if (samples === 1) target.set(row);
    else toGrey(row, target, samples);
  }
  return { width, height, pixels };
}

function dataChunks(file: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = SIGNATURE; at + CHUNK_HEAD <= file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') chunks.push(file.subarray(at + CHUNK_HEAD, at + CHUNK_HEAD + length));
    // A checksum of four bytes follows the data.
    at += CHUNK_HEAD + length + 4;
  }
  return chunks;
}

/** Undoes the filters in place (ISO/IEC 15948, 9.2); each row is headed by the number of its filter. */
function unfilter(rows: Uint8Array, stride: number, step: number): void {
  for (let start = 0; start < rows.length; start += stride + 1) {
    const filter = rows[start]!;
    if (filter === 0) continue;
    const isFirst = start === 0;
    for (let x = 0; x < stride; x++) {
      const at = start + 1 + x;
      const left = x >= step ? rows[at - step]! : 0;
      const above = isFirst ? 0 : rows[at - stride - 1]!;
      const corner = isFirst || x < step ? 0 : rows[at - stride - 1 - step]!;
      rows[at]! += predict(filter, left, above, corner);
    }
  }
}

function predict(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const [toLeft, toAbove, toCorner] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** Brightness as the eye weighs the colours (ITU-R BT.601). */
function toGrey(row: Uint8Array, target: Uint8Array, samples: number): void {
  for (let x = 0, at = 0; x < target.length; x++, at += samples) {
    const grey = (77 * row[at]! + 150 * row[at + 1]! + 29 * row[at + 2]!) >> 8;
    const paper = samples === 4 ? 255 - row[at + 3]! : 0;
    target[x] = samples === 4 ? (grey * row[at + 3]!) / 255 + paper : grey;
  }
}
