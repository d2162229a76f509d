import type { FileMessage, RecognisedSpan } from '../../model/extraction.js';
import { recognisedPages, unrecognisedPages } from '../message-details.js';
import { fileMessage } from '../messages.js';
import type { Source } from '../read-text.js';
import { Rejection } from '../rejection.js';
import { checkPicture } from './check-picture.js';
import { judge, type Quality } from './quality.js';
import { confidenceOf, Recogniser } from './recogniser.js';
import type { Reading } from './tesseract.js';

/** What was read from the picture of one page. */
export interface RecognisedPage {
  /** Page or picture of the file, from 1. */
  readonly page: number;
  /** Paragraphs end with an empty line; empty where the quality is poor, since what it says is worth nothing. */
  readonly text: string;
  /** Mean confidence of the words, 0..1. */
  readonly confidence: number;
  readonly quality: Quality;
}

/** Lends a recogniser for one file: it takes a third of a second to start, and a hundred megabytes while it lives. */
export async function withRecogniser<T>(work: (recogniser: Recogniser) => Promise<T>): Promise<T> {
  const recogniser = await Recogniser.start();
  try {
    return await work(recogniser);
  } finally {
    await recogniser.close();
  }
}

/**
 * Reads pictures that stand in a document, in their order. null for one that is not read: broken, of more pixels than may be,
 * of a kind that is not read, or past the limit of pages.
 */
export async function recogniseImages(images: readonly Uint8Array[], source: Source): Promise<(RecognisedPage | null)[]> {
  return withRecogniser(async (recogniser) => {
    const pages: (RecognisedPage | null)[] = [];
    for (const [index, image] of images.entries()) {
      pages.push(index < source.limits.pages ? await tryImage(image, index + 1, source, recogniser) : null);
    }
    return pages;
  });
}

async function tryImage(image: Uint8Array, number: number, source: Source, recogniser: Recogniser): Promise<RecognisedPage | null> {
  try {
    checkPicture(image, source.limits);
    source.onPage();
    return toPage(number, await recogniser.recogniseFile(image));
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
}

/** A page from what was read of it. */
export function toPage(page: number, reading: Reading): RecognisedPage {
  const quality = judge(reading);
  const text = quality === 'poor' ? '' : reading.paragraphs.map((lines) => `${lines.join('\n')}\n\n`).join('');
  return { page, text, confidence: confidenceOf(reading), quality };
}

/** Where the text of a page stands once it has been put into the text of a file at `start`. */
export function recognisedSpan({ page, text, confidence }: RecognisedPage, start: number): RecognisedSpan {
  return { start, end: start + text.length, page, confidence };
}

/** What to tell of pages of which at least one was read: how sure the recogniser is, and which a person must look at. */
export function recognitionMessages(pages: readonly RecognisedPage[], fileName: string): FileMessage[] {
  const of = (quality: Quality): RecognisedPage[] => pages.filter((page) => page.quality === quality);
  const messages: FileMessage[] = [];
  const [good, doubtful, poor] = [of('good'), of('doubtful'), of('poor')];
  if (doubtful.length > 0) messages.push(fileMessage('doubtful-recognition', fileName, recognisedPages(doubtful)));
  if (poor.length > 0) messages.push(fileMessage('partial-text', fileName, unrecognisedPages(poor.map(({ page }) => page))));
  if (good.length > 0) messages.push(fileMessage('recognised', fileName, recognisedPages(good)));
  return messages;
}
