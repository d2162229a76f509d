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
}

/**
 * Reads the directory of a ZIP within the limit of parts, no two of them of one name.
 * Throws a Rejection: `too-large`, `duplicate-parts`, `encrypted` or `damaged`.
 */
export async function openArchive(bytes: Uint8Array, limits: ExtractLimits): Promise<Archive> {
  const zip = await fromBufferPromise(asBuffer(bytes), { lazyEntries: true, validateEntrySizes: true }).catch((cause: unknown) => {
    throw damaged(cause);
  });
  if (zip.entryCount > limits.entries) throw new Rejection('refused', 'too-large', OVER_LIMIT.entries(limits.entries));
  return { bytes, zip, entries: await readDirectory(zip) };
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
 * Unpacks the parts that `wanted` chooses, unless the directory already declares too much for them; what really comes out counts
 * against the limits as well. Other parts, such as pictures, cost nothing.
 */
export async function unpack(archive: Archive, wanted: (name: string) => boolean, limits: ExtractLimits): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  const chosen = [...archive.entries].filter(([name]) => wanted(name));
  const declared = chosen.reduce((sum, [, entry]) => sum + entry.uncompressedSize, 0);
  if (declared > limits.unpackedBytes) throw new Rejection('refused', 'too-large', OVER_LIMIT.unpackedBytes(limits.unpackedBytes));
  let room = limits.unpackedBytes;
  for (const [name, entry] of chosen) {
    const { fileDataStart } = await archive.zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch((cause: unknown) => {
      throw damaged(cause);
    });
    const part = unpackEntry(entry, archive.bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize), room, limits);
    room -= part.length;
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
function unpackEntry(entry: Entry, packed: Uint8Array, room: number, limits: ExtractLimits): Buffer {
  const densest = Math.max(limits.ratioFromBytes, limits.ratio * entry.compressedSize);
  const part = inflate(entry, packed, Math.min(room, densest));
  if (part === undefined && room <= densest) throw new Rejection('refused', 'too-large', OVER_LIMIT.unpackedBytes(limits.unpackedBytes));
  if (part === undefined) throw new Rejection('refused', 'too-large', OVER_LIMIT.ratio(limits.ratio));
  if (part.length > entry.uncompressedSize) throw new Rejection('refused', 'inconsistent-archive');
  if (part.length < entry.uncompressedSize || crc32(part) !== entry.crc32) throw damaged(new Error(`checksum of ${entry.fileName}`));
  return part;
}

/** undefined when more than `most` bytes come out. */
function inflate({ compressionMethod, uncompressedSize }: Entry, packed: Uint8Array, most: number): Buffer | undefined {
  if (compressionMethod === STORED) return packed.length > most ? undefined : asBuffer(packed);
  if (compressionMethod !== DEFLATED) throw damaged(new Error(`compression method ${compressionMethod}`));
  const chunkSize = Math.min(CHUNK, Math.max(64, uncompressedSize + 1));
  try {
    // One byte more than is allowed, since zlib takes nothing for a limit of 0.
    const part = inflateRawSync(packed, { maxOutputLength: most + 1, chunkSize });
    return part.length > most ? undefined : part;
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw damaged(error);
  }
}

/** The same memory as a Buffer. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
