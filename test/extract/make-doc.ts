import CFB from 'cfb';

/** Characters of one look; the text's control characters are those of [MS-DOC] 2.4.1. */
export interface DocRun {
  readonly text: string;
  /** Property modifiers of the characters. */
  readonly characters?: Buffer;
  /** Style of its paragraph, and property modifiers of that. */
  readonly style?: number;
  readonly paragraph?: Buffer;
  /** Modifier of the whole piece, as a fast save writes it. */
  readonly fastSaved?: number;
}

export interface DocStyle {
  readonly base?: number;
  readonly isCharacterStyle?: boolean;
  readonly characters: Buffer;
}

export interface DocContent {
  readonly body: readonly DocRun[];
  readonly footnotes?: readonly DocRun[];
  /** Heads and feet after the six separators of notes, six a section. */
  readonly headers?: readonly (readonly DocRun[])[];
  readonly comments?: readonly DocRun[];
  readonly endnotes?: readonly DocRun[];
  readonly textBoxes?: readonly DocRun[];
  readonly fonts?: readonly string[];
  readonly styles?: readonly DocStyle[];
  readonly summary?: Buffer;
  readonly extra?: Readonly<Record<string, Buffer>>;
  readonly flags?: number;
}

const TEXT_FROM = 0x800;
const PAGE = 512;
const RUNS_A_PAGE = 4;

/** A modifier with its operand, of one, two or four bytes as its highest bits tell. */
export function modifier(number: number, operand: number | Buffer): Buffer {
  const bytes = [1, 1, 2, 4, 2, 2, 0, 3][number >> 13] ?? 0;
  const head = Buffer.alloc(2);
  head.writeUInt16LE(number);
  if (Buffer.isBuffer(operand)) return Buffer.concat([head, Buffer.from([operand.length]), operand]);
  const value = Buffer.alloc(bytes);
  value.writeUIntLE(operand, 0, bytes);
  return Buffer.concat([head, value]);
}

export const modifiers = (...list: Buffer[]): Buffer => Buffer.concat(list);
export const HIDDEN = modifier(0x083c, 1);
export const DELETED = modifier(0x0800, 1);
export const SPECIAL = modifier(0x0855, 1);
export const inFont = (font: number): Buffer => modifier(0x4a4f, font);

/** A document as Word 97 lays it out: text that Windows-1252 can show in pieces of one byte a letter, other text in UTF-16; pieces last to first. */
export function makeDoc(content: DocContent): Buffer {
  const { word, table } = makeStreams(content);
  const file = CFB.utils.cfb_new();
  const streams = { WordDocument: word, '1Table': table, '\u0005SummaryInformation': content.summary, ...content.extra };
  for (const [name, stream] of Object.entries(streams)) if (stream !== undefined) CFB.utils.cfb_add(file, `/${name}`, stream);
  return CFB.write(file, { type: 'buffer' }) as Buffer;
}

interface Placed {
  readonly run: DocRun;
  readonly start: number;
  readonly end: number;
}

function makeStreams(content: DocContent): { word: Buffer; table: Buffer } {
  const headers = content.headers ?? [];
  const parts = [content.body, content.footnotes, headers.flat(), content.comments, content.endnotes, content.textBoxes, []];
  const runs = parts.flatMap((part) => part ?? []);
  const { text, placed } = placeRuns(runs);
  const characterPages = pagesOf(placed, 'characters');
  const paragraphPages = pagesOf(placed, 'paragraphs');
  const textBytes = Math.ceil((TEXT_FROM + text.length) / PAGE) * PAGE;
  const head = Buffer.alloc(TEXT_FROM);
  head.writeUInt16LE(0xa5ec, 0);
  head.writeUInt16LE(0x00c1, 2);
  head.writeUInt16LE(0x0200 | (content.flags ?? 0), 10);
  for (const [index, at] of [0x4c, 0x50, 0x54, 0x5c, 0x60, 0x64, 0x68].entries()) head.writeUInt32LE(lengthOf(parts[index] ?? []), at);
  const table = new Table(head);
  table.add(0xa2, styleSheet(content.styles ?? []));
  table.add(0xf2, headerPlaces(headers));
  table.add(0xfa, pageList(placed, characterPages.length, textBytes / PAGE));
  table.add(0x102, pageList(placed, paragraphPages.length, textBytes / PAGE + characterPages.length));
  table.add(0x112, fontList(content.fonts ?? []));
  table.add(0x1a2, pieceTable(runs, placed));
  const body = Buffer.alloc(textBytes - TEXT_FROM);
  text.copy(body);
  // Word never writes streams that are short enough for the mini stream.
  return { word: Buffer.concat([head, body, ...characterPages, ...paragraphPages, Buffer.alloc(4096)]), table: table.stream };
}

