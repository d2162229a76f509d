import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, type Worker } from 'tesseract.js';
import { asBuffer } from '../archive.js';
import { damaged } from '../rejection.js';
import { type Picture, toPgm } from './picture.js';
import { decodePng } from './png.js';

/** What was read of one picture. */
export interface Reading {
  /** Paragraphs, each a list of lines. */
  readonly paragraphs: readonly (readonly string[])[];
  /** How sure the recogniser is of each word, 0..1. */
  readonly confidences: readonly number[];
}

/** Of the two sets of weights that the package has, the one of whole numbers: as right as the other, and a third of its size. */
const WEIGHTS = '4.0.0_best_int';

/**
 * The recogniser, a WebAssembly program in a thread of its own. It reads its weights from the package, writes nothing, and opens
 * no connection. Whoever starts it closes it.
 */
export class Tesseract {
  private constructor(private readonly worker: Worker) {}

  static async start(): Promise<Tesseract> {
    const require = createRequire(import.meta.url);
    const data = dirname(require.resolve('@tesseract.js-data/vie/package.json'));
    const worker = await createWorker('vie', OEM.LSTM_ONLY, {
      langPath: join(data, WEIGHTS),
      gzip: true,
      cacheMethod: 'none',
      // Without it a failure is thrown where nobody can catch it, besides rejecting the call.
      errorHandler: () => {},
    });
    return new Tesseract(worker);
  }

  /**
   * Decodes a picture that somebody handed in: PNG, JPEG, WebP, or the first of a GIF or TIFF; a turned photograph is set upright
   * as its head says. Throws a Rejection (`damaged`) when it cannot be decoded.
   */
  async decode(bytes: Uint8Array): Promise<Picture> {
    const result = await this.worker.recognize(asBuffer(bytes), {}, { text: false, imageGrey: true }).catch((error: unknown) => {
      throw damaged(error);
    });
    const [, base64] = result.data.imageGrey?.split(',') ?? [];
    if (base64 === undefined) throw damaged();
    return decodePng(Buffer.from(base64, 'base64'));
  }

  /** Reads the text of a picture; with `straighten`, lines that run askew are levelled first. */
  async read(picture: Picture, straighten = false): Promise<Reading> {
    const { data } = await this.worker.recognize(toPgm(picture), { rotateAuto: straighten }, { text: false, blocks: true });
    const paragraphs = (data.blocks ?? []).flatMap((block) => block.paragraphs).map(({ lines }) => lines);
    return {
      paragraphs: paragraphs.map((lines) => lines.map(({ text }) => text.trim())),
      confidences: paragraphs.flatMap((lines) => lines.flatMap(({ words }) => words.map(({ confidence }) => confidence / 100))),
    };
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
