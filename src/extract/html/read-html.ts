import { Parser } from 'htmlparser2';
import type { FileMessage } from '../../model/extraction.js';
import { asBuffer } from '../archive.js';
import { fileMessage } from '../messages.js';
import type { ReadText, Source } from '../read-text.js';
import { decodeHtml } from './decode-html.js';
import { isMhtml, readMhtmlRoot } from './mhtml.js';
import { PageReader } from './page-reader.js';

/** As much as is parsed at a time. */
const CHUNK = 64 * 1024;
const HEAD_BYTES = 4096;

/** Reads a web page, alone or as the first part of an MHT. Throws a Rejection where it is damaged or over a limit. */
export async function readHtml({ bytes, fileName, limits }: Source): Promise<ReadText> {
  const isArchive = isMhtml(asBuffer(bytes).subarray(0, HEAD_BYTES).toString('latin1'));
  const html = isArchive ? await readMhtmlRoot(bytes) : decodeHtml(bytes);
  const reader = new PageReader(limits);
  const parser = new Parser(reader);
  for (let at = 0; at < html.length; at += CHUNK) parser.write(html.slice(at, at + CHUNK));
  parser.end();
  const { text, hidden, asides, fontRuns, fonts } = reader.build();
  const messages: FileMessage[] = [];
  if (reader.hasUnreadStyle) messages.push(fileMessage('unread-style', fileName));
  if (reader.hasTrackedChanges) messages.push(fileMessage('tracked-changes', fileName));
  return { text, hidden, asides, fontRuns, pictures: reader.pictures, messages, metadata: reader.metadata(fonts) };
}
