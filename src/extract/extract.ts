import {
  type Extraction,
  type ExtractLimits,
  type FileFormat,
  type FileMessage,
  type HiddenKind,
  type HiddenSpan,
  NO_METADATA,
  NOTHING_READ,
} from '../model/extraction.js';
import type { Room } from './archive.js';
import { completeBody, isInPictures } from './body.js';
import { type Content, detectContent } from './detect-content.js';
import { disagrees, isProgramName, isUnsafeName } from './file-name.js';
import { findFurniture } from './furniture.js';
import { type DecodedText, decodeLegacy } from './legacy/decode-legacy.js';
import { CONTENT_NAMES, decodedLines, hiddenLetters, legacyPassages, OVER_LIMIT, pageCount } from './message-details.js';
import { fileMessage, type MessageCode } from './messages.js';
import type { ReadText, Source } from './read-text.js';
import { damaged, Rejection } from './rejection.js';
import { countLetters, findLegacyPassages, isSpacedOut } from './text-quality.js';
import { unreadMessages } from './unread-parts.js';

/** Hidden letters up to this are a stray mark of an editor. */
const STRAY_LETTERS = 20;
/** Messages with which a file was read, yet somebody must look at it. */
const SUSPICIOUS: readonly MessageCode[] = [
  'hidden-text',
  'unread-style',
  'spaced-letters',
  'recognised-elsewhere',
  'layer-differs',
  'misleading-font',
  'doubtful-recognition',
];

/**
 * Reads one file, told by its content, within the limits. Older encodings are decoded; apart from that the text keeps its characters as
 * the file has them. A file that cannot be read is no error: it has a state and messages. Hostile files can exhaust memory or time here,
 * so run it in the sandbox, which gives more time for each call of `onPage`.
 */
export async function extract(
  bytes: Uint8Array,
  fileName: string,
  limits: ExtractLimits,
  onPage: () => void = () => {},
): Promise<Extraction> {
  let format: FileFormat = 'unknown';
  try {
    checkOutside(bytes, fileName, limits);
    const content = await detectContent(bytes, fileName, limits);
    format = content.type === 'none' ? content.format : content.type;
    const source = { bytes, fileName, limits, onPage: atMost(limits.pages, onPage) };
    const read = await completeBody(await readContent(content, source), source);
    checkLength(read.text, limits);
    const { decoding, spans } = decode(content, read);
    const { text, encoding, decoded } = decoding;
    const messages = [
      ...nameMessages(fileName, format),
      ...unreadMessages(read.unread ?? new Set(), fileName),
      ...read.messages,
      ...checkHidden(text, spans.hidden, fileName),
      ...checkText(decoding, fileName),
    ];
    const state = messages.some(({ code }) => SUSPICIOUS.some((one) => one === code)) ? 'suspicious' : 'ok';
    return {
      state,
      format,
      text,
      messages,
      ...spans,
      furniture: findFurniture(text, read.pageStarts ?? []),
      decoded,
      encoding,
      metadata: read.metadata,
    };
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

/** Embedded files are read too, but not what is embedded in them. */
async function readContent(content: Content, source: Source, isEmbedded = false): Promise<ReadText> {
  switch (content.type) {
    case 'docx': {
      const { readDocx } = await import('./docx/read-docx.js');
      const { archive } = content;
      return isEmbedded ? readDocx(archive, source) : readDocx(archive, source, (bytes) => readEmbedded(bytes, source, archive.room));
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.js');
      return readPdf(source);
    }
    case 'txt':
      return { text: content.decoded.text, messages: [], metadata: NO_METADATA };
    case 'doc': {
      const { readDoc } = await import('./doc/read-doc.js');
      return readDoc(source);
    }
    case 'rtf': {
      const { readRtf } = await import('./rtf/read-rtf.js');
      return readRtf(source);
    }
    case 'odt': {
      const { readFlatOdt, readOdt } = await import('./odt/read-odt.js');
      return content.archive === null ? readFlatOdt(source) : readOdt(content.archive, source);
    }
    case 'html': {
      const { readHtml } = await import('./html/read-html.js');
      return readHtml(source);
    }
    case 'image': {
      const { readImage } = await import('./ocr/read-image.js');
      return readImage(source);
    }
    case 'none':
      throw content.rejection;
  }
}

/** A file within another one has no name that its sender gave it, and one whose text is in pictures counts as not read. */
async function readEmbedded(bytes: Uint8Array, source: Source, room: Room): Promise<ReadText> {
  const content = await detectContent(bytes, '', source.limits, room);
  const read = await readContent(content, { ...source, bytes }, true);
  if (isInPictures(read)) throw new Rejection('needs-ocr', 'no-text-layer');
  return read;
}

/** Pages of embedded files count as well. */
function atMost(limit: number, onPage: () => void): () => void {
  let pages = 0;
  return () => {
    pages++;
    if (pages > limit) throw new Rejection('unreadable', 'too-many-pages', pageCount(pages, limit));
    onPage();
  };
}

/** Decoding changes lengths: the reader's places go along. A text file has none, and was decoded when its type was told. */
function decode(content: Content, { text, hidden = [], asides = [], recognised = [], fontRuns = [] }: ReadText) {
  if (content.type === 'txt') return { decoding: content.decoded, spans: { hidden, asides, recognised, fontRuns } };
  const { places, ...decoding } = decodeLegacy(text, fontRuns);
  const spans = {
    hidden: places.move(hidden),
    asides: places.move(asides),
    recognised: places.move(recognised),
    fontRuns: places.move(fontRuns),
  };
  return { decoding, spans };
}

function checkLength(text: string, limits: ExtractLimits): void {
  if (text.length > limits.textLength) throw new Rejection('refused', 'too-large', OVER_LIMIT.textLength(limits.textLength));
}

/** Tells of hidden text, unless it is no more than a stray mark of an editor; digits hide nothing (page numbers of a table of contents). */
function checkHidden(text: string, hidden: readonly HiddenSpan[], fileName: string): FileMessage[] {
  const letters = new Map<HiddenKind, number>();
  for (const { start, end, kind } of hidden) {
    const count = countLetters(text.slice(start, end).replace(/\p{N}/gu, ''));
    letters.set(kind, (letters.get(kind) ?? 0) + count);
  }
  const total = [...letters.values()].reduce((sum, count) => sum + count, 0);
  return total > STRAY_LETTERS ? [fileMessage('hidden-text', fileName, hiddenLetters(letters))] : [];
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
  return { ...outcome, ...NOTHING_READ };
}

function nameMessages(fileName: string, format: FileFormat): FileMessage[] {
  if (format === 'unknown' || !disagrees(fileName, format)) return [];
  return [fileMessage('name-mismatch', fileName, CONTENT_NAMES[format])];
}
