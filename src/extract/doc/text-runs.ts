import type { HiddenKind } from '../../model/extraction.js';
import { isSameColor } from '../color.js';
import type { Look } from '../text-builder.js';
import { TINY_SIZE } from '../visibility.js';
import { decodeWindows1252 } from '../windows-1252.js';
import { type CharacterFormat, formatWith } from './character-format.js';
import type { Story } from './file-information.js';
import type { FormattedPages } from './formatted-pages.js';
import type { ParagraphFormats } from './paragraph-formats.js';
import type { Piece } from './pieces.js';
import type { StyleSheet } from './styles.js';

/** Text of one look, control characters and all. */
export interface TextRun {
  readonly text: string;
  readonly look: Look;
  readonly format: CharacterFormat;
}

/** What a document is made of, by its streams. */
export interface DocumentParts {
  readonly word: Buffer;
  readonly pieces: readonly Piece[];
  readonly characters: FormattedPages;
  readonly paragraphs: ParagraphFormats;
  readonly styles: StyleSheet;
  readonly fonts: readonly string[];
}

/** The runs of a part of the text: characters that lie together in the file and whose formatting is one. */
export function* textRuns(parts: DocumentParts, story: Story): Generator<TextRun> {
  for (let index = pieceAt(parts.pieces, story.from); index < parts.pieces.length; index++) {
    const piece = parts.pieces[index];
    if (piece === undefined || piece.from >= story.to) return;
    const start = piece.start + (Math.max(piece.from, story.from) - piece.from) * piece.width;
    const end = piece.start + (Math.min(piece.to, story.to) - piece.from) * piece.width;
    for (let at = start; at < end; ) {
      const { run, next } = readRun(parts, piece, at, end);
      yield run;
      at = next;
    }
  }
}

function readRun(parts: DocumentParts, piece: Piece, at: number, end: number): { run: TextRun; next: number } {
  const characters = parts.characters.runAt(at);
  const paragraph = parts.paragraphs.styleAt(at);
  // At least one character, whatever the pages say, and no half ones.
  const formatted = Math.min(end, characters.end, paragraph.end);
  const length = Math.max(1, Math.ceil((formatted - at) / piece.width)) * piece.width;
  const next = Math.min(end, at + length);
  const format = formatOf(parts, { paragraph: paragraph.style, own: characters.list, ofPiece: piece.modifier });
  const look = { font: parts.fonts[format.font] ?? '', hidden: hiddenKind(parts, format, at) };
  return { run: { text: decode(parts.word.subarray(at, next), piece.width), look, format }, next };
}

function formatOf({ styles }: DocumentParts, of: { paragraph: number; own: Buffer; ofPiece: Buffer }): CharacterFormat {
  const base = styles.formatOf(of.paragraph);
  const own = formatWith(base, of.own);
  if (own.style === 0) return formatWith(own, of.ofPiece, base);
  // A character style lies between that of the paragraph and what was set by hand.
  const styled = formatWith(base, styles.modifiersOf(own.style));
  return formatWith(formatWith(styled, of.own), of.ofPiece, styled);
}

function hiddenKind({ paragraphs }: DocumentParts, format: CharacterFormat, at: number): HiddenKind | null {
  if (format.isHidden) return 'vanish';
  const { colour } = format;
  if (colour !== null) {
    const grounds = format.ground === null ? paragraphs.groundsAt(at) : [format.ground];
    if (grounds.every((ground) => isSameColor(colour, ground))) return 'white';
  }
  return format.size <= 2 * TINY_SIZE ? 'tiny' : null;
}

function decode(bytes: Buffer, width: 1 | 2): string {
  return width === 1 ? decodeWindows1252(bytes) : bytes.toString('utf16le');
}

/** The text of a part as it lies in the file, whatever its formatting. */
export function rawText({ word, pieces }: DocumentParts, story: Story): string {
  const texts: string[] = [];
  for (let index = pieceAt(pieces, story.from); index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined || piece.from >= story.to) break;
    const start = piece.start + (Math.max(piece.from, story.from) - piece.from) * piece.width;
    const end = piece.start + (Math.min(piece.to, story.to) - piece.from) * piece.width;
    texts.push(decode(word.subarray(start, end), piece.width));
  }
  return texts.join('');
}

/** Index of the piece that has this character; pieces are in the order of the text. */
function pieceAt(pieces: readonly Piece[], character: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.to ?? 0) <= character) low = middle + 1;
    else high = middle;
  }
  return low;
}
