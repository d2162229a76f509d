import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import type { EssayIndex, Signature } from '../model/detection.js';
import { hashString } from '../model/hash.js';
import { FINGERPRINT_VERSION, type FingerprintSettings } from '../model/settings.js';
import { EssayBlobError, readWords, writeWords } from './essay-blob.js';
import { type IndexKeys, keysOf } from './index/index-keys.js';

/*
 * How an essay is found again, apart from its tokens, since starting reads this of every essay and nothing else.
 * All numbers little-endian.
 *   0  u32  CRC-32 of all bytes from 4 on
 *   4  u32  s, words of the signature     8  u32  f, keys
 *  12  u32[s] signature, u32[f] hashes, ascending, u8[f] their checks.
 */
const CHECKED_FROM = 4;
const HEADER = 12;

/** What stands in an index blob. */
export interface KeptIndex {
  readonly signature: Signature;
  readonly keys: IndexKeys;
}

/**
 * Tells whether an index was made as it would be made now: a number for the fingerprint version and all settings that
 * change hashes or sizes. Stored beside each index; one of another mark is made anew, never compared.
 */
export function fingerprintMark({ shingle, numPerm, bitsPerValue, kgram, window }: FingerprintSettings): number {
  return hashString(JSON.stringify([FINGERPRINT_VERSION, shingle, numPerm, bitsPerValue, kgram, window]));
}

/** RangeError when there is not one check for each fingerprint. */
export function encodeIndex(index: EssayIndex): Buffer {
  const { signature } = index;
  const { hashes, checks } = keysOf(index);
  const bytes = Buffer.alloc(HEADER + 4 * signature.length + 5 * hashes.length);
  bytes.writeUInt32LE(signature.length, CHECKED_FROM);
  bytes.writeUInt32LE(hashes.length, 8);
  const checksAt = writeWords(bytes, writeWords(bytes, HEADER, signature), hashes);
  bytes.set(checks, checksAt);
  bytes.writeUInt32LE(crc32(bytes.subarray(CHECKED_FROM)), 0);
  return bytes;
}

/** What `encodeIndex` wrote, as views of the bytes where they lie well. EssayBlobError when they were cut short or changed. */
export function decodeIndex(bytes: Uint8Array): KeptIndex {
  if (bytes.length < HEADER) throw new EssayBlobError(`only ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== crc32(bytes.subarray(CHECKED_FROM))) throw new EssayBlobError('checksum differs');
  const words = view.getUint32(CHECKED_FROM, true);
  const count = view.getUint32(8, true);
  const hashesAt = HEADER + 4 * words;
  const checksAt = hashesAt + 4 * count;
  if (checksAt + count !== bytes.length) throw new EssayBlobError(`${bytes.length} bytes for ${words} words and ${count} keys`);
  const checks = bytes.subarray(checksAt, checksAt + count);
  return { signature: viewWords(bytes, HEADER, words), keys: { hashes: viewWords(bytes, hashesAt, count), checks } };
}

/** Numbers read where they are: starting reads a million of these, and copies of that size cost more than all else. */
function viewWords(bytes: Uint8Array, at: number, count: number): Uint32Array {
  const offset = bytes.byteOffset + at;
  if (offset % 4 !== 0 || endianness() === 'BE') return readWords(bytes, at, count);
  return new Uint32Array(bytes.buffer, offset, count);
}
