import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FileMessage, RecognisedSpan } from '../../model/extraction.js';
import { asBuffer } from '../archive.js';
import { MISSING_END, missingPages, pageCount, pageList } from '../message-details.js';
import { fileMessage, type MessageCode } from '../messages.js';
import type { PageDrawer } from '../ocr/page-drawer.js';
import { type RecognisedPage, recognitionMessages } from '../ocr/recognise.js';
import type { ReadText, Source } from '../read-text.js';
import { damaged, Rejection } from '../rejection.js';
import { TextBuilder } from '../text-builder.js';
import { hasWords } from '../text-quality.js';
import { readFacts } from './document-facts.js';
import { wipeImages } from './images.js';
import type { TextLine } from './layout.js';
import { openPdf } from './pdfjs.js';
import { type DrawPage, type PageText, readPage, unseenLines } from './read-page.js';
import { type RecognisedPages, recognisePages } from './recognise-pages.js';
import { TextWriter } from './text-writer.js';

/** Readers look for the end mark in this many last bytes (ISO 32000-1, annex H.3). */
const END_WITHIN = 1024;

/** Reads a PDF by what is painted on its pages. Throws a Rejection when there is no text, or it cannot be opened. */
export async function readPdf(source: Source): Promise<ReadText> {
  const raw = asBuffer(source.bytes).toString('latin1');
  // A copy, since pdf.js takes the memory of what it is given.
  const bytes = Uint8Array.from(source.bytes);
  wipeImages(bytes, raw);
  const opened = openPdf(bytes);
  try {
    return await readDocument(await opened.document, raw, source);
  } catch (error) {
    throw explain(error);
  } finally {
    await opened.close();
  }
}

async function readDocument(document: PDFDocumentProxy, raw: string, source: Source): Promise<ReadText> {
  const { limits, fileName } = source;
  const total = document.numPages;
  if (total > limits.pages) throw new Rejection('unreadable', 'too-many-pages', pageCount(total, limits.pages));
  const pages = await readPages(document, source);
  const recognition = await recognisePages(pages, source);
  const builder = new TextBuilder(limits);
  const places = writePages(pages, recognition, builder);
  const { fonts, ...built } = builder.build();
  const { metadata, isXfaOnly } = await readFacts(document, raw, fonts);
  if (isXfaOnly) throw new Rejection('unreadable', 'xfa-form');
  checkPages(pages, built.text, recognition);
  const isRestricted = (await document.getPermissions()) !== null;
  const messages = [
    ...recognitionMessages([...recognition.read.values(), ...recognition.added.values()], fileName),
    ...lackMessages(pages, fileName, recognition),
    // pdf.js silently repairs a file that was cut off: what is missing then shows only by the missing end mark.
    ...(raw.slice(-END_WITHIN).includes('%%EOF') ? [] : [fileMessage('partial-text', fileName, MISSING_END)]),
    ...(isRestricted ? [fileMessage('restricted-pdf', fileName)] : []),
  ];
  return { ...built, ...places, messages, metadata };
}

async function readPages(document: PDFDocumentProxy, source: Source): Promise<PageText[]> {
  let drawer: PageDrawer | null = null;
  const draw: DrawPage = async (number, resolution) => {
    source.onPage();
    const { PageDrawer } = await import('../ocr/page-drawer.js');
    drawer ??= new PageDrawer(source);
    return drawer.draw(number, resolution);
  };
  try {
    const pages: PageText[] = [];
    for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number, draw));
    return pages;
  } finally {
    await (drawer as PageDrawer | null)?.close();
  }
}

function writePages(
  pages: readonly PageText[],
  recognition: RecognisedPages,
  builder: TextBuilder,
): { pageStarts: number[]; recognised: RecognisedSpan[] } {
  const writer = new TextWriter(builder);
  const pageStarts: number[] = [];
  const recognised: RecognisedSpan[] = [];
  const write = (found: RecognisedPage): number => {
    const text = found.text.trimEnd();
    const start = writer.writeRecognised(text);
    recognised.push({ start: builder.length - text.length, end: builder.length, page: found.page, confidence: found.confidence });
    return start;
  };
  for (const [index, page] of pages.entries()) {
    const instead = recognition.read.get(index + 1);
    const beside = recognition.added.get(index + 1);
    if (instead === undefined) pageStarts.push(writer.writePage(ownLines(page, recognition.contradicted.has(index + 1))));
    else {
      pageStarts.push(write(instead));
      // What a font says in place of what it shows is unseen as a whole.
      if (page.doubt === 'language') writer.writePage(page.lines, 'unicode-lie');
      else writer.writePage(unseenLines(page.lines));
    }
    if (beside !== undefined) write(beside);
  }
  writer.writeAsides(pages.flatMap(({ notes }) => notes));
  return { pageStarts, recognised };
}

/** The lines of a page that is not read by its picture. */
function ownLines({ lines, layer, lack }: PageText, isContradicted: boolean): readonly TextLine[] {
  if (lack === 'gibberish') return unseenLines(lines);
  return layer.length > 0 && !isContradicted ? layer : lines;
}

/** Throws a Rejection where nothing is left to compare. */
function checkPages(pages: readonly PageText[], text: string, { read, hasDoubt }: RecognisedPages): void {
  if (pages.every(({ lack }) => lack === 'failed') && read.size === 0) throw damaged(undefined);
  const isReadable = pages.some(({ lack, lines }) => lack === null && lines.length > 0);
  if ((isReadable || read.size > 0) && hasWords(text)) return;
  if (pages.some(({ lack }) => lack === 'gibberish')) throw new Rejection('needs-ocr', 'gibberish');
  throw new Rejection('needs-ocr', hasDoubt ? 'not-recognised' : 'no-text-layer');
}

/** The pages whose text is lost, was recognised by another program, or is not what one sees. */
function lackMessages(pages: readonly PageText[], fileName: string, recognition: RecognisedPages): FileMessage[] {
  const { read, contradicted, blank } = recognition;
  const numbers = (isOne: (page: PageText, number: number) => boolean): number[] =>
    pages.flatMap((page, i) => (isOne(page, i + 1) ? [i + 1] : []));
  const missing = numbers(({ lack }, number) => lack !== null && !read.has(number));
  // A last page alone is the scanned signature: a small picture, or one without text.
  const isSignature = (page: number): boolean =>
    page === pages.length && pages[page - 1]!.lack === 'picture' && (blank.has(page) || !pages[page - 1]!.isScan);
  const told: readonly [MessageCode, number[], (pages: number[]) => string][] = [
    ['layer-differs', numbers(({ doubt }, number) => doubt === 'layer' && contradicted.has(number)), pageList],
    ['misleading-font', numbers((page, number) => page.hasLies || (page.doubt === 'language' && contradicted.has(number))), pageList],
    ['recognised-elsewhere', numbers(({ doubt }, number) => doubt === 'layer' && !contradicted.has(number)), pageList],
    [missing.every(isSignature) ? 'not-read-parts' : 'partial-text', missing, (list) => missingPages(list, pages.length)],
  ];
  return told.filter(([, list]) => list.length > 0).map(([code, list, detail]) => fileMessage(code, fileName, detail(list)));
}

function explain(error: unknown): Rejection {
  if (error instanceof Rejection) return error;
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  return isLocked ? new Rejection('unreadable', 'encrypted', '', { cause: error }) : damaged(error);
}
