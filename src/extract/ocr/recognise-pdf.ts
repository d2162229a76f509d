import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type PageLinkResult, PDFParse } from 'pdf-parse';
import type { Source } from '../read-text.js';
import { decodePng } from './png.js';
import { type RecognisedPage, toPage, unseen, withRecogniser } from './recognise.js';

/** Dots per inch at which a page is drawn; at 150 one word in a hundred is read wrong, above 200 no fewer than at it. */
const RESOLUTION = 200;
const POINTS_PER_INCH = 72;
/** Pixels of a drawn page at most: more than A4 at 250 dpi, so that a page of a metre costs no more. */
const DRAWN_PIXELS = 6_000_000;

/** Draws the given pages (from 1) of a PDF and reads what they look like, in the order of the file; one that cannot be drawn is poor. */
export async function recognisePdfPages(source: Source, numbers: readonly number[]): Promise<RecognisedPage[]> {
  const { bytes, limits, onPage } = source;
  const parser = new PDFParse({
    // A copy, since pdf.js takes the memory of what it is given.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: limits.pixels,
    // JPEG 2000, which some scanners write, is decoded by a program that pdf.js loads from here.
    wasmUrl: join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'wasm/'),
  });
  try {
    const { pages: sizes } = await parser.getInfo({ partial: [...numbers], parsePageInfo: true });
    return await withRecogniser(async (recogniser) => {
      const pages: RecognisedPage[] = [];
      for (const size of sizes) {
        onPage();
        const drawn = await drawPage(parser, size).catch(() => null);
        pages.push(drawn === null ? unseen(size.pageNumber) : toPage(size.pageNumber, await recogniser.recognise(decodePng(drawn))));
      }
      return pages;
    });
  } finally {
    await parser.destroy().catch(() => undefined);
  }
}

async function drawPage(parser: PDFParse, { pageNumber, width, height }: PageLinkResult): Promise<Uint8Array> {
  const scale = Math.min(RESOLUTION / POINTS_PER_INCH, Math.sqrt(DRAWN_PIXELS / (width * height)));
  const { pages } = await parser.getScreenshot({ partial: [pageNumber], scale, imageDataUrl: false, imageBuffer: true });
  const [page] = pages;
  if (page === undefined) throw new RangeError(`page ${pageNumber} is not drawn`);
  return page.data;
}
