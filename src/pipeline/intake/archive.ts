import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { type Entry, type LocalFileHeader, validateFileName, type ZipFile } from 'yauzl';
import type { Skipped } from '../../model/batch.js';
import type { ExtractLimits } from '../../model/extraction.js';
import {
  archiveBadName,
  archiveDuplicateName,
  archiveEncrypted,
  archiveInconsistent,
  archiveNested,
  archiveOverlap,
  archiveSplit,
  archiveTooLarge,
  archiveTooLong,
  archiveTooMany,
  archiveTooMuch,
  archiveUnreadable,
  linkFile,
  notAFile,
  systemFile,
} from '../messages.js';
import { entryName } from './entry-name.js';
import { openZip } from './file-reader.js';
import { type InputFile, isArchiveName, isSystemFile, UnreadableInput } from './input-file.js';

/** Bounds on one archive, beside those on each of its files. */
export interface ArchiveLimits {
  /** Files taken. 10,000: all the essays of a large district in one campaign. */
  readonly files: number;
  /** Entries looked at, folders and what a system strews about among them. 40,000: a Mac adds one to each file, and each may have its folder. */
  readonly entries: number;
  /** Bytes of all files taken, unpacked. 4 GiB: that many essays of 400 KB. */
  readonly bytes: number;
}

const ARCHIVE_LIMITS: ArchiveLimits = { files: 10_000, entries: 40_000, bytes: 4 * 1024 ** 3 };

/** How Unix marks what an entry is, in the upper half of its attributes (stat.h). */
const FILE_TYPE = 0o170000;
const LINK = 0o120000;
const PLAIN_FILES = [0, 0o100000];
/** Bit 3 of the flags: checksum and sizes stand behind the data, not in the local header (APPNOTE.TXT 4.4.4). */
const SIZES_BEHIND = 0x8;
const ZIP64 = 0xffffffff;

/** Parts that every Office document has (ECMA-376 part 2), together found in no parcel of essays. */
const OFFICE_PARTS = ['[Content_Types].xml', '_rels/.rels'];

export interface OpenedArchive {
  readonly files: readonly InputFile[];
  readonly skipped: readonly Skipped[];
  close(): void;
}

/** An entry of the directory with what its own header says, null where that cannot be read. */
interface Listed {
  readonly entry: Entry;
  readonly name: string;
  readonly local: LocalFileHeader | null;
}

/**
 * Opens a file named .zip; null when it is something else under that name, such as an Office document, which is read as what it is.
 * An entry that must not be taken is skipped with its reason; the others go on.
 */
export async function openArchive(
  path: string,
  name: string,
  limits: ExtractLimits,
  bounds: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<OpenedArchive | null> {
  let zip: ZipFile;
  try {
    zip = await openZip(path);
  } catch (error) {
    const reason = await whyNotOpened(path, error);
    return reason === null ? null : { files: [], skipped: [{ file: name, reason }], close: () => {} };
  }
  const { listed, trouble } = await listEntries(zip, bounds.entries);
  const names = new Set(listed.map((one) => one.name));
  if (OFFICE_PARTS.every((part) => names.has(part))) {
    zip.close();
    return null;
  }
  const files: InputFile[] = [];
  const skipped: Skipped[] = [];
  const judge = createJudge(listed, limits, bounds);
  for (const one of listed) {
    const file = `${name}/${one.name}`;
    const reason = judge(one);
    if (reason !== null) skipped.push({ file, reason });
    else if (files.length < bounds.files) files.push({ name: file, read: () => readEntry(zip, one.entry, limits) });
    else {
      const total = listed.filter((other) => !isSystemFile(other.name)).length;
      skipped.push({ file: name, reason: archiveTooMany(bounds.files, total) });
      break;
    }
  }
  if (trouble !== null) skipped.push({ file: name, reason: trouble });
  return { files, skipped, close: () => zip.close() };
}

/** null: it is no ZIP at all, or cannot be opened as a file, which its reader will tell. */
async function whyNotOpened(path: string, error: unknown): Promise<string | null> {
  // yauzl has no error codes.
  if (error instanceof Error && error.message.startsWith('multi-disk')) return archiveSplit;
  const head = Buffer.alloc(4);
  const handle = await open(path).catch(() => null);
  await handle?.read(head, 0, 4, 0).finally(() => handle.close());
  if (head.toString('latin1') === 'PK\x07\x08') return archiveSplit;
  return head.toString('latin1', 0, 2) === 'PK' ? archiveUnreadable : null;
}

/** The files in the order of the directory, folders left out, as far as it can be read and the bound allows. */
async function listEntries(zip: ZipFile, most: number): Promise<{ listed: Listed[]; trouble: string | null }> {
  const listed: Listed[] = [];
  let seen = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (++seen > most) return { listed, trouble: archiveTooLong(most, zip.entryCount) };
      const name = entryName(entry);
      if (name.endsWith('/')) continue;
      listed.push({ entry, name, local: await zip.readLocalFileHeaderPromise(entry).catch(() => null) });
    }
  } catch {
    return { listed, trouble: archiveUnreadable };
  }
  return { listed, trouble: null };
}

