import { fileTypeFromBuffer } from 'file-type';
import type { ExtractLimits, FileFormat } from '../model/extraction.js';
import { type Archive, asBuffer, openArchive, type Room } from './archive.js';
import { examineOle, isOle } from './doc/ole.js';
import { extensionOf, isScriptName, promisesDocument } from './file-name.js';
import { isMhtml } from './html/mhtml.js';
import type { DecodedText } from './legacy/decode-legacy.js';
import type { MessageCode } from './messages.js';
import { decodeText, isBinary } from './plain-text.js';
import { damaged, type FailedState, Rejection } from './rejection.js';
import { isVietnameseProse } from './text-quality.js';

/** What a file is by its content; `none` where nothing of it can be read. */
export type Content =
  | { readonly type: 'docx'; readonly archive: Archive }
  /** null: one XML file. */
  | { readonly type: 'odt'; readonly archive: Archive | null }
  | { readonly type: 'pdf' | 'doc' | 'rtf' | 'html' | 'image' }
  | { readonly type: 'txt'; readonly decoded: DecodedText }
  | { readonly type: 'none'; readonly format: FileFormat; readonly rejection: Rejection };

/** PDF readers accept the header anywhere in this many first bytes. */
const PDF_HEADER_WITHIN = 1024;
/** As much of a text as is looked at to tell markup from prose. */
const MARKUP_WITHIN = 4096;
/** Share of the signs of program code in what is not space, from which a text counts as code. */
const CODE_SHARE = 0.06;

/**
 * Tells the type of a file by its bytes. The name only serves to tell an essay in a text format from code or a web page that
 * poses as a document; `room` is that of the file around an embedded one. Throws a Rejection when the directory of an archive passes a limit.
 */