const lengthOf = (runs: readonly DocRun[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

class Table {
  private readonly parts: Buffer[] = [];
  private length = 0;

  constructor(private readonly head: Buffer) {}

  add(at: number, part: Buffer): void {
    this.head.writeUInt32LE(this.length, at);
    this.head.writeUInt32LE(part.length, at + 4);
    this.parts.push(part);
    this.length += part.length;
  }

  get stream(): Buffer {
    return Buffer.concat([...this.parts, Buffer.alloc(4096)]);
  }
}

/** Quotes of Windows-1252 stand for themselves as the characters that Latin-1 has for their bytes. */
const isShort = ({ text }: DocRun): boolean => /^[\0-\xff]*$/.test(text);
const bytesOf = (run: DocRun): Buffer => Buffer.from(run.text, isShort(run) ? 'latin1' : 'utf16le');

/** The runs in the main stream, the last one first, as in a file that was saved fast. */
function placeRuns(runs: readonly DocRun[]): { text: Buffer; placed: Placed[] } {
  const placed: Placed[] = [];
  let at = TEXT_FROM;
  for (const run of runs.toReversed()) {
    const start = at;
    at += bytesOf(run).length;
    placed.push({ run, start, end: at });
  }
  return { text: Buffer.concat(runs.toReversed().map(bytesOf)), placed };
}

function pieceTable(runs: readonly DocRun[], placed: readonly Placed[]): Buffer {
  const list = Buffer.alloc((runs.length + 1) * 4 + runs.length * 8);
  let character = 0;
  for (const [index, run] of runs.entries()) {
    list.writeUInt32LE(character, index * 4);
    character += run.text.length;
    list.writeUInt32LE(character, index * 4 + 4);
    const start = placed[runs.length - 1 - index]!.start;
    const descriptor = (runs.length + 1) * 4 + index * 8;
    list.writeUInt32LE(isShort(run) ? (start * 2) | 0x40000000 : start, descriptor + 2);
    list.writeUInt16LE(run.fastSaved ?? 0, descriptor + 6);
  }
  const head = Buffer.alloc(5);
  head[0] = 2;
  head.writeUInt32LE(list.length, 1);
  return Buffer.concat([head, list]);
}

const chunksOf = (placed: readonly Placed[]): Placed[][] =>
  Array.from({ length: Math.ceil(placed.length / RUNS_A_PAGE) }, (_, index) =>
    placed.slice(index * RUNS_A_PAGE, (index + 1) * RUNS_A_PAGE),
  );

function pagesOf(placed: readonly Placed[], kind: 'characters' | 'paragraphs'): Buffer[] {
  return chunksOf(placed).map((chunk) => {
    const page = Buffer.alloc(PAGE);
    let free = PAGE - 2;
    for (const [index, { run, start, end }] of chunk.entries()) {
      page.writeUInt32LE(start, index * 4);
      page.writeUInt32LE(end, index * 4 + 4);
      const list = kind === 'characters' ? characterList(run) : paragraphList(run);
      if (list.length === 0) continue;
      free = (free - list.length) & ~1;
      list.copy(page, free);
      page[(chunk.length + 1) * 4 + index * (kind === 'characters' ? 1 : 13)] = free / 2;
    }
    page[PAGE - 1] = chunk.length;
    return page;
  });
}

function characterList({ characters }: DocRun): Buffer {
  return characters === undefined ? Buffer.alloc(0) : Buffer.concat([Buffer.from([characters.length]), characters]);
}

/** Padded so that its length is told in words. */
function paragraphList({ style = 0, paragraph = Buffer.alloc(0) }: DocRun): Buffer {
  const padded = paragraph.length % 2 === 0 ? paragraph : Buffer.concat([paragraph, Buffer.alloc(1)]);
  const head = Buffer.from([0, padded.length / 2 + 1, style & 0xff, style >> 8]);
  return Buffer.concat([head, padded]);
}

function pageList(placed: readonly Placed[], pages: number, first: number): Buffer {
  const list = Buffer.alloc((pages + 1) * 4 + pages * 4);
  for (const [index, chunk] of chunksOf(placed).entries()) {
    list.writeUInt32LE(chunk[0]!.start, index * 4);
    list.writeUInt32LE(chunk.at(-1)!.end, index * 4 + 4);
    list.writeUInt32LE(first + index, (pages + 1) * 4 + index * 4);
  }
  return list;
}

function fontList(fonts: readonly string[]): Buffer {
  const entries = fonts.map((font) => {
    const entry = Buffer.alloc(40 + 2 * font.length + 2);
    entry[0] = entry.length - 1;
    entry.write(font, 40, 'utf16le');
    return entry;
  });
  return Buffer.concat([Buffer.from([fonts.length, 0, 0, 0]), ...entries]);
}

function styleSheet(styles: readonly DocStyle[]): Buffer {
  const head = Buffer.alloc(20);
  head.writeUInt16LE(18, 0);
  head.writeUInt16LE(styles.length, 2);
  head.writeUInt16LE(10, 4);
  const list = styles.map(({ base, isCharacterStyle = false, characters }, index) => {
    const fixed = Buffer.alloc(10);
    fixed.writeUInt16LE((isCharacterStyle ? 2 : 1) | ((base ?? 0xfff) << 4), 2);
    const name = Buffer.from(`\u0002S${index % 10}\0`, 'utf16le');
    const ofParagraph = isCharacterStyle ? Buffer.alloc(0) : Buffer.from([2, 0, index, 0]);
    const ofCharacters = Buffer.concat([Buffer.from([characters.length & 0xff, characters.length >> 8]), characters]);
    const style = Buffer.concat([fixed, name, ofParagraph, ofCharacters, Buffer.alloc(characters.length % 2)]);
    return Buffer.concat([Buffer.from([style.length & 0xff, style.length >> 8]), style]);
  });
  return Buffer.concat([head, ...list]);
}

function headerPlaces(headers: readonly (readonly DocRun[])[]): Buffer {
  if (headers.length === 0) return Buffer.alloc(0);
  const places = [0, 0, 0, 0, 0, 0, 0];
  for (const runs of headers) places.push((places.at(-1) ?? 0) + lengthOf(runs));
  const list = Buffer.alloc(places.length * 4 + 4);
  for (const [index, place] of places.entries()) list.writeUInt32LE(place, index * 4);
  list.writeUInt32LE(places.at(-1) ?? 0, places.length * 4);
  return list;
}
