import type { FileMessage, RecognisedSpan } from '../../model/extraction.js';
import { type PageUnit, recognisedPages, unrecognisedPages } from '../message-details.js';
import { fileMessage } from '../messages.js';
import type { PictureFile, Source } from '../read-text.js';
import { Rejection } from '../rejection.js';
import { countLetters } from '../text-quality.js';
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
  /** Letters that were seen, also where they are worth nothing. */
  readonly letters: number;
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
 * Reads pictures that stand in a document, in their order. Poor is also one that is not looked at: broken, of more pixels than may be,
 * of a kind that is not read, or past the limit of pages.
 */
export async function recogniseImages(images: readonly PictureFile[], source: Source): Promise<RecognisedPage[]> {
  return withRecogniser(async (recogniser) => {
    const pages: RecognisedPage[] = [];
    for (const [index, image] of images.entries()) {
      const page = index < source.limits.pages ? await tryImage(image, index + 1, source, recogniser) : null;
      pages.push(page ?? unseen(index + 1));
    }
    return pages;
  });
}

async function tryImage(image: PictureFile, number: number, source: Source, recogniser: Recogniser): Promise<RecognisedPage | null> {
  try {
    const bytes = await image();
    checkPicture(bytes, source.limits);
    source.onPage();
    return toPage(number, await recogniser.recogniseFile(bytes));
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
}

/** A page that could not be looked at. */
export const unseen = (page: number): RecognisedPage => ({ page, text: '', confidence: 0, quality: 'poor', letters: 0 });

/** A page from what was read of it. */
export function toPage(page: number, reading: Reading): RecognisedPage {
  const quality = judge(reading);
  const text = reading.paragraphs.map((lines) => `${lines.join('\n')}\n\n`).join('');
  return { page, text: quality === 'poor' ? '' : text, confidence: confidenceOf(reading), quality, letters: countLetters(text) };
}

/**
 * The texts of the pages one after the other, with their places in a text in which they begin at `start`. Throws a Rejection
 * (`needs-ocr`) when none of them was read.
 */
export function joinPages(pages: readonly RecognisedPage[], start: number): { text: string; recognised: RecognisedSpan[] } {
  if (pages.every(({ quality }) => quality === 'poor')) {
    throw new Rejection('needs-ocr', pages.every(({ confidence }) => confidence === 0) ? 'no-text-layer' : 'not-recognised');
  }
  const recognised: RecognisedSpan[] = [];
  let end = start;
  for (const { text, page, confidence, quality } of pages) {
    if (quality !== 'poor') recognised.push({ start: end, end: end + text.length, page, confidence });
    end += text.length;
  }
  return { text: pages.map(({ text }) => text).join(''), recognised };
}

/** What to tell of pages of which at least one was read: how sure the recogniser is, and which a person must look at. */
export function recognitionMessages(pages: readonly RecognisedPage[], fileName: string, unit: PageUnit = 'page'): FileMessage[] {
  const of = (quality: Quality): RecognisedPage[] => pages.filter((page) => page.quality === quality);
  const messages: FileMessage[] = [];
  const [good, doubtful, poor] = [of('good'), of('doubtful'), of('poor')];
  if (doubtful.length > 0) messages.push(fileMessage('doubtful-recognition', fileName, recognisedPages(doubtful, unit)));
  if (poor.length > 0)
    messages.push(
      fileMessage(
        'partial-text',
        fileName,
        unrecognisedPages(
          poor.map(({ page }) => page),
          unit,
        ),
      ),
    );
  if (good.length > 0) messages.push(fileMessage('recognised', fileName, recognisedPages(good, unit)));
  return messages;
}
