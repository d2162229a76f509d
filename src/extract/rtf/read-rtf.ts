import type { FileMessage } from '../../model/extraction.js';
import { MISSING_END } from '../message-details.js';
import { fileMessage } from '../messages.js';
import type { ReadText, Source } from '../read-text.js';
import { objectPart } from '../unread-parts.js';
import { interpretRtf, type RtfDocument } from './interpret-rtf.js';

/** Reads an RTF. Throws a Rejection where it is over a limit. */
export async function readRtf({ bytes, fileName, limits }: Source): Promise<ReadText> {
  const document = interpretRtf(bytes, limits);
  const { text, hidden, asides, fontRuns, fonts } = document.built;
  const { notes, pictures } = document;
  const unread = new Set([...notes.objects].map(objectPart));
  const noticed = { unread, pictures, messages: messagesOf(document, fileName) };
  return { text, hidden, asides, fontRuns, ...noticed, metadata: notes.metadata(fonts) };
}

function messagesOf(document: RtfDocument, fileName: string): FileMessage[] {
  const messages: FileMessage[] = [];
  if (document.isCutOff) messages.push(fileMessage('partial-text', fileName, MISSING_END));
  if (document.hasTrackedChanges) messages.push(fileMessage('tracked-changes', fileName));
  return messages;
}
