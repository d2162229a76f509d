import type { Extraction, ExtractLimits, FileFormat, FileMessage } from '../model/extraction.js';
import { type Content, detectContent } from './detect-content.js';
import { disagrees, isProgramName, isUnsafeName } from './file-name.js';
import { findFurniture } from './furniture.js';
import { type DecodedText, decodeLegacy } from './legacy/decode-legacy.js';
import { CONTENT_NAMES, decodedLines, fileMessage, legacyPassages, type MessageCode, OVER_LIMIT } from './messages.js';
import { NO_METADATA, type ReadText } from './read-text.js';
import { damaged, Rejection } from './rejection.js';
import { findLegacyPassages, isSpacedOut } from './text-quality.js';

/** Messages with which a file was read, yet somebody must look at it. */
const SUSPICIOUS: readonly MessageCode[] = ['hidden-text', 'spaced-letters'];

/**
 * Reads one file, told by its content, within the limits. Older encodings are decoded; apart from that the text keeps its characters as
 * the file has them. A file that cannot be
 * read is no error: it has a state and messages. Hostile files can exhaust memory or time here, so run it in the sandbox.
 */
export async function extract(bytes: Uint8Array, fileName: string, limits: ExtractLimits): Promise<Extraction> {
  let format: FileFormat = 'unknown';
  try {
    checkOutside(bytes, fileName, limits);
    const content = await detectContent(bytes, fileName, limits);
    format = content.type === 'none' ? content.format : content.type;
    const read = await readContent(content, bytes, fileName, limits);
    checkLength(read.text, limits);
    const decoding = content.type === 'txt' ? content.decoded : decodeLegacy(read.text);
    const { text, encoding, decoded } = decoding;
    const messages = [...nameMessages(fileName, format), ...read.messages, ...checkText(decoding, fileName)];
    const state = messages.some(({ code }) => SUSPICIOUS.some((one) => one === code)) ? 'suspicious' : 'ok';
    const furniture = findFurniture(text, read.pageStarts ?? []);
    return { state, format, text, messages, hidden: [], furniture, decoded, encoding, metadata: read.metadata };
  } catch (error) {
    return rejected(error instanceof Rejection ? error : damaged(error), format, fileName);
  }
}

function checkOutside(bytes: Uint8Array, fileName: string, limits: ExtractLimits): void {
  if (isUnsafeName(fileName)) throw new Rejection('refused', 'unsafe-name');
  if (bytes.length === 0) throw new Rejection('unreadable', 'empty');
  if (bytes.length > limits.fileBytes) throw new Rejection('refused', 'too-large', OVER_LIMIT.fileBytes(limits.fileBytes));
  if (isProgramName(fileName)) throw new Rejection('refused', 'executable');
}

async function readContent(content: Content, bytes: Uint8Array, fileName: string, limits: ExtractLimits): Promise<ReadText> {
  switch (content.type) {
    case 'docx': {
      const { readDocx } = await import('./docx.js');
      return readDocx(content.archive, fileName, limits);
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf.js');
      return readPdf(bytes, fileName, limits);
    }
    case 'txt':
      return { text: content.decoded.text, messages: [], metadata: NO_METADATA };
    case 'none':
      throw content.rejection;
  }
}

function checkLength(text: string, limits: ExtractLimits): void {
  if (text.length > limits.textLength) throw new Rejection('refused', 'too-large', OVER_LIMIT.textLength(limits.textLength));
}

/** What the text itself tells. Throws a Rejection where nothing of it can be made out. */
function checkText({ text, lines }: DecodedText, fileName: string): FileMessage[] {
  const { passages, isAll } = findLegacyPassages(text);
  if (isAll) throw new Rejection('unreadable', 'legacy-encoding');
  const messages: FileMessage[] = [];
  if (lines.size > 0) messages.push(fileMessage('decoded', fileName, decodedLines(lines)));
  if (passages.length > 0) messages.push(fileMessage('partial-text', fileName, legacyPassages(passages)));
  if (isSpacedOut(text)) messages.push(fileMessage('spaced-letters', fileName));
  return messages;
}

function rejected(rejection: Rejection, format: FileFormat, fileName: string): Extraction {
  const { state, code, detail } = rejection;
  // A refused file is told what it is already.
  const extra = state === 'refused' ? [] : nameMessages(fileName, format);
  return unread({ state, format, messages: [fileMessage(code, fileName, detail), ...extra] });
}

/** An Extraction without text. */
export function unread(outcome: Pick<Extraction, 'state' | 'format' | 'messages'>): Extraction {
  return { ...outcome, text: '', hidden: [], furniture: [], decoded: [], encoding: null, metadata: NO_METADATA };
}

function nameMessages(fileName: string, format: FileFormat): FileMessage[] {
  if (format === 'unknown' || !disagrees(fileName, format)) return [];
  return [fileMessage('name-mismatch', fileName, CONTENT_NAMES[format])];
}
