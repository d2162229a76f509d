import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { ExtractLimits } from '../model/extraction.js';
import { OVER_LIMIT } from './message-details.js';
import { damaged, Rejection } from './rejection.js';

/** A ZIP whose directory was read; nothing in it is unpacked yet. */
export interface Archive {
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
  return { zip, entries: await readDirectory(zip) };
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
    const part = await unpackEntry(archive.zip, entry, room, limits);
    room -= part.length;
    parts.set(name, part);
  }
  return parts;
}

async function unpackEntry(zip: ZipFile, entry: Entry, room: number, limits: ExtractLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > room) throw new Rejection('refused', 'too-large', OVER_LIMIT.unpackedBytes(limits.unpackedBytes));
      if (size > limits.ratioFromBytes && size > limits.ratio * entry.compressedSize) {
        throw new Rejection('refused', 'too-large', OVER_LIMIT.ratio(limits.ratio));
      }
      chunks.push(chunk);
    }
  } catch (error) {
    throw explain(error);
  }
  const part = Buffer.concat(chunks, size);
  if (crc32(part) !== entry.crc32) throw damaged(new Error(`checksum of ${entry.fileName}`));
  return part;
}

/** yauzl has no error codes: a part that yields more than its header declares is known by the wording alone. */
function explain(error: unknown): Error {
  if (error instanceof Rejection) return error;
  const isLying = error instanceof Error && error.message.startsWith('too many bytes');
  return isLying ? new Rejection('refused', 'inconsistent-archive', '', { cause: error }) : damaged(error);
}

/** The same memory as a Buffer. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
