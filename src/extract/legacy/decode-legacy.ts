import type { Encoding } from '../../model/extraction.js';
import type { Span } from '../../model/span.js';
import type { LegacyEncoding } from './charsets.js';
import { chooseEncodings } from './choose-encodings.js';
import { replaceWords, restoreCapitals, restoreHorn, WordReader } from './read-words.js';
import { decodeUtf8 } from './utf8.js';

/** A text whose older encodings were decoded. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** Places in `text` of what was decoded, one a line. */
  readonly decoded: readonly Span[];
  /** Number of lines decoded from each encoding, in the order in which they occur. */
  readonly lines: ReadonlyMap<LegacyEncoding, number>;
}

const LINE_ENDS = /([\n\r\v\f\u2028\u2029]+)/;
/** Decodes the lines that are Vietnamese in an older encoding, shown as Windows-1252 or Latin-1; all others stay as they are. */
export function decodeLegacy(text: string): DecodedText {
  return decodeLines(text.split(LINE_ENDS), new Set()).read;
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
    return unicode ?? new TextDecoder('windows-1252').decode(part);
  });
  const { read, left } = decodeLines(shown, broken);
  return left ? undefined : read;
}

/** `pieces`: lines and their ends in turn; `broken`: those that cannot stay as they are. `left`: whether one of those had to. */
function decodeLines(pieces: readonly string[], broken: ReadonlySet<number>): { read: DecodedText; left: boolean } {
  const reader = new WordReader();
  const scored = pieces.flatMap((piece, index) => {
    const words = index % 2 === 0 ? reader.wordsOf(piece) : [];
    const tells = words.some(({ decoded, isUnicode }) => decoded !== null || isUnicode);
    return tells ? [{ index, words, isBroken: broken.has(index) }] : [];
  });
  const encodings = chooseEncodings(scored);
  // Whoever drops one soft hyphen drops them all.
  const isHornLost = !pieces.some((piece) => piece.includes('\u00AD'));
  const readAs = (encoding: LegacyEncoding, word: string): string => {
    const reading = reader.read(word).decoded?.[encoding];
    if (reading === undefined) return word;
    if (encoding !== 'tcvn3') return reading.text;
    return restoreCapitals(isHornLost ? restoreHorn(reading.text) : reading.text);
  };
  const collector = new Collector();
  let left = false;
  let next = 0;
  for (const [index, piece] of pieces.entries()) {
    const line = scored[next];
    if (line?.index !== index) {
      collector.keep(piece, false);
      continue;
    }
    const encoding = encodings[next++] ?? 'unicode';
    if (encoding === 'unicode' && line.isBroken) left = true;
    const text = encoding === 'unicode' ? piece : replaceWords(piece, (word) => readAs(encoding, word));
    if (encoding === 'unicode' || text === piece)
      collector.keep(
        piece,
        line.words.some(({ isUnicode }) => isUnicode),
      );
    else collector.add(text, encoding);
  }
  return { read: collector.result, left };
}

/** Puts a text together from its lines. */
class Collector {
  private readonly parts: string[] = [];
  private readonly decoded: Span[] = [];
  private readonly lines = new Map<LegacyEncoding, number>();
  private length = 0;
  private hasUnicode = false;

  /** A line, or what ends one, as it stands. */
  keep(text: string, isUnicode: boolean): void {
    this.hasUnicode ||= isUnicode;
    this.append(text);
  }

  /** A line that was decoded. */
  add(text: string, encoding: LegacyEncoding): void {
    const start = this.length;
    this.append(text);
    this.decoded.push({ start, end: this.length });
    this.lines.set(encoding, (this.lines.get(encoding) ?? 0) + 1);
  }

  get result(): DecodedText {
    const [first, ...others] = this.lines.keys();
    const isMixed = others.length > 0 || this.hasUnicode;
    const encoding = first === undefined ? 'unicode' : isMixed ? 'mixed' : first;
    return { text: this.parts.join(''), encoding, decoded: this.decoded, lines: this.lines };
  }

  private append(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }
}
