import type { FontRun } from '../../model/extraction.js';
import type { Span } from '../../model/span.js';
import type { LegacyEncoding } from './charsets.js';

/** What the name of a font from before Unicode tells. */
interface LegacyFont {
  readonly encoding: LegacyEncoding;
  /** Whether it draws capitals for small letters, since TCVN3 has no capitals with tones. */
  readonly isCapital: boolean;
}

/** A stretch of a text in a font from before Unicode. */
export interface LegacyRun extends LegacyFont, Span {}

/** A PDF's font has a tag before its name, and a style behind it. */
const SUBSET_TAG = /^[A-Z]{6}\+/;
const STYLE = /[,-](?:Bold|Italic|Regular|Normal|Oblique|MT)+$/i;

function legacyFont(name: string): LegacyFont | undefined {
  const plain = name.replace(SUBSET_TAG, '').replace(STYLE, '');
  if (/^\.Vn/i.test(plain)) return { encoding: 'tcvn3', isCapital: plain.endsWith('H') };
  if (/^VNI[- ]/i.test(plain)) return { encoding: 'vni', isCapital: false };
  return /^VPS[- ]/i.test(plain) ? { encoding: 'vps', isCapital: false } : undefined;
}

/** The runs in fonts from before Unicode, for words that are asked for in the order of the text. */
export class LegacyRuns {
  private readonly runs: readonly LegacyRun[];
  private next = 0;

  constructor(fontRuns: readonly FontRun[]) {
    const fonts = new Map<string, LegacyFont | undefined>();
    this.runs = fontRuns.flatMap(({ start, end, font }) => {
      if (!fonts.has(font)) fonts.set(font, legacyFont(font));
      const found = fonts.get(font);
      return found === undefined ? [] : [{ ...found, start, end }];
    });
  }

  get isEmpty(): boolean {
    return this.runs.length === 0;
  }

  /** Those that the word has a part in: its letters may be set in several. */
  within({ start, end }: Span): LegacyRun[] {
    while ((this.runs[this.next]?.end ?? Number.POSITIVE_INFINITY) <= start) this.next++;
    const found: LegacyRun[] = [];
    for (let index = this.next; ; index++) {
      const run = this.runs[index];
      if (run === undefined || run.start >= end) return found;
      found.push(run);
    }
  }
}
