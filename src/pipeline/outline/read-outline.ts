import { readHeadings } from '../../extract/docx/read-headings.js';
import { AppError } from '../../model/errors.js';
import { EXTRACT_LIMITS } from '../../model/extraction.js';
import { UNREADABLE_OUTLINE } from './messages.js';
import type { OutlineParagraph } from './outline-from-paragraphs.js';

/** The paragraphs of a Word file with their levels. Rejects with AppError `reference-unreadable`. A file made to harm may take much memory: run it apart. */
export async function readOutlineParagraphs(bytes: Uint8Array): Promise<readonly OutlineParagraph[]> {
  try {
    return await readHeadings(bytes, EXTRACT_LIMITS);
  } catch (cause) {
    throw new AppError('reference-unreadable', UNREADABLE_OUTLINE, { cause });
  }
}