/** Tells, entry by entry in their order, why one must not be taken; null for one that may. */
function createJudge(listed: readonly Listed[], limits: ExtractLimits, bounds: ArchiveLimits): (one: Listed) => string | null {
  const overlapping = findOverlaps(listed);
  const seen = new Set<string>();
  let room = bounds.bytes;
  return (one) => {
    const { entry, name, local } = one;
    // By the bytes: a name with its marks composed and the same with them apart are two names.
    const raw = entry.fileNameRaw.toString('latin1');
    const isTwice = seen.has(raw);
    seen.add(raw);
    if (isSystemFile(name)) return systemFile;
    if (validateFileName(name) !== null) return archiveBadName;
    if (isTwice) return archiveDuplicateName;
    const odd = reasonOfKind(entry, name);
    if (odd !== null) return odd;
    if (local !== null && !headersAgree(entry, local)) return archiveInconsistent;
    if (overlapping.has(one)) return archiveOverlap;
    // One that claims more than an essay may have is not unpacked any further.
    room -= Math.min(entry.uncompressedSize, limits.fileBytes);
    return room < 0 ? archiveTooMuch(bounds.bytes) : null;
  };
}

function reasonOfKind(entry: Entry, name: string): string | null {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type === LINK) return linkFile;
  if (!PLAIN_FILES.includes(type)) return notAFile;
  if (entry.isEncrypted()) return archiveEncrypted;
  if (!entry.canDecodeFileData()) return archiveUnreadable;
  return isArchiveName(name) ? archiveNested : null;
}

/** What the directory and the entry itself tell differently is a way to smuggle files past a check. */
function headersAgree(entry: Entry, local: LocalFileHeader): boolean {
  if (!local.fileName.equals(entry.fileNameRaw) || local.compressionMethod !== entry.compressionMethod) return false;
  if ((local.generalPurposeBitFlag & SIZES_BEHIND) !== 0) return true;
  const agrees = (here: number, there: number): boolean => here === there || here === ZIP64;
  const { crc32: checksum, compressedSize, uncompressedSize } = local;
  return checksum === entry.crc32 && agrees(compressedSize, entry.compressedSize) && agrees(uncompressedSize, entry.uncompressedSize);
}

/** The entries that share bytes of the archive with another, by which a small one unpacks to thousands of large files. */
function findOverlaps(listed: readonly Listed[]): ReadonlySet<Listed> {
  const overlapping = new Set<Listed>();
  const inOrder = listed.toSorted((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader);
  let last: Listed | undefined;
  let end = 0;
  for (const one of inOrder) {
    const { relativeOffsetOfLocalHeader: start, compressedSize } = one.entry;
    if (last !== undefined && start < end) overlapping.add(last).add(one);
    const ownEnd = (one.local?.fileDataStart ?? start) + compressedSize;
    if (ownEnd > end) {
      end = ownEnd;
      last = one;
    }
  }
  return overlapping;
}

/**
 * One entry's bytes; stops as soon as it unpacks to more than an essay may have, whatever the directory says. Rejects with
 * UnreadableInput for that, and for bytes that do not fit the size or checksum of the directory.
 */
async function readEntry(zip: ZipFile, entry: Entry, limits: ExtractLimits): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      size += chunk.length;
      const isBomb = size > limits.ratioFromBytes && size > limits.ratio * entry.compressedSize;
      if (size > limits.fileBytes || isBomb) throw new UnreadableInput(archiveTooLarge);
      if (size > entry.uncompressedSize) throw new UnreadableInput(archiveInconsistent);
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof UnreadableInput ? cause : new UnreadableInput(archiveUnreadable, { cause });
  }
  const bytes = Buffer.concat(chunks, size);
  if (size !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) throw new UnreadableInput(archiveUnreadable);
  return bytes;
}
