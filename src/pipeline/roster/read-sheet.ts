import { crc32 } from 'node:zlib';
import readSheets from 'read-excel-file/universal';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { AppError } from '../../model/errors.js';
import { ROSTER_FILE_PROBLEMS } from './messages.js';
import type { SheetRow } from './read-roster.js';

/** Entries of a workbook: far more than one with twenty sheets has. */
const MOST_ENTRIES = 300;
/** Bytes of all of them, unpacked: 20,000 people take about 15 MB of XML. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The rows of the first sheet of a workbook, cells as text. It is unpacked once under limits before anything reads it, since
 * its own directory may lie. Rejects with AppError `roster-file`. A file made to harm may still take much memory: run it apart.
 */
export async function readSheetRows(bytes: Uint8Array): Promise<SheetRow[]> {
  try {
    await checkArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    // A small Buffer is part of a larger one, and its own `slice` copies nothing.
    const copy = Uint8Array.from(bytes);
    const [first] = await readSheets(copy.buffer, { trim: false, parseNumber: (text) => text });
    const data: readonly (readonly unknown[])[] = first?.data ?? [];
    return data.map((cells, place) => ({ row: place + 1, cells: cells.map(toText) }));
  } catch (cause) {
    throw new AppError('roster-file', ROSTER_FILE_PROBLEMS.sheet, { cause });
  }
}

function toText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return plainNumber(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? (cell ? 'x' : '') : String(cell);
}

/** A long number may stand in a workbook as 1.20000000001E11, in full; what somebody typed in short, as 1.2E+11, is not. */
function plainNumber(text: string): string {
  if (!/^\d(\.\d+)?E\d+$/.test(text)) return text;
  const value = Number(text);
  return Number.isSafeInteger(value) ? String(value) : text;
}

async function checkArchive(bytes: Buffer): Promise<void> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  let room = MOST_BYTES;
  let entries = 0;
  for await (const entry of zip.eachEntry()) {
    if (++entries > MOST_ENTRIES) throw new RangeError('too many entries');
    room -= await unpackedSize(zip, entry, room);
  }
}

/** Unpacks one entry and forgets it. Rejects with RangeError beyond `room`, or where it is not what the directory says. */
async function unpackedSize(zip: ZipFile, entry: Entry, room: number): Promise<number> {
  let size = 0;
  let sum = 0;
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > room || size > entry.uncompressedSize) throw new RangeError('unpacks to too much');
    sum = crc32(chunk, sum);
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw new RangeError('is not what its directory says');
  return size;
}
