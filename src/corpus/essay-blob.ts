import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import type { EssayIndex } from '../model/detection.js';
import type { EssayContent } from './corpus.js';

/** Layout written by `encodeEssay`; raised when it changes. */
export const ESSAY_BLOB_VERSION = 1;

/*
 * All numbers little-endian.
 *   0  u32  magic "SBEB"        12  u32  s, values of the signature
 *   4  u32  layout version      16  u32  b, band keys
 *   8  u32  CRC-32 of all       20  u32  f, fingerprints
 *           bytes from 12 on    24  u32  t, tokens
 *  28  u32[s] signature, u32[b] band keys, u32[f] fingerprint hashes, u32[f] their tokens,
 *      u32[t] token ids, u8[t] token kinds,
 *      then for each token two LEB128 varints: start minus the start before it, end minus start.
 */
const MAGIC = 0x42454253;
const HEADER = 28;
const CHECKED_FROM = 12;
/** Most bytes of two 32-bit varints. */
const LONGEST_SPAN = 10;

/** The bytes are not what `encodeEssay` wrote. */
export class EssayBlobError extends Error {
  override readonly name = 'EssayBlobError';
}

interface Counts {
  readonly signature: number;
  readonly bands: number;
  readonly fingerprints: number;
  readonly tokens: number;
}

/**
 * One essay as bytes. RangeError when arrays that belong together differ in length, or tokens are not in order of
 * their starts.
 */
export function encodeEssay(content: EssayContent): Buffer {
  const { sequence, index } = content;
  const counts = countsOf(content);
  const bytes = Buffer.alloc(spansAt(counts) + counts.tokens * LONGEST_SPAN);
  bytes.writeUInt32LE(MAGIC, 0);
  bytes.writeUInt32LE(ESSAY_BLOB_VERSION, 4);
  const words = [index.signature, index.bandKeys, index.fingerprints.hashes, index.fingerprints.positions, sequence.ids];
  let at = CHECKED_FROM;
  for (const count of [counts.signature, counts.bands, counts.fingerprints, counts.tokens]) at = bytes.writeUInt32LE(count, at);
  for (const array of words) at = writeWords(bytes, at, array);
  bytes.set(sequence.kinds, at);
  const end = writeSpans(bytes, at + counts.tokens, content);
  bytes.writeUInt32LE(crc32(bytes.subarray(CHECKED_FROM, end)), 8);
  // A copy, since the view would keep the longer buffer alive.
  return Buffer.from(bytes.subarray(0, end));
}

/** The essay that `encodeEssay` wrote. EssayBlobError when the bytes are of another version, cut short or changed. */
export function decodeEssay(bytes: Uint8Array): EssayContent {
  const counts = checkedCounts(bytes);
  const idsAt = tokensAt(counts);
  const kindsAt = idsAt + 4 * counts.tokens;
  const spans = readSpans(bytes, spansAt(counts), counts.tokens);
  const ids = readWords(bytes, idsAt, counts.tokens);
  return {
    sequence: { ids, ...spans, kinds: new Uint8Array(bytes.subarray(kindsAt, kindsAt + counts.tokens)) },
    index: readIndex(bytes, counts),
  };
}

/** Only what finds the essay again, without decoding its tokens. Errors as `decodeEssay`, except for damage in the spans. */
export function decodeEssayIndex(bytes: Uint8Array): EssayIndex {
  return readIndex(bytes, checkedCounts(bytes));
}

function countsOf({ sequence, index }: EssayContent): Counts {
  const tokens = sequence.ids.length;
  const fingerprints = index.fingerprints.hashes.length;
  for (const array of [sequence.starts, sequence.ends, sequence.kinds]) {
    if (array.length !== tokens) throw new RangeError(`${array.length} token places for ${tokens} tokens`);
  }
  if (index.fingerprints.positions.length !== fingerprints) {
    throw new RangeError(`${index.fingerprints.positions.length} positions for ${fingerprints} fingerprints`);
  }
  return { signature: index.signature.length, bands: index.bandKeys.length, fingerprints, tokens };
}

function tokensAt({ signature, bands, fingerprints }: Counts): number {
  return HEADER + 4 * (signature + bands + 2 * fingerprints);
}

function spansAt(counts: Counts): number {
  return tokensAt(counts) + 5 * counts.tokens;
}

function checkedCounts(bytes: Uint8Array): Counts {
  if (bytes.length < HEADER) throw new EssayBlobError(`only ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new EssayBlobError('not an essay');
  const version = view.getUint32(4, true);
  if (version !== ESSAY_BLOB_VERSION) throw new EssayBlobError(`layout version ${version}`);
  if (view.getUint32(8, true) !== crc32(bytes.subarray(CHECKED_FROM))) throw new EssayBlobError('checksum differs');
  const [signature = 0, bands = 0, fingerprints = 0, tokens = 0] = [12, 16, 20, 24].map((at) => view.getUint32(at, true));
  const counts = { signature, bands, fingerprints, tokens };
  if (spansAt(counts) + 2 * tokens > bytes.length) throw new EssayBlobError(`${bytes.length} bytes are too few`);
  return counts;
}

function readIndex(bytes: Uint8Array, { signature, bands, fingerprints }: Counts): EssayIndex {
  const bandsAt = HEADER + 4 * signature;
  const hashesAt = bandsAt + 4 * bands;
  return {
    signature: readWords(bytes, HEADER, signature),
    bandKeys: readWords(bytes, bandsAt, bands),
    fingerprints: {
      hashes: readWords(bytes, hashesAt, fingerprints),
      positions: readWords(bytes, hashesAt + 4 * fingerprints, fingerprints),
    },
  };
}

function writeWords(bytes: Buffer, at: number, words: Uint32Array): number {
  const copy = Buffer.from(new Uint32Array(words).buffer);
  bytes.set(endianness() === 'BE' ? copy.swap32() : copy, at);
  return at + copy.length;
}

function readWords(bytes: Uint8Array, at: number, count: number): Uint32Array {
  // Copied first: the bytes need not lie on a multiple of four.
  const copy = new Uint8Array(4 * count);
  copy.set(bytes.subarray(at, at + 4 * count));
  if (endianness() === 'BE') Buffer.from(copy.buffer).swap32();
  return new Uint32Array(copy.buffer);
}

function writeSpans(bytes: Buffer, from: number, { sequence }: EssayContent): number {
  let at = from;
  let before = 0;
  for (const [token, start] of sequence.starts.entries()) {
    const end = sequence.ends[token]!;
    if (start < before || end < start) throw new RangeError(`token ${token} at ${start}..${end} after one at ${before}`);
    at = writeVarint(bytes, at, start - before);
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
    start += next();
    starts[token] = start;
    ends[token] = start + next();
  }
  if (at !== bytes.length) throw new EssayBlobError(`${bytes.length - at} bytes too many`);
  return { starts, ends };
}
