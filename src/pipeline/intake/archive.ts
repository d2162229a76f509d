import { crc32 } from 'node:zlib';
import { type Entry, openPromise, validateFileName, type ZipFile } from 'yauzl';
import type { Skipped } from '../../model/batch.js';
import type { ExtractLimits } from '../../model/extraction.js';
import {
  archiveBadName,
  archiveDuplicateName,
  archiveEncrypted,
  archiveTooLarge,
  archiveTooMany,
  archiveUnreadable,
  linkFile,
  systemFile,
} from '../messages.js';
import { type InputFile, isSystemFile, UnreadableInput } from './input-file.js';

/** Files taken from one archive at most. */
const MAX_FILES = 10_000;
/** How Unix marks a link in the upper half of an entry's attributes (stat.h). */
const FILE_TYPE = 0o170000;
const LINK = 0o120000;
/** Bit 11 of the flags: the name is UTF-8 (APPNOTE.TXT 4.4.4). */
const UTF8_FLAG = 0x800;

/** Parts that every Office document has (ECMA-376 part 2), together found in no parcel of essays. */
const OFFICE_PARTS = ['[Content_Types].xml', '_rels/.rels'];

export interface OpenedArchive {
  readonly files: readonly InputFile[];
  readonly skipped: readonly Skipped[];
  close(): void;
}

/**
 * Opens a file named .zip; null when it is an Office document under that name, which is read as the essay it is. An entry
 * that must not be taken is skipped with its reason; the others go on.
 */
export async function openArchive(path: string, name: string, limits: ExtractLimits): Promise<OpenedArchive | null> {
  const files: InputFile[] = [];
  const skipped: Skipped[] = [];
  const seen = new Set<string>();
  let zip: ZipFile;
  try {
    // Sizes are checked when an entry is read: one that lies must cost itself, not the listing.
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false });
  } catch {
    return { files, skipped: [{ file: name, reason: archiveUnreadable }], close: () => {} };
  }
  try {
    for await (const entry of zip.eachEntry()) {
      const inner = decodeName(entry);
      if (inner.endsWith('/')) continue;
      const file = `${name}/${inner}`;
      const reason = (await headersAgree(zip, entry)) ? reasonToSkip(entry, inner, seen, files.length) : archiveBadName;
      seen.add(inner);
      if (reason !== null) skipped.push({ file, reason });
      else files.push({ name: file, read: () => readEntry(zip, entry, limits) });
    }
  } catch {
    skipped.push({ file: name, reason: archiveUnreadable });
  }
  if (OFFICE_PARTS.every((part) => seen.has(part))) {
    zip.close();
    return null;
  }
  return { files, skipped, close: () => zip.close() };
}

/** A name that the directory and the entry itself tell differently is a way to smuggle files past a check. */
async function headersAgree(zip: ZipFile, entry: Entry): Promise<boolean> {
  const local = await zip.readLocalFileHeaderPromise(entry).catch(() => null);
  return local === null || local.fileName.equals(rawName(entry));
}

function reasonToSkip(entry: Entry, name: string, seen: ReadonlySet<string>, taken: number): string | null {
  if (isSystemFile(name)) return systemFile;
  if (validateFileName(name) !== null) return archiveBadName;
  if (seen.has(name)) return archiveDuplicateName;
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK) return linkFile;
  if (entry.isEncrypted()) return archiveEncrypted;
  if (!entry.canDecodeFileData()) return archiveUnreadable;
  return taken >= MAX_FILES ? archiveTooMany(MAX_FILES) : null;
}

/** The name's bytes: `decodeStrings: false` leaves them, whatever the type says. */
const rawName = (entry: Entry): Buffer => entry.fileName as unknown as Buffer;

/** UTF-8 if the entry says so or the bytes are; else the code page of old Vietnamese Windows. Back slashes separate folders. */
function decodeName(entry: Entry): string {
  const isUtf8 = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(rawName(entry));
  } catch {
    text = new TextDecoder('windows-1258').decode(rawName(entry));
  }
  return text.replaceAll('\\', '/').normalize('NFC');
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
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof UnreadableInput ? cause : new UnreadableInput(archiveUnreadable, { cause });
  }
  const bytes = Buffer.concat(chunks, size);
  if (size !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) throw new UnreadableInput(archiveUnreadable);
  return bytes;
}
