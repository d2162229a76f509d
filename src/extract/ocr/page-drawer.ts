import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFParse } from 'pdf-parse';
import type { Source } from '../read-text.js';
import type { Picture } from './picture.js';
import { decodePng } from './png.js';

const POINTS_PER_INCH = 72;
/** Pixels of a drawn page at most: more than A4 at 250 dpi, so that a page of a metre costs no more. */
const DRAWN_PIXELS = 6_000_000;

/** What a page looks like. */
export interface DrawnPage {
  readonly picture: Picture;
  /** Pixels for a point. */
  readonly scale: number;
}

/** Draws pages of a PDF one by one; whoever makes it closes it. */
export class PageDrawer {
  private readonly parser: PDFParse;

  constructor({ bytes, limits }: Source) {
    this.parser = new PDFParse({
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
  }

  /** Draws a page, from 1, at so many dots per inch or fewer; null where it cannot be drawn. */
  async draw(number: number, resolution: number): Promise<DrawnPage | null> {
    try {
      const { pages: sizes } = await this.parser.getInfo({ partial: [number], parsePageInfo: true });
      const { width, height } = sizes[0]!;
      const scale = Math.min(resolution / POINTS_PER_INCH, Math.sqrt(DRAWN_PIXELS / (width * height)));
      const { pages } = await this.parser.getScreenshot({ partial: [number], scale, imageDataUrl: false, imageBuffer: true });
      return { picture: decodePng(pages[0]!.data), scale };
    } catch {
      return null;
    }
  }

  async close(): Promise<void> {
    await this.parser.destroy().catch(() => undefined);
  }
}
