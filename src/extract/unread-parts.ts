import type { FileMessage } from '../model/extraction.js';
import { missingParts, type PART_NAMES, partList } from './message-details.js';
import { fileMessage } from './messages.js';

/** A part of a document whose text is not read. */
export type UnreadPart = keyof typeof PART_NAMES;

/** Parts in which an essay, or much of one, may stand. */
const WITH_PROSE: ReadonlySet<UnreadPart> = new Set(['chunk', 'embedded-document', 'subdocument'] as const);

/** Those of the parts in which an essay may stand. */
export function partsWithProse(parts: Iterable<UnreadPart>): UnreadPart[] {
  return [...parts].filter((part) => WITH_PROSE.has(part));
}

/** What an object of another program is, by the name that OLE gives to its class: documents are files of their own. */
export function objectPart(program: string): UnreadPart {
  if (/^Equation\b/i.test(program)) return 'equations';
  return /^(?:Word|Package|opendocument|AcroExch)\b/i.test(program) ? 'embedded-document' : 'object';
}

/** What to tell of a document that has such parts. */
export function unreadMessages(parts: ReadonlySet<UnreadPart>, fileName: string): FileMessage[] {
  const prose = partsWithProse(parts);
  const others = [...parts].filter((part) => !WITH_PROSE.has(part));
  const messages: FileMessage[] = [];
  if (prose.length > 0) messages.push(fileMessage('partial-text', fileName, missingParts(prose)));
  if (others.length > 0) messages.push(fileMessage('not-read-parts', fileName, partList(others)));
  return messages;
}
