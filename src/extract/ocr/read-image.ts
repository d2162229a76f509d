import { NO_METADATA } from '../../model/extraction.js';
import { pageCount } from '../message-details.js';
import type { ReadText, Source } from '../read-text.js';
import { Rejection } from '../rejection.js';
import { checkPicture } from './check-picture.js';
import { joinPages, type RecognisedPage, recognitionMessages, toPage, withRecogniser } from './recognise.js';
import { tiffFrom, tiffPages } from './tiff.js';

/**
 * Reads a photograph or scan; a TIFF may have several pages. Throws a Rejection: `needs-ocr` when none of its pages can be recognised
 * well enough, else what `checkPicture` throws, `too-many-pages` or `damaged`.
 */
export async function readImage(source: Source): Promise<ReadText> {
  const { bytes, fileName, limits, onPage } = source;
  const directories = tiffPages(bytes, limits.pages + 1);
  if (directories.length > limits.pages) throw new Rejection('unreadable', 'too-many-pages', pageCount(directories.length, limits.pages));
  const numbers = directories.length > 0 ? [...directories.keys()] : [0];
  const pictureAt = (index: number): Uint8Array => (directories.length > 0 ? tiffFrom(bytes, directories[index]!) : bytes);
  // All heads before anything is unpacked: one picture that is too large refuses the file.
  for (const index of numbers) checkPicture(pictureAt(index), limits);
  const pages = await withRecogniser(async (recogniser) => {
    const read: RecognisedPage[] = [];
    for (const index of numbers) {
      onPage();
      read.push(toPage(index + 1, await recogniser.recogniseFile(pictureAt(index))));
    }
    return read;
  });
  return { ...joinPages(pages, 0), pageStarts: lineStarts(pages), messages: recognitionMessages(pages, fileName), metadata: NO_METADATA };
}

/** Lines, from 0, on which the pages begin. */
function lineStarts(pages: readonly RecognisedPage[]): number[] {
  let line = 0;
  return pages.map(({ text }) => {
    const start = line;
    line += text.split('\n').length - 1;
    return start;
  });
}
