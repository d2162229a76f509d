import { asBuffer } from '../archive.js';
import { damaged } from '../rejection.js';

/** First bytes of every OLE compound file ([MS-CFB] 2.2). */
export const COMPOUND_MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const HEADER_BYTES = 512;
/** Places of the allocation table's sectors that the header itself has. */
const HEADER_PLACES = 109;
/** Greater values in an allocation table are no sector: end of chain, unused and the like. */
const LAST_SECTOR = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;
const ENTRY_BYTES = 128;
const NO_ENTRY = 0xffffffff;
const MINI_SECTOR_BYTES = 64;
/** Smaller streams lie in the mini stream. */
const MINI_STREAM_BELOW = 4096;
/** Deeper storages are those of embedded documents, which nobody asks for. */
const MAX_STORAGES = 4;

interface Entry {
  readonly isStream: boolean;
  readonly start: number;
  readonly size: number;
}

/** Sectors of one size and the table that chains them. */
interface Sectors {
  readonly bytes: Buffer;
  readonly size: number;
  /** Offset of sector 0 in `bytes`. */
  readonly from: number;
  readonly table: Buffer;
}

/**
 * The streams of an OLE compound file ([MS-CFB]). Every chain is followed once and no further than the file has sectors, so that cycles,
 * lying sizes and places beyond the end cost nothing: they throw a Rejection (`damaged`).
 */
export class CompoundFile {
  private readonly sectors: Sectors;
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly miniTableStart: number;
  private mini: Sectors | undefined;

  constructor(bytes: Uint8Array) {
    const file = asBuffer(bytes);
    if (file.length < HEADER_BYTES || !file.subarray(0, 8).equals(COMPOUND_MAGIC)) throw damaged(new Error('no compound file'));
    const shift = file.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw damaged(new Error(`sectors of 2^${shift} bytes`));
    const size = 1 << shift;
    this.sectors = { bytes: file, size, from: size, table: readTable(file, size) };
    this.miniTableStart = file.readUInt32LE(60);
    this.entries = readDirectory(readChain(this.sectors, file.readUInt32LE(48)));
  }

  /** Paths of all storages and streams, parts divided by "/". */
  get paths(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** Undefined where there is no stream of that path. */
  stream(path: string): Buffer | undefined {
    const entry = this.entries.get(path);
    if (entry === undefined || !entry.isStream) return undefined;
    if (entry.size > this.sectors.bytes.length) throw damaged(new Error(`${entry.size} bytes in a stream`));
    const sectors = entry.size < MINI_STREAM_BELOW ? this.miniSectors() : this.sectors;
    return readChain(sectors, entry.start, entry.size);
  }

  private miniSectors(): Sectors {
    const root = this.entries.get('');
    if (root === undefined) throw damaged(new Error('no root'));
    this.mini ??= {
      bytes: readChain(this.sectors, root.start),
      size: MINI_SECTOR_BYTES,
      from: 0,
      table: readChain(this.sectors, this.miniTableStart),
    };
    return this.mini;
  }
}

/** The allocation table: for each sector the one that follows it. */
function readTable(file: Buffer, size: number): Buffer {
  const count = Math.ceil(file.length / size) - 1;
  const needed = Math.ceil((count * 4) / size);
  const places: number[] = [];
  for (let at = 76; at < 76 + HEADER_PLACES * 4; at += 4) places.push(file.readUInt32LE(at));
  // Each further sector of places ends with the place of the next one.
  let next = file.readUInt32LE(68);
  while (places.length < needed && next <= LAST_SECTOR) {
    const sector = readSector({ bytes: file, size, from: size }, next);
    for (let at = 0; at < size - 4; at += 4) places.push(sector.readUInt32LE(at));
    next = sector.readUInt32LE(size - 4);
  }
  const used = places.slice(0, needed).filter((place) => place <= LAST_SECTOR);
  return Buffer.concat(used.map((place) => readSector({ bytes: file, size, from: size }, place)));
}

/** The bytes of a chain of sectors; without a size, up to its end. */
function readChain(sectors: Sectors, start: number, bytes = Number.POSITIVE_INFINITY): Buffer {
  const parts: Buffer[] = [];
  const seen = new Uint8Array(sectors.table.length / 4);
  let sector = start;
  for (let length = 0; length < bytes && sector !== END_OF_CHAIN; length += sectors.size) {
    if (sector >= seen.length || seen[sector] === 1) throw damaged(new Error(`sector ${sector} in a chain`));
    seen[sector] = 1;
    parts.push(readSector(sectors, sector));
    sector = sectors.table.readUInt32LE(sector * 4);
  }
  const whole = Buffer.concat(parts);
  if (bytes === Number.POSITIVE_INFINITY) return whole;
  if (whole.length < bytes) throw damaged(new Error(`${whole.length} of ${bytes} bytes`));
  return whole.subarray(0, bytes);
}

/** Of the last sector of a file some programs write only what they need. */
function readSector({ bytes, size, from }: Omit<Sectors, 'table'>, sector: number): Buffer {
  const start = from + sector * size;
  if (start >= bytes.length) throw damaged(new Error(`sector ${sector} beyond the end`));
  const part = bytes.subarray(start, start + size);
  return part.length === size ? part : Buffer.concat([part], size);
}

/** Entries by path; the root's is empty. */
function readDirectory(directory: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const seen = new Uint8Array(directory.length / ENTRY_BYTES);
  const open = [{ index: 0, storage: '', depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { index, storage, depth } = next;
    if (index >= seen.length || seen[index] === 1) throw damaged(new Error(`entry ${index} of the directory`));
    seen[index] = 1;
    const entry = directory.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
    const path = depth === 0 ? '' : storage + nameOf(entry);
    entries.set(path, { isStream: entry[66] === 2, start: entry.readUInt32LE(116), size: entry.readUInt32LE(120) });
    const visit = (at: number, within: string, level: number): void => {
      const child = entry.readUInt32LE(at);
      if (child !== NO_ENTRY && level <= MAX_STORAGES) open.push({ index: child, storage: within, depth: level });
    };
    if (depth > 0) for (const sibling of [68, 72]) visit(sibling, storage, depth);
    if (entry[66] !== 2) visit(76, depth === 0 ? '' : `${path}/`, depth + 1);
  }
  return entries;
}

/** Up to the NUL that its length counts too. */
function nameOf(entry: Buffer): string {
  return entry.toString('utf16le', 0, Math.max(0, Math.min(entry.readUInt16LE(64), 64) - 2));
}
