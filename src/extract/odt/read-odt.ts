import type { ExtractLimits, FileMessage } from '../../model/extraction.js';
import { type Archive, unpack, unpackOne } from '../archive.js';
import { fileMessage } from '../messages.js';
import type { ReadText, Source } from '../read-text.js';
import { damaged, Rejection } from '../rejection.js';
import type { UnreadPart } from '../unread-parts.js';
import { parseXml } from '../xml-stream.js';
import { DocumentReader, type EmbeddedObject } from './document-reader.js';
import { MathText } from './math-text.js';
import { ODF } from './namespaces.js';

/** In this order: what a document looks like is told before what it says. */
const PARTS = ['meta.xml', 'styles.xml', 'content.xml'];
const OBJECT = /^(Object [^/]{1,20})\/content\.xml$/;

/** Reads an ODT whose directory is within the limits. Throws a Rejection where it is damaged, encrypted or over a limit. */
export async function readOdt(archive: Archive, source: Source): Promise<ReadText> {
  const { limits } = source;
  const isRead = (name: string): boolean => PARTS.includes(name) || OBJECT.test(name) || name === 'META-INF/manifest.xml';
  const parts = await unpack(archive, isRead, limits);
  // With a password each part is encrypted by itself, and only this list says so.
  if (parts.get('META-INF/manifest.xml')?.includes('encryption-data') === true) throw new Rejection('unreadable', 'encrypted');
  const reader = new DocumentReader(limits, readObjects(parts, limits));
  for (const name of PARTS) readPart(parts.get(name), reader, limits);
  const hasMacro = [...archive.entries.keys()].some((name) => /^(?:Basic|Scripts)\//.test(name));
  const files = [...new Set(reader.pictures)].filter((name) => archive.entries.has(name));
  return { ...finish(reader, source, hasMacro), pictureFiles: files.map((name) => () => unpackOne(archive, name, limits)) };
}

/** Reads an OpenDocument text that is one XML file. */
export async function readFlatOdt(source: Source): Promise<ReadText> {
  const reader = new DocumentReader(source.limits, new Map());
  readPart(source.bytes, reader, source.limits);
  return finish(reader, source, false);
}

function readPart(part: Uint8Array | undefined, reader: DocumentReader, limits: ExtractLimits): void {
  reader.styles.beginPart();
  if (part !== undefined) parseXml(part, ODF, reader, limits);
}

/** Objects by the folder that they are kept in. */
function readObjects(parts: ReadonlyMap<string, Buffer>, limits: ExtractLimits): Map<string, EmbeddedObject> {
  const objects = new Map<string, EmbeddedObject>();
  for (const [name, part] of parts) {
    const folder = OBJECT.exec(name)?.[1];
    if (folder === undefined) continue;
    const math = new MathText();
    parseXml(part, ODF, math, limits);
    objects.set(folder, math.isMath ? { formula: math.result } : { unread: kindOf(part) });
  }
  return objects;
}

function kindOf(part: Buffer): UnreadPart {
  if (part.includes('office:chart')) return 'diagram';
  return part.includes('office:spreadsheet') ? 'object' : 'embedded-document';
}

function finish(reader: DocumentReader, { fileName }: Source, hasMacro: boolean): ReadText {
  if (!reader.hasBody) throw damaged(new Error('no office:text'));
  const { text, hidden, asides, fontRuns, fonts } = reader.build();
  const messages: FileMessage[] = [];
  if (reader.hasTrackedChanges) messages.push(fileMessage('tracked-changes', fileName));
  if (hasMacro) messages.push(fileMessage('macro', fileName));
  const { unread, pictures } = reader;
  const noticed = { unread, pictures: pictures.length, messages };
  return { text, hidden, asides, fontRuns, ...noticed, metadata: reader.metadata.metadata(fonts, [...reader.styles.revisions]) };
}
