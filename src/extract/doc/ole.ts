import type { FileFormat } from '../../model/extraction.js';
import { asBuffer } from '../archive.js';
import { Rejection } from '../rejection.js';

const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Size of one entry in the directory of an OLE file ([MS-CFB] 2.6.1). */
const DIRECTORY_ENTRY = 128;
/** Start of the file information block: Word 97 and later, Word 6 and 95 ([MS-DOC] 2.5.2). */
const WORD_97 = 0xa5ec;
const WORD_6 = 0xa5dc;
const ENCRYPTED_FLAG = 0x0100;

/** What an OLE file is and why it cannot be read. */
export interface OleFinding {
  readonly format: FileFormat;
  readonly rejection: Rejection;
}

/** Whether the bytes are an OLE compound file, or a Word document from before OLE. */
export function isOle(bytes: Uint8Array): boolean {
  return asBuffer(bytes).subarray(0, 8).equals(MAGIC) || isWord2(bytes);
}

/**
 * Tells OLE files apart by the streams they name. The entries are looked for by their bytes rather than by walking
 * the sector chains: cyclic or broken chains, a known trick, then cost nothing. `doc`: a document of Word 97 or later that can be read.
 */
export function examineOle(bytes: Uint8Array): OleFinding | 'doc' {
  const file = asBuffer(bytes);
  if (isWord2(bytes)) return { format: 'doc', rejection: new Rejection('unreadable', 'too-old') };
  const has = (name: string): boolean => findEntry(file, name) !== -1;
  if (has('\tDRMContent') || has('DRMEncryptedDataSpace'))
    return { format: 'doc', rejection: new Rejection('unreadable', 'rights-managed') };
  if (has('EncryptedPackage')) return { format: 'docx', rejection: new Rejection('unreadable', 'encrypted') };
  if (has('WordDocument')) {
    const rejection = examineWord(file);
    return rejection === undefined ? 'doc' : { format: 'doc', rejection };
  }
  if (has('Workbook') || has('Book')) return { format: 'unknown', rejection: new Rejection('refused', 'unsupported-sheet') };
  if (has('PowerPoint Document')) return { format: 'unknown', rejection: new Rejection('refused', 'unsupported-slides') };
  if (!has('Root Entry')) return { format: 'doc', rejection: new Rejection('unreadable', 'damaged') };
  return { format: 'unknown', rejection: new Rejection('refused', 'not-a-document') };
}

/** Why the Word stream cannot be read; undefined where it can. */
function examineWord(file: Buffer): Rejection | undefined {
  const fib = wordStreamStart(file);
  if (fib === undefined) return new Rejection('unreadable', 'damaged');
  const magic = file.readUInt16LE(fib);
  if (magic === WORD_6) return new Rejection('unreadable', 'too-old');
  if (magic !== WORD_97) return new Rejection('unreadable', 'damaged');
  const isEncrypted = (file.readUInt16LE(fib + 10) & ENCRYPTED_FLAG) !== 0;
  return isEncrypted ? new Rejection('unreadable', 'encrypted') : undefined;
}

function wordStreamStart(file: Buffer): number | undefined {
  const sectorSize = 1 << Math.min(file.readUInt16LE(30), 16);
  const firstSector = file.readUInt32LE(findEntry(file, 'WordDocument') + 116);
  const start = (firstSector + 1) * sectorSize;
  return start + 32 <= file.length ? start : undefined;
}

/** Offset of the directory entry of that name, -1 where there is none. */
function findEntry(file: Buffer, name: string): number {
  const needle = Buffer.from(`${name}\0`, 'utf16le');
  let at = file.indexOf(needle);
  while (at !== -1) {
    // The length of the name, its final NUL included, stands behind the 64 bytes kept for it.
    const isEntry = at % DIRECTORY_ENTRY === 0 && at + DIRECTORY_ENTRY <= file.length && file.readUInt16LE(at + 64) === needle.length;
    if (isEntry) return at;
    at = file.indexOf(needle, at + 2);
  }
  return -1;
}

/** Word 1 and 2 for Windows wrote no OLE container. */
function isWord2(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xdb || bytes[0] === 0x9b) && bytes[1] === 0xa5 && bytes[3] === 0x00;
}
