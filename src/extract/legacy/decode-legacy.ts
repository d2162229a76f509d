import type { Encoding, FontRun } from '../../model/extraction.js';
import type { Span } from '../../model/span.js';
import { decodeWindows1252 } from '../windows-1252.js';
import type { LegacyEncoding } from './charsets.js';
import { chooseByFont } from './choose-by-font.js';
import { chooseEncodings, FEWEST_WORDS, type LineEncoding } from './choose-encodings.js';
import { DecodedPlaces } from './decoded-places.js';
import { type LegacyRun, LegacyRuns } from './legacy-fonts.js';
import { LineWriter } from './line-writer.js';
import { type PlacedWord, WordReader } from './read-words.js';
import { decodeUtf8 } from './utf8.js';

/** A text whose older encodings were decoded. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** Places in `text` of what was decoded, one a line, or more where other parts of the line were not. */
  readonly decoded: readonly Span[];
  /** Number of lines decoded from each encoding, in the order in which they occur. */
  readonly lines: ReadonlyMap<LegacyEncoding, number>;
}

const LINE_ENDS = /([\n\r\v\f\u2028\u2029]+)/;

/**
 * Decodes what is Vietnamese in an older encoding, shown as Windows-1252 or Latin-1: words in a font of that encoding, then whole lines that
 * tell it by themselves. All else stays as it is. `places` tells where the text went.
 */
export function decodeLegacy(text: string, fontRuns: readonly FontRun[] = []): DecodedText & { readonly places: DecodedPlaces } {
  const places = new DecodedPlaces();
  const fonts = new LegacyRuns(fontRuns);
  const reader = new WordReader();
  const pieces = text.split(LINE_ENDS);
  // Nearly all texts are Unicode, and show so at a glance.
  if (fonts.isEmpty && !reader.hasOpenWords(pieces, FEWEST_WORDS))
    return { text, encoding: 'unicode', decoded: [], lines: new Map(), places };
  const { read } = decodeLines(pieces, { broken: new Set(), fonts, places, reader });
  return { ...read, places };
}

/**
 * Decodes a file that is no UTF-8, though some of its lines may be: essays are put together from several files. Undefined when
 * another one is Vietnamese in no encoding known here.
 */
export function decodeLegacyBytes(bytes: Uint8Array): DecodedText | undefined {
  const broken = new Set<number>();
  const pieces = Buffer.from(bytes).toString('latin1').split(LINE_ENDS);
  const shown = pieces.map((piece, index) => {
    const part = Buffer.from(piece, 'latin1');
    const unicode = decodeUtf8(part);
    if (unicode === undefined) broken.add(index);
    return unicode ?? decodeWindows1252(part);
  });
  const { read, left } = decodeLines(shown, { broken, fonts: new LegacyRuns([]), places: new DecodedPlaces(), reader: new WordReader() });
  return left ? undefined : read;
}

/** A line with its words, the fonts from before Unicode in which these are set, and how each is to be read. */
interface Line {
  readonly index: number;
  readonly words: readonly PlacedWord[];
  readonly fonts: readonly (readonly LegacyRun[])[];
  readonly encodings: LineEncoding[];
}

interface Known {
  /** Pieces that cannot stay as they are. */
  readonly broken: ReadonlySet<number>;
  readonly fonts: LegacyRuns;
  readonly places: DecodedPlaces;
  readonly reader: WordReader;
}

/** `pieces`: lines and their ends in turn. `left`: whether one that cannot stay as it is had to. */
function decodeLines(pieces: readonly string[], { broken, fonts, places, reader }: Known): { read: DecodedText; left: boolean } {
  const lines = findLines(pieces, fonts, reader);
  decideByFont(lines);
  const left = decideByLine(lines, broken);
  // Whoever drops one soft hyphen drops them all.
  const isHornLost = !pieces.some((piece) => piece.includes('\u00AD'));
  const writer = new LineWriter(places, isHornLost);
  let next = 0;
  for (const [index, piece] of pieces.entries()) {
    const line = lines[next];
    if (line?.index !== index) {
      writer.keep(piece);
      continue;
    }
    next++;
    writer.write(piece, line);
  }
  return { read: writer.result, left };
}

function findLines(pieces: readonly string[], fonts: LegacyRuns, reader: WordReader): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const [index, piece] of pieces.entries()) {
    const words = index % 2 === 0 ? reader.wordsOf(piece) : [];
    const from = start;
    const fontsOfWords = words.map((word) => fonts.within({ start: from + word.start, end: from + word.end }));
    const tells = fontsOfWords.some((runs) => runs.length > 0) || words.some(({ word }) => word.decoded !== null || word.isUnicode);
    if (tells) lines.push({ index, words, fonts: fontsOfWords, encodings: words.map(() => 'unicode') });
    start += piece.length;
  }
  return lines;
}

/** Words in fonts of one encoding, taken together through the whole text. */
function decideByFont(lines: readonly Line[]): void {
  const encodings = new Set(lines.flatMap(({ fonts }) => fonts.flatMap(([first]) => (first === undefined ? [] : [first.encoding]))));
  for (const encoding of encodings) {
    const isSetSo = (line: Line, index: number): boolean => line.fonts[index]?.[0]?.encoding === encoding;
    const set = lines.filter((line) => line.words.some((_, index) => isSetSo(line, index)));
    const choices = chooseByFont(
      set.map((line) => line.words.filter((_, index) => isSetSo(line, index)).map(({ word }) => word)),
      encoding,
    );
    for (const [at, line] of set.entries()) {
      if (!choices[at]) continue;
      for (const index of line.words.keys()) if (isSetSo(line, index)) line.encodings[index] = encoding;
    }
  }
}

/** Words that no font told, line by line. Returns whether a line that cannot stay as it is had to. */
function decideByLine(lines: readonly Line[], broken: ReadonlySet<number>): boolean {
  const open = lines.flatMap((line) => {
    const words = line.words.filter(({ isMark }, index) => !isMark && line.encodings[index] === 'unicode').map(({ word }) => word);
    const tells = words.some(({ decoded, isUnicode }) => decoded !== null || isUnicode);
    return tells ? [{ line, words, isBroken: broken.has(line.index) }] : [];
  });
  let left = false;
  for (const [at, encoding] of chooseEncodings(open).entries()) {
    const { line, isBroken } = open[at] ?? {};
    if (line === undefined) continue;
    if (encoding === 'unicode' && isBroken) left = true;
    for (const [index, chosen] of line.encodings.entries()) if (chosen === 'unicode') line.encodings[index] = encoding;
  }
  return left;
}
