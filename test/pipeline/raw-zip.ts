import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  /** As the archive holds it, in any encoding. */
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** General purpose flags: 1 encrypted, 0x800 name in UTF-8. 0 unless given. */
  readonly flags?: number;
  readonly compress?: boolean;
  /** Number of the way it is packed; stored or deflated unless given. */
  readonly method?: number;
  /** Unpacked size that the archive claims, if it is not the true one. */
  readonly claimed?: number;
  /** Unix mode, for symbolic links; a plain file unless given. */
  readonly mode?: number;
  /** Name in the local header, if it is not the same. */
  readonly localName?: string;
  /** Extra fields of the directory. */
  readonly extra?: Uint8Array;
  /** Where the directory says that the entry begins, if it is not there. */
  readonly offset?: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const MADE_BY_UNIX = 0x0314;

/** A ZIP with headers exactly as told: yazl refuses to write most of what hostile or old archives hold. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = localRecord(entry);
    locals.push(local);
    centrals.push(centralRecord(entry, offset));
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function partsOf({ name, content, compress = false }: RawEntry) {
  const bytes = Buffer.from(content as string);
  return { name: Buffer.from(name as string), bytes, packed: compress ? deflateRawSync(bytes) : bytes };
}

/** The thirteen fields that both headers share, from `at` on. */
function writeShared(header: Buffer, at: number, entry: RawEntry, nameLength: number): void {
  const { bytes, packed } = partsOf(entry);
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(entry.flags ?? 0, at + 2);
  header.writeUInt16LE(entry.method ?? (entry.compress ? 8 : 0), at + 4);
  header.writeUInt32LE(crc32(bytes), at + 10);
  header.writeUInt32LE(packed.length, at + 14);
  header.writeUInt32LE(entry.claimed ?? bytes.length, at + 18);
  header.writeUInt16LE(nameLength, at + 22);
}

function localRecord(entry: RawEntry): Buffer {
  const { packed } = partsOf(entry);
  const name = entry.localName === undefined ? partsOf(entry).name : Buffer.from(entry.localName);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL, 0);
  writeShared(header, 4, entry, name.length);
  return Buffer.concat([header, name, packed]);
}

function centralRecord(entry: RawEntry, offset: number): Buffer {
  const { name } = partsOf(entry);
  const extra = entry.extra ?? Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL, 0);
  header.writeUInt16LE(MADE_BY_UNIX, 4);
  writeShared(header, 6, entry, name.length);
  header.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(entry.offset ?? offset, 42);
  return Buffer.concat([header, name, extra]);
}
