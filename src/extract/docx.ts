import type { DocumentMetadata, ExtractLimits, FileMessage } from '../model/extraction.js';
import { type Archive, unpack } from './archive.js';
import { type DocxParts, readBody } from './docx-body.js';
import { fontsOfPart, lettersOfPart, type Survey, surveyBody, type UnreadPart } from './docx-survey.js';
import { fileMessage, missingParts, partList } from './messages.js';
import type { ReadText } from './read-text.js';
import { damaged, Rejection } from './rejection.js';
import { hasWords } from './text-quality.js';
import { attribute, decodeEntities, scanXml } from './xml-scan.js';

/** Lost parts of the body that an essay can hide in; from this many letters on also those that seldom matter. */
const ALWAYS_PARTIAL: readonly UnreadPart[] = ['text-box', 'embedded-document', 'diagram', 'field', 'other-element'];
const PARTIAL_LETTERS = 200;

/** Reads a DOCX whose directory is within the limits. Throws a Rejection when it gives no text. */
export async function readDocx(archive: Archive, fileName: string, limits: ExtractLimits): Promise<ReadText> {
  const parts = decodeParts(await unpack(archive, (name) => /\.(?:xml|rels)$/i.test(name), limits));
  const main = mainPart(parts);
  const survey = surveyBody(main.xml);
  const text = await readBody(new Map(parts).set(PACKAGE_RELATIONSHIPS, relationshipTo(main.name)).set(main.name, main.xml)).catch(
    (cause: unknown) => {
      throw damaged(cause);
    },
  );
  const unread = unreadParts(parts, survey);
  if (!hasWords(text)) rejectWithoutText(text, survey, unread);
  return {
    text,
    encoding: 'unicode',
    messages: messagesOf({ archive, fileName, survey, unread }),
    metadata: readMetadata(parts, survey),
  };
}

function decodeParts(parts: ReadonlyMap<string, Buffer>): Map<string, string> {
  const decoded = new Map<string, string>();
  for (const [name, bytes] of parts) {
    const xml = decodeXml(bytes);
    if (/<!DOCTYPE/i.test(xml)) throw new Rejection('refused', 'doctype');
    decoded.set(name, xml);
  }
  return decoded;
}

/** XML is UTF-8 or UTF-16 with a byte order mark; anything else is an error to every reader, never U+FFFD in an essay. */
function decodeXml(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw damaged(cause);
  }
}

/** The main part as the package relationships name it; mammoth skips CDATA sections, so they become plain text here. */
function mainPart(parts: DocxParts): { name: string; xml: string } {
  const name = mainPartName(parts);
  const xml = parts.get(name);
  if (xml === undefined) throw damaged(new Error('no main part'));
  if (!xml.includes('<![CDATA[')) return { name, xml };
  const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return { name, xml: xml.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => escapeText(text)) };
}

const PACKAGE_RELATIONSHIPS = '_rels/.rels';
const DOCUMENT_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** The first existing target of the document's relationship, in its transitional or its strict form. */
function mainPartName(parts: DocxParts): string {
  const targets: string[] = [];
  scanXml(parts.get(PACKAGE_RELATIONSHIPS) ?? '', {
    open: (_, tag) => {
      const target = attribute(tag, 'Target')?.replace(/^\//, '');
      if (attribute(tag, 'Type')?.endsWith('/relationships/officeDocument') && target !== undefined) targets.push(target);
    },
    close: () => undefined,
  });
  return targets.find((target) => parts.has(target)) ?? 'word/document.xml';
}

/** Leaves mammoth no choice of its own: it must read the part that was looked over. */
function relationshipTo(name: string): string {
  const target = name.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${DOCUMENT_TYPE}" Target="${target}"/></Relationships>`;
}

/** Parts beside the body, in the order in which they are named to the user. */
const SIDE_PARTS: readonly (readonly [UnreadPart, RegExp])[] = [
  ['footnotes', /^word\/footnotes\d*\.xml$/i],
  ['endnotes', /^word\/endnotes\d*\.xml$/i],
  ['comments', /^word\/comments\d*\.xml$/i],
  ['headers', /^word\/(?:header|footer)\d*\.xml$/i],
  ['diagram', /^word\/(?:diagrams\/data|charts\/chart)\d*\.xml$/i],
];

/** Letters that are not read, by part. */
function unreadParts(parts: DocxParts, survey: Survey): Map<UnreadPart, number> {
  const unread = new Map<UnreadPart, number>();
  for (const [part, pattern] of SIDE_PARTS) {
    let letters = 0;
    for (const [name, xml] of parts) if (pattern.test(name)) letters += lettersOfPart(xml);
    if (letters > 0) unread.set(part, letters);
  }
  for (const [part, letters] of survey.dropped) unread.set(part, letters);
  return unread;
}

function partialParts(unread: ReadonlyMap<UnreadPart, number>): UnreadPart[] {
  const isLong = (part: UnreadPart, letters: number): boolean => part === 'equations' && letters >= PARTIAL_LETTERS;
  return [...unread].filter(([part, letters]) => ALWAYS_PARTIAL.includes(part) || isLong(part, letters)).map(([part]) => part);
}

/** Returns where the document is just blank or punctuation: that is an essay that is too short, not an unreadable file. */
function rejectWithoutText(text: string, survey: Survey, unread: ReadonlyMap<UnreadPart, number>): void {
  const partial = partialParts(unread);
  if (partial.length > 0) throw new Rejection('unreadable', 'partial-text', missingParts(partial));
  if (survey.hasPictures && text.trim() === '') throw new Rejection('needs-ocr', 'no-text-layer');
}

function messagesOf(read: { archive: Archive; fileName: string; survey: Survey; unread: ReadonlyMap<UnreadPart, number> }): FileMessage[] {
  const messages: FileMessage[] = [];
  const partial = partialParts(read.unread);
  if (partial.length > 0) messages.push(fileMessage('partial-text', read.fileName, missingParts(partial)));
  if (read.unread.size > 0) messages.push(fileMessage('not-read-parts', read.fileName, partList([...read.unread.keys()])));
  if (read.survey.hasTrackedChanges) messages.push(fileMessage('tracked-changes', read.fileName));
  const hasMacro = [...read.archive.entries.keys()].some((name) => /vbaProject\.bin$/i.test(name));
  if (hasMacro) messages.push(fileMessage('macro', read.fileName));
  return messages;
}

function readMetadata(parts: DocxParts, survey: Survey): DocumentMetadata {
  const core = readElements(parts.get('docProps/core.xml') ?? '');
  const fonts = new Set([...survey.fonts, ...fontsOfPart(parts.get('word/styles.xml') ?? '')]);
  return {
    creator: core.get('creator') ?? '',
    lastModifiedBy: core.get('lastModifiedBy') ?? '',
    created: core.get('created') ?? '',
    fonts: [...fonts],
  };
}

/** Text of each element by its local name, at most 200 characters. */
function readElements(xml: string): Map<string, string> {
  const values = new Map<string, string>();
  let current = '';
  scanXml(xml, {
    open: (name) => {
      current = name;
    },
    close: () => {
      current = '';
    },
    text: (raw) => {
      if (current !== '') values.set(current, decodeEntities(raw).slice(0, 200));
    },
  });
  return values;
}
