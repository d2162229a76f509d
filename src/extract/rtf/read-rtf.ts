import type { FileMessage } from '../../model/extraction.js';
import { MISSING_END, partList } from '../message-details.js';
import { fileMessage } from '../messages.js';
import type { ReadText, Source } from '../read-text.js';
import { Rejection } from '../rejection.js';
import { countLetters, LETTERS_PER_PICTURE } from '../text-quality.js';
import { interpretRtf, type RtfDocument } from './interpret-rtf.js';

/** Reads an RTF. Throws a Rejection when it gives no text. */
export async function readRtf({ bytes, fileName, limits }: Source): Promise<ReadText> {
  const document = interpretRtf(bytes, limits);
  const { text, hidden, asides, fontRuns, fonts } = document.built;
  if (countLetters(text) < LETTERS_PER_PICTURE * document.pictures) throw new Rejection('needs-ocr', 'no-text-layer');
  return { text, hidden, asides, fontRuns, messages: messagesOf(document, fileName), metadata: document.notes.metadata(fonts) };
}

function messagesOf(document: RtfDocument, fileName: string): FileMessage[] {
  const messages: FileMessage[] = [];
  if (document.isCutOff) messages.push(fileMessage('partial-text', fileName, MISSING_END));
  const unread = unreadParts(document.notes.objects);
  if (unread.length > 0) messages.push(fileMessage('not-read-parts', fileName, partList(unread)));
  if (document.hasTrackedChanges) messages.push(fileMessage('tracked-changes', fileName));
  return messages;
}

/** Of objects a picture is shown: of a formula that is all there is, of a document its first page at most. */
function unreadParts(objects: ReadonlySet<string>): ('equations' | 'embedded-document')[] {
  const isEquation = (name: string): boolean => name.startsWith('Equation');
  const parts: ('equations' | 'embedded-document')[] = [];
  if ([...objects].some(isEquation)) parts.push('equations');
  if ([...objects].some((name) => !isEquation(name))) parts.push('embedded-document');
  return parts;
}
