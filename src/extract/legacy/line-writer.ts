import type { Encoding } from '../../model/extraction.js';
import type { Span } from '../../model/span.js';
import type { LegacyEncoding } from './charsets.js';
import type { LineEncoding } from './choose-encodings.js';
import type { DecodedPlaces } from './decoded-places.js';
import { DECODERS } from './decoders.js';
import type { LegacyRun } from './legacy-fonts.js';
import { type PlacedWord, restoreCapitals, restoreHorn } from './read-words.js';

/** Dashes, bullets and the like that stand alone: word processors put them there, and though letters in VISCII and VPS, only a font tells that one is. */
const TYPED_MARKS = /^[–—‘’“”…•]+$/;

/** Words of a line, in which fonts from before Unicode they are set, and how each is to be read. */
interface DecidedLine {
  readonly words: readonly PlacedWord[];
  readonly fonts: readonly (readonly LegacyRun[])[];
  readonly encodings: readonly LineEncoding[];
}

/** Puts a decoded text together from its lines, and notes where its places went. */
export class LineWriter {
  private readonly parts: string[] = [];
  private readonly decoded: Span[] = [];
  private readonly lines = new Map<LegacyEncoding, number>();
  /** UTF-16 units read and written. */
  private read = 0;
  private written = 0;
  private hasUnicode = false;

  constructor(
    private readonly places: DecodedPlaces,
    private readonly isHornLost: boolean,
  ) {}

  get result() {
    const [first, ...others] = this.lines.keys();
    const isMixed = others.length > 0 || this.hasUnicode;
    const encoding: Encoding = first === undefined ? 'unicode' : isMixed ? 'mixed' : first;
    return { text: this.parts.join(''), encoding, decoded: this.decoded, lines: this.lines };
  }

  /** Text that stands as it is. */
  keep(text: string): void {
    this.parts.push(text);
    this.read += text.length;
    this.written += text.length;
  }

  write(line: string, { words, fonts, encodings }: DecidedLine): void {
    const from = this.read;
    const encodingsOfLine = new Set<LegacyEncoding>();
    for (let first = 0, end = 0; first < words.length; first = end) {
      const encoding = encodings[first] ?? 'unicode';
      while (end < words.length && encodings[end] === encoding) end++;
      // A line that is read in one way is so from its beginning to its end.
      const isWhole = end - first === words.length;
      if (!isWhole) this.keep(line.slice(this.read - from, words[first]?.start));
      const start = this.written;
      const stretch = words.slice(first, end);
      let isChanged = false;
      for (const [index, word] of stretch.entries()) {
        this.keep(line.slice(this.read - from, word.start));
        const written = this.writeWord(word, encoding, fonts[first + index] ?? []);
        isChanged ||= written !== word.text;
      }
      if (isWhole) this.keep(line.slice(this.read - from));
      if (encoding === 'unicode' || !isChanged) {
        this.hasUnicode ||= stretch.some(({ word }) => word.isUnicode);
      } else {
        this.decoded.push({ start, end: this.written });
        encodingsOfLine.add(encoding);
      }
    }
    this.keep(line.slice(this.read - from));
    for (const encoding of encodingsOfLine) this.lines.set(encoding, (this.lines.get(encoding) ?? 0) + 1);
  }

  private writeWord(word: PlacedWord, encoding: LineEncoding, runs: readonly LegacyRun[]): string {
    const text = encoding === 'unicode' ? word.text : this.readAs(word, encoding, runs);
    if (encoding === 'unicode' || text === word.text) {
      this.keep(word.text);
      return text;
    }
    const from = { start: this.read, end: this.read + word.text.length };
    const to = { start: this.written, end: this.written + text.length };
    const lengthOf = (units: number): number =>
      text.length === word.text.length ? units : DECODERS[encoding](word.text.slice(0, units).normalize('NFC')).length;
    this.places.add({ from, to, lengthOf });
    this.parts.push(text);
    this.read = from.end;
    this.written = to.end;
    return text;
  }

  private readAs({ text, word }: PlacedWord, encoding: LegacyEncoding, runs: readonly LegacyRun[]): string {
    if (runs.length === 0 && TYPED_MARKS.test(text)) return text;
    const reading = word.decoded?.[encoding];
    if (encoding !== 'tcvn3') return reading?.text ?? text;
    const decoded = reading === undefined ? text : restoreCapitals(this.isHornLost ? restoreHorn(reading.text) : reading.text);
    const capitals = runs.filter(({ isCapital }) => isCapital);
    return capitals.length === 0 ? decoded : inCapitals(decoded, text.length, { runs: capitals, start: this.read });
  }
}

/** The word as fonts of capitals draw it, which may be those of a few of its letters: its first one, say. */
function inCapitals(word: string, units: number, { runs, start }: { runs: readonly Span[]; start: number }): string {
  const isCapital = (index: number): boolean => runs.some((run) => run.start <= start + index && start + index < run.end);
  if (word.length !== units) return isCapital(0) ? word.toUpperCase() : word;
  return Array.from({ length: units }, (_, index) => (isCapital(index) ? word.charAt(index).toUpperCase() : word.charAt(index))).join('');
}
