import type { DocumentMetadata, ExtractLimits, FileMessage, FontRun, HiddenSpan, RecognisedSpan } from '../model/extraction.js';
import type { Span } from '../model/span.js';
import type { UnreadPart } from './unread-parts.js';

/** One file to read. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly limits: ExtractLimits;
  /** To be called before each page that is recognised: it takes time that other pages do not. */
  readonly onPage: () => void;
}

/** Unpacks a picture. Throws a Rejection where it is damaged or over a limit. */
export type PictureFile = () => Promise<Uint8Array>;

/** Text that a format's reader got out of a file, nothing decoded yet, with what it noticed. */
export interface ReadText {
  readonly text: string;
  readonly hidden?: readonly HiddenSpan[];
  readonly asides?: readonly Span[];
  readonly fontRuns?: readonly FontRun[];
  readonly recognised?: readonly RecognisedSpan[];
  readonly messages: readonly FileMessage[];
  readonly metadata: DocumentMetadata;
  readonly unread?: ReadonlySet<UnreadPart>;
  /** How many pictures stand in the body. */
  readonly pictures?: number;
  /** Those of them that lie in the file by themselves, in the order of the text and each once; unpacked when they are asked for. */
  readonly pictureFiles?: readonly PictureFile[];
  /** Lines, from 0, counted by \n, on which pages begin; left out where the format has none. */
  readonly pageStarts?: readonly number[];
}