export async function detectContent(bytes: Uint8Array, fileName: string, limits: ExtractLimits, room?: Room): Promise<Content> {
  const file = asBuffer(bytes);
  if (file.subarray(0, 4).equals(Buffer.from('PK\x03\x04')) || file.subarray(0, 4).equals(Buffer.from('PK\x05\x06'))) {
    return detectArchive(bytes, limits, room);
  }
  if (isOle(bytes)) {
    const finding = examineOle(bytes);
    return finding === 'doc' ? { type: 'doc' } : { type: 'none', ...finding };
  }
  // Before the signatures: a text may well begin with "BM" or "MZ". Only PDF and RTF are themselves text.
  const head = file.subarray(0, PDF_HEADER_WITHIN).toString('latin1');
  if (/^\s*\{\\rtf/.test(head)) return { type: 'rtf' };
  const decoded = decodeText(bytes, limits.textLength);
  // A text may quote the header, but no text is named .pdf: that is one cut off before its first object.
  const isPdf = /^%PDF-\d/m.test(head) && (file.includes(' obj') || extensionOf(fileName) === 'pdf');
  if (decoded !== undefined && !isPdf) return detectText(decoded, fileName);
  // A web page may say itself in which encoding it is.
  return !isPdf && isHtml(head) && !isBinary(bytes) ? detectHtml(fileName) : detectBinary(bytes);
}

async function detectArchive(bytes: Uint8Array, limits: ExtractLimits, room: Room | undefined): Promise<Content> {
  let archive: Archive;
  try {
    archive = await openArchive(bytes, limits, room);
  } catch (error) {
    const rejection = error instanceof Rejection ? error : damaged(error);
    return { type: 'none', format: formatOfDamaged(asBuffer(bytes)), rejection };
  }
  const names = [...archive.entries.keys()];
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  // Word opens the one, LibreOffice the other.
  if (has(/^word\//i) && has(/^content\.xml$/i)) return none('refused', 'two-documents', 'unknown');
  if (has(/^word\//i)) return { type: 'docx', archive };
  if (has(/^xl\//i)) return none('refused', 'unsupported-sheet', 'unknown');
  if (has(/^ppt\//i)) return none('refused', 'unsupported-slides', 'unknown');
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return { type: 'odt', archive };
  if (has(/^mimetype$/) && has(/^encrypted-package$/)) return none('unreadable', 'encrypted', 'odt');
  if (has(/\.iwa$|^Index\.zip$|^index\.xml$/)) return none('unreadable', 'unsupported-pages', 'unknown');
  return none('refused', 'unsupported-archive', 'unknown');
}

function formatOfDamaged(file: Buffer): FileFormat {
  if (file.includes('word/')) return 'docx';
  return file.includes('opendocument.text') ? 'odt' : 'unknown';
}

function detectText(decoded: DecodedText, fileName: string): Content {
  // An essay may quote code or markup; a text named .txt is therefore never taken for either.
  if (['txt', 'text', 'md'].includes(extensionOf(fileName))) return { type: 'txt', decoded };
  const head = withoutComments(decoded.text.slice(0, MARKUP_WITHIN));
  const root = head.replace(/^<\?xml[^>]*>\s*(?:<\?[^>]*>\s*)*(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE\s+svg[^>]*>\s*)?/i, '');
  if (/^<(?:\w+:)?svg[\s>]/i.test(root)) return none('refused', 'svg', 'unknown');
  if (isHtml(head) || isHtml(root)) return detectHtml(fileName);
  if (head.startsWith('<?xml')) return detectXml(root);
  if (isScript(decoded.text, fileName)) return none('refused', 'script', 'unknown');
  return { type: 'txt', decoded };
}

function withoutComments(head: string): string {
  return head.replace(/^\uFEFF?\s*(?:<!--[\s\S]*?-->\s*)*/, '');
}

function isHtml(head: string): boolean {
  return /^<(?:!doctype\s+html|html|head|body)\b/i.test(withoutComments(head)) || isMhtml(head);
}

/** Word saves web pages under the name .doc; under .docx or .pdf a web page is something else than it says. */
function detectHtml(fileName: string): Content {
  const isDisguised = promisesDocument(fileName) && extensionOf(fileName) !== 'doc';
  return isDisguised ? none('refused', 'disguised-html', 'html') : { type: 'html' };
}

function detectXml(root: string): Content {
  const isWord = /^<(?:\w+:)?(?:wordDocument|package)\b/.test(root);
  if (isWord) return none('unreadable', 'unsupported-word-xml', 'unknown');
  return /^<office:document\b/.test(root) ? { type: 'odt', archive: null } : none('refused', 'not-a-document', 'unknown');
}

/** Brackets count only as in a call, right behind a name: prose and numbered lists are full of others. */
function isScript(text: string, fileName: string): boolean {
  if (isScriptName(fileName)) return true;
  if (isVietnameseProse(text)) return false;
  if (text.startsWith('#!') || /^\s*<(?:script|\?php|%)/i.test(text)) return true;
  const visible = text.match(/\S/g)?.length ?? 0;
  const code = text.match(/[{};=<>]|\w\(/g)?.length ?? 0;
  const words = /\p{L}{2}/u.test(text);
  return words && code / visible > CODE_SHARE;
}

/** Of moving pictures (APNG and the like) and BMP the recogniser knows nothing. */
const IMAGES = new Set(['jpg', 'png', 'gif', 'tif', 'webp']);
const ARCHIVES = new Set(['rar', '7z', 'gz', 'tar', 'tar.gz', 'bz2', 'xz', 'zst', 'cab', 'lz', 'lz4', 'Z', 'arj', 'ace', 'zip']);
const EXECUTABLES = new Set([
  'exe',
  'elf',
  'macho',
  'class',
  'wasm',
  'dex',
  'swf',
  'lnk',
  'alias',
  'nes',
  'crx',
  'deb',
  'rpm',
  'jar',
  'apk',
]);

async function detectBinary(bytes: Uint8Array): Promise<Content> {
  const file = asBuffer(bytes);
  const known = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (known === undefined || known.ext === 'pdf') {
    if (file.subarray(0, PDF_HEADER_WITHIN).includes('%PDF-') && file.subarray(0, 2).toString('latin1') !== 'MZ') return { type: 'pdf' };
  }
  if (known === undefined) {
    return isBinary(bytes) ? none('refused', 'not-a-document', 'unknown') : none('unreadable', 'unknown-encoding', 'txt');
  }
  if (IMAGES.has(known.ext)) return { type: 'image' };
  if (known.mime.startsWith('image/')) return none('unreadable', 'unsupported-image', 'image');
  if (EXECUTABLES.has(known.ext)) return none('refused', 'executable', 'unknown');
  if (ARCHIVES.has(known.ext)) return none('refused', 'unsupported-archive', 'unknown');
  return none('refused', 'not-a-document', 'unknown');
}

function none(state: FailedState, code: MessageCode, format: FileFormat): Content {
  return { type: 'none', format, rejection: new Rejection(state, code) };
}
