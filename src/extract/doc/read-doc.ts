import type { FileMessage } from '../../model/extraction.js';
import { fileMessage } from '../messages.js';
import type { ReadText, Source } from '../read-text.js';
import { damaged } from '../rejection.js';
import { TextFlows } from '../text-flows.js';
import type { UnreadPart } from '../unread-parts.js';
import { CompoundFile } from './compound-file.js';
import { type FileInformation, readFileInformation, type Story, type StoryName } from './file-information.js';
import { readFonts } from './fonts.js';
import { FormattedPages } from './formatted-pages.js';
import { ParagraphFormats } from './paragraph-formats.js';
import { readPieces } from './pieces.js';
import { StoryReader } from './story-reader.js';
import { StyleSheet } from './styles.js';
import { readSummary } from './summary.js';
import { type DocumentParts, rawText, textRuns } from './text-runs.js';

/** Parts of the text in the order in which they are read; `headers` are in themselves divided. */
const BODY: readonly StoryName[] = ['body', 'textBoxes'];
const BESIDE: readonly StoryName[] = ['footnotes', 'endnotes', 'headers', 'headerTextBoxes', 'comments'];
const HEADS: ReadonlySet<StoryName> = new Set(['headers', 'headerTextBoxes']);
/** The first heads and feet are the lines that set notes off. */
const SEPARATORS = 6;
/** Streams that tell what an object is: a formula, a document, any file. */
const OBJECT_STREAMS: ReadonlyMap<string, UnreadPart> = new Map<string, UnreadPart>([
  ['Equation Native', 'equations'],
  ...['WordDocument', 'Package', 'EncryptedPackage', 'CONTENTS', '\u0001Ole10Native'].map((name): [string, UnreadPart] => [
    name,
    'embedded-document',
  ]),
]);
const NOTHING = Buffer.alloc(0);

/** Reads a document of Word 97 to 2003. Throws a Rejection where it is damaged or over a limit. */
export async function readDoc({ bytes, fileName, limits }: Source): Promise<ReadText> {
  const file = new CompoundFile(bytes);
  const word = file.stream('WordDocument') ?? NOTHING;
  const information = readFileInformation(word);
  const table = file.stream(information.tableName);
  if (table === undefined) throw damaged(new Error(`no ${information.tableName}`));
  const parts = readParts({ word, table, data: optionalStream(file, 'Data') }, information);
  const flows = new TextFlows(limits);
  const reader = new StoryReader(flows);
  for (const name of BODY) reader.read(textRuns(parts, information.stories[name]), name === 'body' ? 'body' : 'other');
  for (const name of BESIDE) {
    const stories = name === 'headers' ? headerStories(parts, information, table) : [information.stories[name]];
    for (const story of stories) {
      flows.open('aside');
      reader.read(textRuns(parts, story), HEADS.has(name) ? 'head' : 'other');
      flows.close();
    }
  }
  const { text, hidden, asides, fontRuns, fonts } = flows.build();
  return {
    text,
    hidden,
    asides,
    fontRuns,
    unread: objectsOf(file),
    pictures: reader.pictures,
    messages: messagesOf(file, reader, fileName),
    metadata: { ...readSummary(optionalStream(file, '\u0005SummaryInformation')), fonts, revisions: reader.revisions },
  };
}

function readParts({ word, table, data }: { word: Buffer; table: Buffer; data: Buffer }, information: FileInformation): DocumentParts {
  const pieces = readPieces(information.tablePart(table, 'pieces'), word);
  if (information.stories.headerTextBoxes.to > (pieces.at(-1)?.to ?? 0)) throw damaged(new Error('text beyond the piece table'));
  const paragraphPages = new FormattedPages(word, information.tablePart(table, 'paragraphPages'), 'paragraphs');
  return {
    word,
    pieces,
    characters: new FormattedPages(word, information.tablePart(table, 'characterPages'), 'characters'),
    paragraphs: new ParagraphFormats(paragraphPages, data),
    styles: new StyleSheet(information.tablePart(table, 'styles')),
    fonts: readFonts(information.tablePart(table, 'fonts')),
  };
}

/** Heads and feet of all sections, each text once, whatever page numbers they show. */
function headerStories(parts: DocumentParts, { tablePart, stories }: FileInformation, table: Buffer): Story[] {
  const places = tablePart(table, 'headers');
  const found = new Map<string, Story>();
  let before = 0;
  for (let index = SEPARATORS; (index + 2) * 4 <= places.length; index++) {
    const from = stories.headers.from + places.readUInt32LE(index * 4);
    const to = Math.min(stories.headers.to, stories.headers.from + places.readUInt32LE(index * 4 + 4));
    if (from >= to || from < before) continue;
    before = to;
    const key = rawText(parts, { from, to }).replace(/\d+/g, '');
    if (!found.has(key)) found.set(key, { from, to });
  }
  return [...found.values()];
}

/** What the objects of other programs are, by the streams that they keep. */
function objectsOf(file: CompoundFile): Set<UnreadPart> {
  const objects = new Map<string, UnreadPart>();
  for (const path of file.paths) {
    const [pool, object, stream = ''] = path.split('/');
    if (pool !== 'ObjectPool' || object === undefined) continue;
    const part = OBJECT_STREAMS.get(stream) ?? objects.get(object) ?? 'object';
    objects.set(object, part);
  }
  return new Set(objects.values());
}

function messagesOf(file: CompoundFile, reader: StoryReader, fileName: string): FileMessage[] {
  const messages: FileMessage[] = [];
  const has = (storage: string): boolean => file.paths.some((path) => path.startsWith(storage));
  if (reader.hasTrackedChanges) messages.push(fileMessage('tracked-changes', fileName));
  if (has('Macros/')) messages.push(fileMessage('macro', fileName));
  return messages;
}

/** What a document can be read without. */
function optionalStream(file: CompoundFile, path: string): Buffer {
  try {
    return file.stream(path) ?? NOTHING;
  } catch {
    return NOTHING;
  }
}
