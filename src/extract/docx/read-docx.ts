import { type DocumentMetadata, type ExtractLimits, type FileMessage, NO_METADATA } from '../../model/extraction.js';
import { type Archive, unpack } from '../archive.js';
import { hiddenLetters, missingParts, partList } from '../message-details.js';
import { fileMessage } from '../messages.js';
import type { ReadText, Source } from '../read-text.js';
import { damaged, Rejection } from '../rejection.js';
import { countLetters, hasWords, LETTERS_PER_PICTURE } from '../text-quality.js';
import { attribute, decodeEntities, scanXml } from '../xml-scan.js';
import { type DocxParts, readBody } from './body.js';
import { fontsOfPart, type Survey, surveyBody, textOfPart, type UnreadPart } from './survey.js';

/** Letters from which on a part that was not read makes the reading partial. */
const PARTIAL_LETTERS: Readonly<Record<UnreadPart, number>> = {
  'embedded-document': 1,
  'embedded-object': Number.POSITIVE_INFINITY,
  diagram: 1,
  'other-element': 1,
  'text-box': 60,
  equations: 200,
  footnotes: 200,
  endnotes: 200,
  headers: 200,
  // What others wrote beside an essay is no part of it.
  comments: Number.POSITIVE_INFINITY,
};
/** Shorter heads and feet name the unit and the page, which nobody needs to be told. */
const HEADER_LETTERS = 40;
/** More hidden letters than this are no stray mark of an editor. */
const HIDDEN_LETTERS = 20;

/** Reads a DOCX whose directory is within the limits. Throws a Rejection when it gives no text. */
export async function readDocx(archive: Archive, { fileName, limits }: Source): Promise<ReadText> {
  const parts = await unpackParts(archive, limits);
  const main = mainPart(parts);
  const survey = surveyBody(main.xml);
  const text = await readBody(new Map(parts).set(PACKAGE_RELATIONSHIPS, relationshipTo(main.name)).set(main.name, main.xml)).catch(
    (cause: unknown) => {
      throw damaged(cause);
    },
  );
  const unread = unreadParts(parts, survey);
  rejectWithoutText(text, survey, unread);
  return {
    text,
    messages: messagesOf({ archive, fileName, survey, unread }),
    metadata: readMetadata(parts, survey),
  };
}

/** The parts that are read; what else is in the file, such as customXml, may be as odd as it likes. */
async function unpackParts(archive: Archive, limits: ExtractLimits): Promise<DocxParts> {
  const relationships = decodeParts(await unpack(archive, (name) => name === PACKAGE_RELATIONSHIPS, limits));
  const main = mainPartName(relationships, archive.entries);
  const folder = main.lastIndexOf('/') + 1;
  const mainRelationships = `${main.slice(0, folder)}_rels/${main.slice(folder)}.rels`;
  const isWanted = (name: string): boolean =>
    /^(?:_rels|word)\/.*\.(?:xml|rels)$/i.test(name) || [main, mainRelationships, 'docProps/core.xml'].includes(name);
  return decodeParts(await unpack(archive, isWanted, limits));
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

/** Elements whose text mammoth skips, and those it reads in the same way. */
const READ_AS: Readonly<Record<string, string>> = { fldSimple: 'smartTag', bdo: 'smartTag', dir: 'smartTag', cr: 'br', ptab: 'tab' };

/**
 * The main part as the package relationships name it. mammoth skips CDATA sections, fields, runs with a set direction and some
 * breaks, so they are written here as something that it reads.
 */
function mainPart(parts: DocxParts): { name: string; xml: string } {
  const name = mainPartName(parts, parts);
  const xml = parts.get(name);
  if (xml === undefined) throw damaged(new Error('no main part'));
  const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const plain = xml.includes('<![CDATA[') ? xml.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => escapeText(text)) : xml;
  const renamed = plain.replace(/(<\/?(?:[\w.-]{1,50}:)?)(fldSimple|bdo|dir|cr|ptab)(?=[\s/>])/g, (_, start: string, element: string) => {
    return `${start}${READ_AS[element]}`;
  });
  return { name, xml: renamed };
}

const PACKAGE_RELATIONSHIPS = '_rels/.rels';
const DOCUMENT_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** The first existing target of the document's relationship, in its transitional or its strict form. */
function mainPartName(parts: DocxParts, existing: ReadonlyMap<string, unknown>): string {
  const targets: string[] = [];
  scanXml(parts.get(PACKAGE_RELATIONSHIPS) ?? '', {
    open: (_, tag) => {
      const target = attribute(tag, 'Target')?.replace(/^\//, '');
      if (attribute(tag, 'Type')?.endsWith('/relationships/officeDocument') && target !== undefined) targets.push(target);
    },
    close: () => undefined,
  });
  return targets.find((target) => existing.has(target)) ?? 'word/document.xml';
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
    // Every section has heads and feet of its own, mostly the same ones.
    const texts = new Set<string>();
    for (const [name, xml] of parts) if (pattern.test(name)) texts.add(textOfPart(xml));
    const letters = countLetters([...texts].join(' '));
    if (letters >= (part === 'headers' ? HEADER_LETTERS : 1)) unread.set(part, letters);
  }
  for (const [part, letters] of survey.dropped) unread.set(part, letters);
  return unread;
}

function partialParts(unread: ReadonlyMap<UnreadPart, number>): UnreadPart[] {
  return [...unread].filter(([part, letters]) => letters >= PARTIAL_LETTERS[part]).map(([part]) => part);
}

/**
 * Rejects a document whose text is elsewhere, in parts that are not read or in pictures. One that is just blank or punctuation
 * passes: that is an essay that is too short, not an unreadable file.
 */
function rejectWithoutText(text: string, survey: Survey, unread: ReadonlyMap<UnreadPart, number>): void {
  const beside = [...unread.keys()].filter((part) => part !== 'comments' && part !== 'headers');
  if (!hasWords(text) && beside.length > 0) throw new Rejection('unreadable', 'partial-text', missingParts(beside));
  let letters = countLetters(text);
  for (const dropped of survey.dropped.values()) letters += dropped;
  if (letters < LETTERS_PER_PICTURE * survey.pictures) throw new Rejection('needs-ocr', 'no-text-layer');
}

function messagesOf(read: { archive: Archive; fileName: string; survey: Survey; unread: ReadonlyMap<UnreadPart, number> }): FileMessage[] {
  const messages: FileMessage[] = [];
  const partial = partialParts(read.unread);
  if (partial.length > 0) messages.push(fileMessage('partial-text', read.fileName, missingParts(partial)));
  const beside = [...read.unread.keys()].filter((part) => !partial.includes(part));
  if (beside.length > 0) messages.push(fileMessage('not-read-parts', read.fileName, partList(beside)));
  const hidden = [...read.survey.hidden.values()].reduce((sum, letters) => sum + letters, 0);
  if (hidden > HIDDEN_LETTERS) messages.push(fileMessage('hidden-text', read.fileName, hiddenLetters(read.survey.hidden)));
  if (read.survey.hasTrackedChanges) messages.push(fileMessage('tracked-changes', read.fileName));
  const hasMacro = [...read.archive.entries.keys()].some((name) => /vbaProject\.bin$/i.test(name));
  if (hasMacro) messages.push(fileMessage('macro', read.fileName));
  return messages;
}

function readMetadata(parts: DocxParts, survey: Survey): DocumentMetadata {
  const core = readElements(parts.get('docProps/core.xml') ?? '');
  const fonts = new Set([...survey.fonts, ...fontsOfPart(parts.get('word/styles.xml') ?? '')]);
  return {
    ...NO_METADATA,
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
