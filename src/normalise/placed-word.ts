import type { Span } from '../model/span.js';
import type { Letter } from './letters.js';
import { describeWord, type Word } from './syllable.js';

/** A word with its place in the text. */
export interface PlacedWord {
  readonly word: Word;
  readonly span: Span;
}

/** The words of the pieces that a stretch of the text was cut into; places of letters count from its start. */
export function placePieces(text: string, pieces: readonly (readonly Letter[])[], { start, end }: Span): PlacedWord[] {
  return pieces.map((piece, i) => {
    const span = { start: start + piece[0]!.start, end: i === pieces.length - 1 ? end : start + piece.at(-1)!.end };
    return { word: describeWord(text.slice(span.start, span.end)), span };
  });
}
