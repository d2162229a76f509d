import type { DocumentMetadata, FileMessage } from '../model/extraction.js';

/** Text that a format's reader got out of a file, nothing decoded yet, with what it noticed. */
export interface ReadText {
  readonly text: string;
  readonly messages: readonly FileMessage[];
  readonly metadata: DocumentMetadata;
  /** Lines, from 0, counted by \n, on which pages begin; left out where the format has none. */
  readonly pageStarts?: readonly number[];
}

/** Metadata of a file that says nothing about itself. */
export const NO_METADATA: DocumentMetadata = { creator: '', lastModifiedBy: '', created: '', fonts: [] };
