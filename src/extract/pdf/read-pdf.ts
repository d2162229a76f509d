import type { InfoResult, PDFParse } from 'pdf-parse';
import { type DocumentMetadata, type ExtractLimits, type FileMessage, NO_METADATA } from '../../model/extraction.js';
import { asBuffer } from '../archive.js';
import { MISSING_END, missingPages, OVER_LIMIT, pageCount } from '../message-details.js';
import { fileMessage } from '../messages.js';
import type { ReadText, Source } from '../read-text.js';
import { damaged, Rejection } from '../rejection.js';
import { countLetters, hasWords, isGibberish, LETTERS_PER_PICTURE } from '../text-quality.js';

const MAX_FONTS = 50;
const PAGE_JOINT = '\n\n';
/** Readers look for the end mark in this many last bytes (ISO 32000-1, annex H.3). */
const END_WITHIN = 1024;

/** Reads a PDF with a text layer. Throws a Rejection when there is none, or it cannot be opened. */
export async function readPdf({ bytes, fileName, limits }: Source): Promise<ReadText> {
  const { PDFParse } = await import('pdf-parse');
  const parser = new PDFParse({
    // A copy, since pdf.js takes the memory of what it is given.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
  });
  try {
    const info = await parser.getInfo();
    if (info.total > limits.pages) throw new Rejection('unreadable', 'too-many-pages', pageCount(info.total, limits.pages));
    const pages = await readPages(parser, info.total, limits);
    return assemble({ pages, info, bytes, fileName });
  } catch (error) {
    throw explain(error);
  } finally {
    await parser.destroy().catch(() => undefined);
  }
}

/** Texts by page; undefined for a page that cannot be read. Rejects when none can. */
async function readPages(parser: PDFParse, total: number, limits: ExtractLimits): Promise<(string | undefined)[]> {
  const pages: (string | undefined)[] = [];
  let length = 0;
  let failure: unknown;
  for (let page = 1; page <= total; page++) {
    try {
      const result = await parser.getText({ partial: [page], pageJoiner: '', disableNormalization: true });
      pages.push(result.pages[0]?.text);
    } catch (error) {
      failure = error;
      pages.push(undefined);
    }
    length += pages.at(-1)?.length ?? 0;
    if (length > limits.textLength) throw new Rejection('refused', 'too-large', OVER_LIMIT.textLength(limits.textLength));
  }
  if (pages.every((page) => page === undefined)) throw damaged(failure);
  return pages;
}

function assemble(read: { pages: readonly (string | undefined)[]; info: InfoResult; bytes: Uint8Array; fileName: string }): ReadText {
  const { pages, info, fileName } = read;
  const raw = asBuffer(read.bytes).toString('latin1');
  const text = pages.map((page) => page ?? '').join(PAGE_JOINT);
  const images = countImages(raw);
  const isScan = countLetters(text) < LETTERS_PER_PICTURE * pages.length && images >= pages.length;
  if (text.trim() === '' || isScan) throw new Rejection('needs-ocr', 'no-text-layer');
  if (isGibberish(text)) throw new Rejection('needs-ocr', 'gibberish');
  const messages: FileMessage[] = [];
  const missing = findMissing(pages, images);
  if (missing.length > 0) {
    // A last page alone is the scanned signature.
    const isLast = missing[0] === pages.length && pages.at(-1) !== undefined;
    messages.push(fileMessage(isLast ? 'not-read-parts' : 'partial-text', fileName, missingPages(missing, pages.length)));
  }
  // pdf.js silently repairs a file that was cut off: what is missing then shows only by the missing end mark.
  if (!raw.slice(-END_WITHIN).includes('%%EOF')) messages.push(fileMessage('partial-text', fileName, MISSING_END));
  if (Array.isArray(info.permission)) messages.push(fileMessage('restricted-pdf', fileName));
  return { text, messages, metadata: metadataOf(info.info, raw), pageStarts: pageStarts(pages) };
}

function pageStarts(pages: readonly (string | undefined)[]): number[] {
  let lines = 0;
  return pages.map((page) => {
    const start = lines;
    lines += `${page ?? ''}${PAGE_JOINT}`.split('\n').length - 1;
    return start;
  });
}

/** Images are streams of their own, so their dictionaries always stand uncompressed in the file. */
function countImages(raw: string): number {
  return raw.match(/\/Subtype\s*\/Image\b/g)?.length ?? 0;
}

/**
 * Numbers, from 1, of the pages whose text is lost: they cannot be read, or they have next to none and are images. Where there are
 * fewer images than such pages, only those without a word are taken for images, and none where there is no image at all.
 */
function findMissing(pages: readonly (string | undefined)[], images: number): number[] {
  const numbersOf = (isMissing: (page: string) => boolean): number[] =>
    pages.flatMap((page, index) => (page === undefined || isMissing(page) ? [index + 1] : []));
  const sparse = (page: string): boolean => countLetters(page) < LETTERS_PER_PICTURE;
  if (images >= pages.filter((page) => page !== undefined && sparse(page)).length) return numbersOf(sparse);
  return numbersOf((page) => images > 0 && !hasWords(page));
}

function metadataOf(info: unknown, raw: string): DocumentMetadata {
  const field = (name: string): string => {
    const value: unknown = typeof info === 'object' && info !== null ? Reflect.get(info, name) : undefined;
    return typeof value === 'string' ? value.slice(0, 200) : '';
  };
  return { ...NO_METADATA, creator: field('Author'), created: isoDate(field('CreationDate')), fonts: fontsOf(raw) };
}

/** ISO 8601 from a PDF date such as D:20261120094200+07'00' (ISO 32000-1, 7.9.4); empty where there is none. */
function isoDate(date: string): string {
  const match = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(date);
  if (match === null) return '';
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', utc, offset, offsetMinutes = '00'] = match;
  const zone = offset === undefined ? (utc ?? '') : `${offset}:${offsetMinutes}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}

/** Names in the font dictionaries that stand uncompressed; the prefix of a subset ("ABCDEF+") is taken off. */
function fontsOf(raw: string): string[] {
  const fonts = new Set<string>();
  for (const match of raw.matchAll(/\/BaseFont\s*\/([^\s/<>[\]()%]{1,100})/g)) {
    if (match[1] !== undefined && fonts.size < MAX_FONTS) fonts.add(match[1].replace(/^[A-Z]{6}\+/, ''));
  }
  return [...fonts];
}

function explain(error: unknown): Rejection {
  if (error instanceof Rejection) return error;
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  return isLocked ? new Rejection('unreadable', 'encrypted', '', { cause: error }) : damaged(error);
}
