import type { DocumentAnswer } from '../api/service.js';
import type { StoredOriginal } from '../corpus/records/originals.js';
import { AppError } from '../model/errors.js';
import { tracesOf } from '../model/file-traces.js';
import { normalise } from '../normalise/normalise.js';
import { blankFurniture, isReadable } from '../pipeline/read-essay.js';
import { HTTP_MESSAGES } from './messages.js';
import type { ServiceParts } from './service-parts.js';

/** A received file that a campaign is to rest on. */
export interface ReceivedDocument {
  readonly file: string;
  readonly original: StoredOriginal;
  readonly bytes: Uint8Array;
}

/**
 * Reads a received document and keeps it. Rejects with AppError `reference-unreadable` when there is no text in it; no row
 * names the file then, and the next sweep takes it.
 */
export async function keepDocument(
  { records, readDocument }: ServiceParts,
  { file, original, bytes }: ReceivedDocument,
): Promise<DocumentAnswer> {
  const extraction = await readDocument(bytes, file);
  const text = blankFurniture(extraction);
  const syllables = normalise(text).tokens.length;
  if (!isReadable(extraction) || syllables === 0) {
    const reason = extraction.messages[0]?.text ?? HTTP_MESSAGES.documentWithoutWords;
    throw new AppError('reference-unreadable', HTTP_MESSAGES.documentUnreadable(file, reason));
  }
  const ref = { file, sha256: original.sha256 };
  await records.campaigns.addDocument(original, { ...ref, text, traces: tracesOf(extraction.metadata).map(({ key }) => key) });
  return { ...ref, syllables, messages: extraction.messages.map(({ code, text }) => ({ code, text })) };
}
