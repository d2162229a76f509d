import type { DocumentMetadata, Encoding, FileMessage } from '../model/extraction.js';

/** Text that a format's reader got out of a file, with what it noticed. */
export interface ReadText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly messages: readonly FileMessage[];
  readonly metadata: DocumentMetadata;
}

/** Metadata of a file that says nothing about itself. */
export const NO_METADATA: DocumentMetadata = { creator: '', lastModifiedBy: '', created: '', fonts: [] };
