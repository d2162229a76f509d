import type { ExtractLimits, FileMessage, HiddenKind } from '../../model/extraction.js';
import { OVER_LIMIT } from '../message-details.js';
import type { ReadText } from '../read-text.js';
import { Rejection } from '../rejection.js';
import type { UnreadPart } from '../unread-parts.js';
import { parseXml, type XmlElement } from '../xml-stream.js';
import { HeldText } from './held-text.js';
import { DOCX_NAMESPACES } from './namespaces.js';
import type { DocxParts } from './package-parts.js';
import type { LinkedText } from './walk.js';

/** Reads a file that is embedded in a document as text, whatever its format. Throws a Rejection where it gives none. */
export type ReadEmbedded = (bytes: Uint8Array) => Promise<ReadText>;

const SEEN = { font: '', hidden: null };

/** What the main part brings in, and what was noticed on reading it. */
export interface Linked extends LinkedText {
  readonly messages: readonly FileMessage[];
  readonly unread: readonly UnreadPart[];
}

/**
 * Reads what the relationships of the main part bring in, but for drawings, which are read when they are met. Each part is read once and
 * given once, however often it is related to or shown. Throws a Rejection when embedded files have more text than one file may.
 */
export async function linkText(parts: DocxParts, readEmbedded: ReadEmbedded | undefined, limits: ExtractLimits): Promise<Linked> {
  const targets = new Map(parts.relationships.map(({ id, type, target }) => [`${type} ${id}`, target]));
  const { chunks, messages, unread } = await readChunks(parts, readEmbedded, limits);
  const chunk = (id: string): HeldText | undefined => {
    const target = targets.get(`aFChunk ${id}`) ?? '';
    const text = chunks.get(target);
    if (text !== undefined) chunks.set(target, new HeldText());
    return text;
  };
  const shown = new Set<string>();
  const drawing = (id: string): HeldText | undefined => {
    const target = targets.get(`diagramData ${id}`) ?? targets.get(`chart ${id}`) ?? '';
    const part = shown.has(target) ? undefined : parts.parts.get(target);
    shown.add(target);
    return part === undefined ? undefined : readDrawing(part, limits);
  };
  return { drawing, chunk, messages, unread };
}

/** The embedded files that can be read, by the names of their parts. */
async function readChunks({ relationships, parts }: DocxParts, readEmbedded: ReadEmbedded | undefined, limits: ExtractLimits) {
  const chunks = new Map<string, HeldText>();
  const messages: FileMessage[] = [];
  const unread: UnreadPart[] = [];
  let length = 0;
  for (const target of new Set(relationships.filter(({ type }) => type === 'aFChunk').map((one) => one.target))) {
    const bytes = parts.get(target);
    const read = bytes === undefined ? undefined : await readChunk(bytes, readEmbedded);
    if (read === undefined) continue;
    length += read.text.length;
    if (length > limits.textLength) throw new Rejection('refused', 'too-large', OVER_LIMIT.textLength(limits.textLength));
    chunks.set(target, holdText(read));
    messages.push(...read.messages);
    unread.push(...(read.unread ?? []));
  }
  return { chunks, messages, unread };
}

/** Parts that bring nothing in. */
export const NOTHING_LINKED: LinkedText = { drawing: () => undefined, chunk: () => undefined };

async function readChunk(bytes: Uint8Array, readEmbedded: ReadEmbedded | undefined): Promise<ReadText | undefined> {
  try {
    return await readEmbedded?.(bytes);
  } catch (error) {
    // What cannot be read is told; it is no reason not to read the rest.
    if (error instanceof Rejection) return undefined;
    throw error;
  }
}

/** The text of another file with its hidden places and fonts. */
function holdText({ text, hidden = [], fontRuns = [] }: ReadText): HeldText {
  const held = new HeldText();
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...hidden, ...fontRuns]) cuts.add(start).add(end);
  const places = [...cuts].sort((one, other) => one - other);
  const kindAt = follow(hidden.map((span) => ({ ...span, value: span.kind as HiddenKind | null })));
  const fontAt = follow(fontRuns.map((span) => ({ ...span, value: span.font })));
  for (let index = 0; index + 1 < places.length; index++) {
    const start = places[index] ?? 0;
    const look = { font: fontAt(start) ?? '', hidden: kindAt(start) ?? null };
    const paragraphs = text.slice(start, places[index + 1]).split('\n\n');
    for (const [number, paragraph] of paragraphs.entries()) {
      if (number > 0) held.endParagraph(false);
      held.add(paragraph, look);
    }
  }
  held.endBlock();
  return held;
}

/** Value of the span that holds a place; to be asked for places in ascending order. */
function follow<Value>(spans: readonly { start: number; end: number; value: Value }[]): (place: number) => Value | undefined {
  let index = 0;
  return (place) => {
    while (index < spans.length && (spans[index]?.end ?? 0) <= place) index++;
    const span = spans[index];
    return span !== undefined && span.start <= place ? span.value : undefined;
  };
}

/** Text of SmartArt or a chart: what DrawingML has as text, and the names that a chart keeps of its categories and series. */
function readDrawing(part: Uint8Array, limits: ExtractLimits): HeldText {
  const text = new HeldText();
  const path: string[] = [];
  const isText = (): boolean => path.at(-1) === 'a:t' || (path.at(-1) === 'c:v' && path.includes('c:strCache'));
  const handler = {
    open: ({ name }: XmlElement) => {
      path.push(name);
      if (name === 'a:br') text.add('\n', SEEN);
    },
    close: (name: string) => {
      if (name === 'a:p' || (name === 'c:v' && isText())) text.endParagraph(false);
      path.pop();
    },
    text: (piece: string) => {
      if (isText()) text.add(piece, SEEN);
    },
  };
  parseXml(part, DOCX_NAMESPACES, handler, limits);
  return text;
}
