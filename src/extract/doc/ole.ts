import type { FileFormat } from '../../model/extraction.js';
import { asBuffer } from '../archive.js';
import { damaged, Rejection } from '../rejection.js';
import { COMPOUND_MAGIC, CompoundFile } from './compound-file.js';
import { readFileInformation, WORD_97, WORDS_BEFORE_97 } from './file-information.js';

/** What an OLE file is and why it cannot be read. */
export interface OleFinding {
  readonly format: FileFormat;
  readonly rejection: Rejection;
}

/** Whether the bytes are an OLE compound file, or a Word document from before OLE. */
export function isOle(bytes: Uint8Array): boolean {
  return asBuffer(bytes).subarray(0, 8).equals(COMPOUND_MAGIC) || isWord2(bytes);
}

/** Tells OLE files apart by their streams. `doc`: a document of Word 97 or later that can be read. */
export function examineOle(bytes: Uint8Array): OleFinding | 'doc' {
  if (isWord2(bytes)) return { format: 'doc', rejection: new Rejection('unreadable', 'too-old') };
  try {
    return examineStreams(new CompoundFile(bytes));
  } catch (error) {
    return { format: 'doc', rejection: error instanceof Rejection ? error : damaged(error) };
  }
}

function examineStreams(file: CompoundFile): OleFinding | 'doc' {
  const paths = new Set(file.paths);
  if (file.paths.some((path) => path === '\tDRMContent' || path.endsWith('/DRMEncryptedDataSpace')))
    return { format: 'doc', rejection: new Rejection('unreadable', 'rights-managed') };
  if (paths.has('EncryptedPackage')) return { format: 'docx', rejection: new Rejection('unreadable', 'encrypted') };
  const word = file.stream('WordDocument');
  if (word !== undefined) {
    const rejection = examineWord(word);
    return rejection === undefined ? 'doc' : { format: 'doc', rejection };
  }
  if (paths.has('Workbook') || paths.has('Book')) return { format: 'unknown', rejection: new Rejection('refused', 'unsupported-sheet') };
  if (paths.has('PowerPoint Document')) return { format: 'unknown', rejection: new Rejection('refused', 'unsupported-slides') };
  return { format: 'unknown', rejection: new Rejection('refused', 'not-a-document') };
}

/** Why the Word stream cannot be read; undefined where it can. */
function examineWord(word: Buffer): Rejection | undefined {
  const magic = word.length < 2 ? 0 : word.readUInt16LE(0);
  if (WORDS_BEFORE_97.has(magic)) return new Rejection('unreadable', 'too-old');
  if (magic !== WORD_97) return damaged(new Error(`Word stream begins with ${magic.toString(16)}`));
  return readFileInformation(word).isEncrypted ? new Rejection('unreadable', 'encrypted') : undefined;
}

/** Word 1 and 2 for Windows wrote no OLE container. */
function isWord2(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xdb || bytes[0] === 0x9b) && bytes[1] === 0xa5 && bytes[3] === 0x00;
}
