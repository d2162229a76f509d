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
  systemFile,
} from '../messages.js';
import { type InputFile, isSystemFile } from './input-file.js';

/** Files taken from one archive at most. */
const MAX_FILES = 10_000;
/** Bit 11 of the flags: the name is UTF-8 (APPNOTE.TXT 4.4.4). */
const UTF8_FLAG = 0x800;

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
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true });
  } catch {
    return { files, skipped: [{ file: name, reason: archiveUnreadable }], close: () => {} };
  }
  try {
    for await (const entry of zip.eachEntry()) {
      const inner = decodeName(entry);
      if (inner.endsWith('/')) continue;
      const file = `${name}/${inner}`;
      const reason = reasonToSkip(entry, inner, seen, files.length);
      if (inner === '[Content_Types].xml') {
        zip.close();
        return null;
      }
      seen.add(inner);
      if (reason !== null) skipped.push({ file, reason });
      else files.push({ name: file, read: () => readEntry(zip, entry, limits) });
    }
  } catch {
    skipped.push({ file: name, reason: archiveUnreadable });
  }
  return { files, skipped, close: () => zip.close() };
}

function reasonToSkip(entry: Entry, name: string, seen: ReadonlySet<string>, taken: number): string | null {
  if (isSystemFile(name)) return systemFile;
  if (validateFileName(name) !== null) return archiveBadName;
  if (seen.has(name)) return archiveDuplicateName;
  if (entry.isEncrypted()) return archiveEncrypted;
  if (!entry.canDecodeFileData()) return archiveUnreadable;
  return taken >= MAX_FILES ? archiveTooMany(MAX_FILES) : null;
}

/** UTF-8 if the entry says so or the bytes are; else the code page of old Vietnamese Windows. Back slashes separate folders. */
function decodeName(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer; // decodeStrings: false leaves the bytes
  const isUtf8 = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(raw);
  } catch {
    text = new TextDecoder('windows-1258').decode(raw);
  }
  return text.replaceAll('\\', '/').normalize('NFC');
}

/** One entry's bytes; stops as soon as it unpacks to more than an essay may have, whatever the directory says. */
async function readEntry(zip: ZipFile, entry: Entry, limits: ExtractLimits): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    size += chunk.length;
    const isBomb = size > limits.ratioFromBytes && size > limits.ratio * entry.compressedSize;
    if (size > limits.fileBytes || isBomb) throw new RangeError(archiveTooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
