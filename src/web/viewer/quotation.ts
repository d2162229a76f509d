import { cutByLayers, type Labelled } from './layers.js';
import type { Span } from './passages.js';

/** A piece of a quoted sentence; `spoke` for words that spoke for the theme. */
export interface QuotePiece {
  /** Where it begins in the text. */
  readonly start: number;
  readonly text: string;
  readonly spoke: boolean;
}

/** UTF-16 units that a long sentence keeps of its beginning, and around each of the words that spoke. */
const BEGINNING = 60;
const AROUND = 32;
/** A gap that is not longer than this is no gap: an ellipsis in its place would tell less and save nothing. */
const SHORTEST_GAP = 12;

/**
 * A sentence on one line with the words marked that spoke for a theme, without `holes`, which no reader sees. One that is longer
 * than `length` UTF-16 units keeps its beginning and what stands around those words, since they are why it is shown.
 */
export function quoteSentence(
  text: string,
  sentence: Span,
  { words, holes, length }: { readonly words: readonly Span[]; readonly holes: readonly Span[]; readonly length: number },
): QuotePiece[] {
  const whole = tidy(cutSentence(text, sentence, words, holes));
  if (lengthOf(whole) <= length) return whole;
  const spoken = whole.some(({ spoke }) => spoke);
  const shortened = whole.map((piece, at): QuotePiece => {
    if (piece.spoke) return piece;
    const [head, tail] = [at === 0 ? BEGINNING : AROUND, at === whole.length - 1 ? 0 : AROUND];
    return { ...piece, text: spoken ? shorten(piece.text, head, tail) : shorten(piece.text, length, 0) };
  });
  return upTo(shortened, length);
}

/** The words that spoke in some sentences, neighbours together, each once whatever its capitals, in the order of the text. */
export function spokenWords(text: string, sentences: readonly { readonly words: readonly Span[] }[]): string[] {
  const known = new Map<string, string>();
  const words = sentences.flatMap((sentence) => joinNeighbours(text, sentence.words));
  for (const { start, end } of words.sort((one, two) => one.start - two.start)) {
    const word = text.slice(start, end).replace(/\s+/g, ' ').trim().normalize('NFC');
    const key = word.toLowerCase();
    if (word !== '' && !known.has(key)) known.set(key, word);
  }
  return [...known.values()];
}

/** Words with nothing but white space between them are one: "cốc nhựa" reads better than "cốc", "nhựa". */
function joinNeighbours(text: string, words: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of [...words].sort((one, two) => one.start - two.start)) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.end, start).trim() === '')
      joined[joined.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else joined.push({ start, end });
  }
  return joined;
}

function cutSentence(text: string, sentence: Span, words: readonly Span[], holes: readonly Span[]): QuotePiece[] {
  const layers: Labelled<'hole' | 'word'>[] = [
    ...holes.map(({ start, end }) => ({ start, end, label: 'hole' as const })),
    ...words.map(({ start, end }) => ({ start, end, label: 'word' as const })),
  ];
  return cutByLayers(sentence, layers).flatMap(({ start, end, label }) =>
    label === 'hole' ? [] : { start, text: text.slice(start, end), spoke: label === 'word' },
  );
}

/** White space joined, also across the edges of pieces, and none at either end; neighbours of one kind are one. */
function tidy(pieces: readonly QuotePiece[]): QuotePiece[] {
  const tidied: QuotePiece[] = [];
  for (const { start, text, spoke } of pieces) {
    const last = tidied.at(-1);
    const joined = text.replace(/\s+/g, ' ');
    const own = last === undefined || last.text.endsWith(' ') ? joined.trimStart() : joined;
    if (own === '') continue;
    if (last !== undefined && last.spoke === spoke && !spoke) tidied[tidied.length - 1] = { ...last, text: last.text + own };
    else tidied.push({ start, text: own, spoke });
  }
  const last = tidied.at(-1);
  if (last !== undefined) tidied[tidied.length - 1] = { ...last, text: last.text.trimEnd() };
  return tidied.filter(({ text }) => text !== '');
}

/** The first `head` and the last `tail` units, cut at words. */
function shorten(text: string, head: number, tail: number): string {
  if (text.length <= head + tail + SHORTEST_GAP) return text;
  const end = text.lastIndexOf(' ', head);
  const start = tail === 0 ? -1 : text.indexOf(' ', text.length - tail);
  const [before, after] = [text.slice(0, end > 0 ? end : head), start < 0 ? '' : text.slice(start)];
  return `${before}…${after}`;
}

/** Whole pieces as long as they fit; the first one always. */
function upTo(pieces: readonly QuotePiece[], length: number): QuotePiece[] {
  let used = 0;
  let count = 0;
  for (const { text } of pieces) {
    used += text.length;
    if (used > length && count > 0) break;
    count++;
  }
  const [kept, left] = [pieces.slice(0, count), pieces[count]];
  return left === undefined || kept.at(-1)?.text.endsWith('…') ? kept : [...kept, { start: left.start, text: '…', spoke: false }];
}

function lengthOf(pieces: readonly QuotePiece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}
