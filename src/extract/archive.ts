import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { ExtractLimits } from '../model/extraction.js';
import { OVER_LIMIT } from './message-details.js';
import { damaged, Rejection } from './rejection.js';

/** A ZIP whose directory was read; nothing in it is unpacked yet. */
export interface Archive {
  readonly bytes: Uint8Array;
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly room: Room;
}

/** What may still be unpacked of a file, and of files that are embedded in it. */
export interface Room {
  bytes: number;
}

/**
 * Reads the directory of a ZIP within the limit of parts, no two of them of one name. An embedded file is given the room of the file around it.
 * Throws a Rejection: `too-large`, `duplicate-parts`, `encrypted` or `damaged`.
 */
export async function openArchive(
  bytes: Uint8Array,
  limits: ExtractLimits,
  room: Room = { bytes: limits.unpackedBytes },
): Promise<Archive> {
  const zip = await fromBufferPromise(asBuffer(bytes), { lazyEntries: true, validateEntrySizes: true }).catch((cause: unknown) => {
    throw damaged(cause);
  });
  if (zip.entryCount > limits.entries) throw new Rejection('refused', 'too-large', OVER_LIMIT.entries(limits.entries));
  return { bytes, zip, entries: await readDirectory(zip), room };
}

async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  // Part names are compared without case (ECMA-376 part 2, 6.2.2.3): two that differ by case only are one name.
  const seen = new Set<string>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      if (entry.isEncrypted()) throw new Rejection('unreadable', 'encrypted');
      const key = entry.fileName.toLowerCase();
      if (seen.has(key)) throw new Rejection('refused', 'duplicate-parts');
      seen.add(key);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof Rejection ? error : damaged(error);
  }
  return entries;
}

/**
 * Unpacks the parts that `wanted` chooses, unless the directory declares too much for them, over all calls; no part may give more than is
 * declared. Other parts, such as pictures, cost nothing.
 */
export async function unpack(archive: Archive, wanted: (name: string) => boolean, limits: ExtractLimits): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  const chosen = [...archive.entries].filter(([name]) => wanted(name));
  const declared = chosen.reduce((sum, [, entry]) => sum + entry.uncompressedSize, 0);
  if (declared > archive.room.bytes) throw new Rejection('refused', 'too-large', OVER_LIMIT.unpackedBytes(limits.unpackedBytes));
  // Taken first: what turns out to be damaged was unpacked all the same.
  archive.room.bytes -= declared;
  for (const [name, entry] of chosen) {
    const { fileDataStart } = await archive.zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch((cause: unknown) => {
      throw damaged(cause);
    });
    const part = unpackEntry(entry, archive.bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize), limits);
    parts.set(name, part);
  }
  return parts;
}

/** Unpacks one part. Throws a Rejection where it is damaged or over a limit. */
export async function unpackOne(archive: Archive, name: string, limits: ExtractLimits): Promise<Buffer> {
  const part = (await unpack(archive, (one) => one === name, limits)).get(name);
  if (part === undefined) throw damaged(new Error(`no ${name}`));
  return part;
}

/** Compression methods of APPNOTE 4.4.5. */
const STORED = 0;
const DEFLATED = 8;
/** No more is set aside at a time, whatever size the directory declares. */
const CHUNK = 1024 * 1024;

/** All at once: a stream costs a small part ten times its unpacking. */
function unpackEntry(entry: Entry, packed: Uint8Array, { ratio, ratioFromBytes }: ExtractLimits): Buffer {
  const densest = Math.max(ratioFromBytes, ratio * entry.compressedSize);
  if (entry.uncompressedSize > densest) throw new Rejection('refused', 'too-large', OVER_LIMIT.ratio(ratio));
  const part = inflate(entry, packed);
  if (part === undefined) throw new Rejection('refused', 'inconsistent-archive');
  if (part.length < entry.uncompressedSize || crc32(part) !== entry.crc32) throw damaged(new Error(`checksum of ${entry.fileName}`));
  return part;
}

/** undefined when more bytes come out than the directory declares. */
function inflate({ compressionMethod, uncompressedSize }: Entry, packed: Uint8Array): Buffer | undefined {
  if (compressionMethod === STORED) return packed.length > uncompressedSize ? undefined : asBuffer(packed);
  if (compressionMethod !== DEFLATED) throw damaged(new Error(`compression method ${compressionMethod}`));
  // One byte more than is declared, since zlib takes nothing for a limit of 0.
  const maxOutputLength = uncompressedSize + 1;
  try {
    const part = inflateRawSync(packed, { maxOutputLength, chunkSize: Math.min(CHUNK, Math.max(64, maxOutputLength)) });
    return part.length > uncompressedSize ? undefined : part;
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw damaged(error);
  }
}

/** The same memory as a Buffer. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
