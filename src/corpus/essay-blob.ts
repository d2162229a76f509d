import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import { isAside, type MarkedSequence } from '../model/tokens.js';

/** Layout written by `encodeSequence`; raised when it changes. */
export const ESSAY_BLOB_VERSION = 3;

/*
 * All numbers little-endian.
 *   0  u32  magic "SBEB"         8  u32  CRC-32 of all bytes from 12 on
 *   4  u32  layout version      12  u32  t, tokens
 *  16  u32[t] token ids, u8[t] token kinds,
 *      then for each token two LEB128 varints: start minus the start before it (modulo 2^32), end minus start.
 * Version 2 was the same, with all starts in order. Version 1 had at 12..27 four counts: s, b, f, t; then u32[s + b + 2 f] of what is an index blob now, then as above.
 */
const MAGIC = 0x42454253;
const CHECKED_FROM = 12;
const HEADER = 16;
const FIRST_HEADER = 28;
/** Most bytes of two 32-bit varints. */
const LONGEST_SPAN = 10;

/** The bytes are not what they should be. */
export class EssayBlobError extends Error {
  override readonly name = 'EssayBlobError';
}

/** The tokens of one essay as bytes. RangeError when their arrays differ in length or tokens of one part are not in order of their starts. */
export function encodeSequence(sequence: MarkedSequence): Buffer {
  const tokens = sequence.ids.length;
  for (const array of [sequence.starts, sequence.ends, sequence.kinds]) {
    if (array.length !== tokens) throw new RangeError(`${array.length} token places for ${tokens} tokens`);
  }
  const bytes = Buffer.alloc(HEADER + tokens * (5 + LONGEST_SPAN));
  bytes.writeUInt32LE(MAGIC, 0);
  bytes.writeUInt32LE(ESSAY_BLOB_VERSION, 4);
  bytes.writeUInt32LE(tokens, CHECKED_FROM);
  const kindsAt = writeWords(bytes, HEADER, sequence.ids);
  bytes.set(sequence.kinds, kindsAt);
  const end = writeSpans(bytes, kindsAt + tokens, sequence);
  bytes.writeUInt32LE(crc32(bytes.subarray(CHECKED_FROM, end)), 8);
  // A copy, since the view would keep the longer buffer alive.
  return Buffer.from(bytes.subarray(0, end));
}

/** The tokens that `encodeSequence` wrote, also of an earlier version. EssayBlobError when the bytes are of a later one, cut short or changed. */
export function decodeSequence(bytes: Uint8Array): MarkedSequence {
  const { idsAt, tokens } = checkedPlaces(bytes);
  const kindsAt = idsAt + 4 * tokens;
  const spans = readSpans(bytes, kindsAt + tokens, tokens);
  return { ids: readWords(bytes, idsAt, tokens), ...spans, kinds: new Uint8Array(bytes.subarray(kindsAt, kindsAt + tokens)) };
}

/** Writes 32-bit numbers, little-endian, and returns where they end. */
export function writeWords(bytes: Buffer, at: number, words: Uint32Array): number {
  const copy = Buffer.from(new Uint32Array(words).buffer);
  bytes.set(endianness() === 'BE' ? copy.swap32() : copy, at);
  return at + copy.length;
}

/** The numbers that `writeWords` wrote. */
export function readWords(bytes: Uint8Array, at: number, count: number): Uint32Array {
  // Copied first: the bytes need not lie on a multiple of four.
  const copy = new Uint8Array(4 * count);
  copy.set(bytes.subarray(at, at + 4 * count));
  if (endianness() === 'BE') Buffer.from(copy.buffer).swap32();
  return new Uint32Array(copy.buffer);
}

function checkedPlaces(bytes: Uint8Array): { readonly idsAt: number; readonly tokens: number } {
  if (bytes.length < HEADER) throw new EssayBlobError(`only ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new EssayBlobError('not an essay');
  if (view.getUint32(8, true) !== crc32(bytes.subarray(CHECKED_FROM))) throw new EssayBlobError('checksum differs');
  const places = placesIn(view, view.getUint32(4, true));
  if (places.idsAt + 7 * places.tokens > bytes.length) throw new EssayBlobError(`${bytes.length} bytes are too few`);
  return places;
}

function placesIn(view: DataView, version: number): { readonly idsAt: number; readonly tokens: number } {
  if (version === ESSAY_BLOB_VERSION || version === 2) return { idsAt: HEADER, tokens: view.getUint32(12, true) };
  if (version !== 1 || view.byteLength < FIRST_HEADER) throw new EssayBlobError(`layout version ${version}`);
  const [signature = 0, bands = 0, fingerprints = 0, tokens = 0] = [12, 16, 20, 24].map((at) => view.getUint32(at, true));
  return { idsAt: FIRST_HEADER + 4 * (signature + bands + 2 * fingerprints), tokens };
}

function writeSpans(bytes: Buffer, from: number, sequence: MarkedSequence): number {
  let at = from;
  let before = 0;
  for (const [token, start] of sequence.starts.entries()) {
    const end = sequence.ends[token]!;
    const isOrdered = start >= before || (isAside(sequence.kinds[token]!) && !isAside(sequence.kinds[token - 1]!));
    if (!isOrdered || end < start) throw new RangeError(`token ${token} at ${start}..${end} after one at ${before}`);
    at = writeVarint(bytes, at, (start - before) >>> 0);
    at = writeVarint(bytes, at, end - start);
    before = start;
  }
  return at;
}

function writeVarint(bytes: Buffer, from: number, value: number): number {
  let at = from;
  let rest = value;
  while (rest > 0x7f) {
    bytes[at++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
}

function readSpans(bytes: Uint8Array, from: number, tokens: number): { readonly starts: Uint32Array; readonly ends: Uint32Array } {
  const starts = new Uint32Array(tokens);
  const ends = new Uint32Array(tokens);
  let at = from;
  let start = 0;
  const next = () => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) throw new EssayBlobError('spans are cut short');
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new EssayBlobError('a span is no 32-bit number');
  };
  for (let token = 0; token < tokens; token++) {
    start = (start + next()) >>> 0;
    starts[token] = start;
    ends[token] = start + next();
  }
  if (at !== bytes.length) throw new EssayBlobError(`${bytes.length - at} bytes too many`);
  return { starts, ends };
}
