import { hasWords } from '../text-quality.js';
import { double, type Picture, shrink, turn, withoutGrain } from './picture.js';
import { middleOf, pagesOf } from './sheet.js';
import { type Reading, Tesseract } from './tesseract.js';

/** More pixels than this are halved until they are fewer: A4 at 250 dpi, above which nothing is read better. */
const ENOUGH_PIXELS = 6_000_000;
/** Fewer pixels than this are doubled: A4 at 80 dpi, whose letters are too small for the recogniser. */
const FEW_PIXELS = 600_000;
/** Surer than this it is only of text that stands upright: upside down or on its side it stays below 0.4, upright above 0.55. */
const UPRIGHT = 0.5;
/** Text askew by 10 degrees and more stays below this, and is levelled and read again. */
const LEVEL = 0.92;

/** Recognises pictures one after the other; whoever starts it closes it. */
export class Recogniser {
  private constructor(private readonly tesseract: Tesseract) {}

  static async start(): Promise<Recogniser> {
    return new Recogniser(await Tesseract.start());
  }

  /** Reads a picture that somebody handed in. Throws a Rejection (`damaged`) when it cannot be decoded. */
  async recogniseFile(bytes: Uint8Array): Promise<Reading> {
    return this.recognise(await this.tesseract.decode(bytes));
  }

  /** Reads a picture of one page or two side by side, whichever way up it lies. */
  async recognise(picture: Picture): Promise<Reading> {
    let sheet = toFit(withoutGrain(picture));
    let best = await this.readSheet(sheet);
    if (confidenceOf(best) < UPRIGHT) {
      const upright = await this.findUpright(sheet);
      if (upright !== null) {
        sheet = upright;
        best = surer(best, await this.readSheet(sheet));
      }
    }
    if (hasSome(best) && confidenceOf(best) < LEVEL) best = surer(best, await this.readSheet(sheet, true));
    return best;
  }

  async close(): Promise<void> {
    await this.tesseract.close();
  }

  private async readSheet(sheet: Picture, straighten = false): Promise<Reading> {
    const readings: Reading[] = [];
    for (const page of pagesOf(sheet)) readings.push(await this.tesseract.read(page, straighten));
    return {
      paragraphs: readings.flatMap(({ paragraphs }) => paragraphs),
      confidences: readings.flatMap(({ confidences }) => confidences),
    };
  }

  /** The sheet turned so that its middle reads surest; null where none of the turns reads like text. */
  private async findUpright(sheet: Picture): Promise<Picture | null> {
    const middle = middleOf(sheet);
    let surest: { quarters: 1 | 2 | 3; confidence: number } | null = null;
    for (const quarters of [1, 3, 2] as const) {
      const confidence = confidenceOf(await this.tesseract.read(turn(middle, quarters)));
      if (confidence >= UPRIGHT && confidence > (surest?.confidence ?? 0)) surest = { quarters, confidence };
    }
    return surest === null ? null : turn(sheet, surest.quarters);
  }
}

/** Mean confidence of the words, 0..1; 0 where there are none. */
export function confidenceOf({ confidences }: Reading): number {
  return confidences.length === 0 ? 0 : confidences.reduce((sum, one) => sum + one, 0) / confidences.length;
}

const hasSome = ({ paragraphs }: Reading): boolean => paragraphs.some((lines) => lines.some(hasWords));

const surer = (one: Reading, other: Reading): Reading => (confidenceOf(other) > confidenceOf(one) ? other : one);

function toFit(picture: Picture): Picture {
  const count = picture.width * picture.height;
  if (count < FEW_PIXELS) return double(picture);
  const factor = Math.ceil(Math.sqrt(count / ENOUGH_PIXELS));
  return factor > 1 ? shrink(picture, factor) : picture;
}
