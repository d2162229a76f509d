import type { ExtractLimits, FileMessage } from '../../model/extraction.js';
import { type Archive, unpack } from '../archive.js';
import { partList } from '../message-details.js';
import { fileMessage } from '../messages.js';
import type { ReadText, Source } from '../read-text.js';
import { damaged, Rejection } from '../rejection.js';
import { countLetters, LETTERS_PER_PICTURE } from '../text-quality.js';
import { parseXml } from '../xml-stream.js';
import { DocumentReader, type EmbeddedObject } from './document-reader.js';
import { MathText } from './math-text.js';
import { ODF } from './namespaces.js';

/** In this order: what a document looks like is told before what it says. */
const PARTS = ['meta.xml', 'styles.xml', 'content.xml'];
const OBJECT = /^(Object [^/]{1,20})\/content\.xml$/;

/** Reads an ODT whose directory is within the limits. Throws a Rejection when it gives no text. */
export async function readOdt(archive: Archive, source: Source): Promise<ReadText> {
  const { limits } = source;
  const isRead = (name: string): boolean => PARTS.includes(name) || OBJECT.test(name) || name === 'META-INF/manifest.xml';
  const parts = await unpack(archive, isRead, limits);
  // With a password each part is encrypted by itself, and only this list says so.
  if (parts.get('META-INF/manifest.xml')?.includes('encryption-data') === true) throw new Rejection('unreadable', 'encrypted');
  const reader = new DocumentReader(limits, readObjects(parts, limits));
  for (const name of PARTS) readPart(parts.get(name), reader, limits);
  const hasMacro = [...archive.entries.keys()].some((name) => /^(?:Basic|Scripts)\//.test(name));
  return finish(reader, source, hasMacro);
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
    const unread = part.includes('office:chart') ? 'diagram' : 'embedded-document';
    objects.set(folder, math.isMath ? { formula: math.result } : { unread });
  }
  return objects;
}

function finish(reader: DocumentReader, { fileName }: Source, hasMacro: boolean): ReadText {
  if (!reader.hasBody) throw damaged(new Error('no office:text'));
  const { text, hidden, asides, fontRuns, fonts } = reader.build();
  if (countLetters(text) < LETTERS_PER_PICTURE * reader.pictures) throw new Rejection('needs-ocr', 'no-text-layer');
  const messages: FileMessage[] = [];
  if (reader.unread.size > 0) messages.push(fileMessage('not-read-parts', fileName, partList([...reader.unread])));
  if (reader.hasTrackedChanges) messages.push(fileMessage('tracked-changes', fileName));
  if (hasMacro) messages.push(fileMessage('macro', fileName));
  return { text, hidden, asides, fontRuns, messages, metadata: reader.metadata.metadata(fonts, [...reader.styles.revisions]) };
}
