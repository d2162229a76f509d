import type { Span } from './span.js';

/**
 * What became of a file: read (`ok`), read but somebody must look (`suspicious`), pictures of text (`needs-ocr`),
 * an essay that cannot be opened (`unreadable`), not an essay at all or over a limit (`refused`).
 */
export const SUBMISSION_STATES = ['ok', 'suspicious', 'needs-ocr', 'unreadable', 'refused'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

export const FILE_FORMATS = ['docx', 'pdf', 'doc', 'rtf', 'odt', 'txt', 'html', 'image', 'unknown'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export const ENCODINGS = ['unicode', 'tcvn3', 'vni', 'viscii', 'vps', 'cp1258', 'mojibake', 'mixed'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const HIDDEN_KINDS = ['vanish', 'white', 'tiny', 'invisible', 'clipped', 'covered', 'offpage', 'layer', 'unicode-lie'] as const;
export type HiddenKind = (typeof HIDDEN_KINDS)[number];

/** Text that a reader of the document does not see. */
export interface HiddenSpan extends Span {
  readonly kind: HiddenKind;
}

/** Something to tell the user about one file; `text` is Vietnamese, names the file and says what to do. */
export interface FileMessage {
  readonly code: string;
  readonly text: string;
}

/** What a document says about itself; an empty string where it says nothing. */
export interface DocumentMetadata {
  readonly creator: string;
  readonly lastModifiedBy: string;
  readonly created: string;
  readonly fonts: readonly string[];
}

/** The readable text of one file and all that was noticed on the way. `text` is empty unless the state is ok or suspicious. */
export interface Extraction {
  readonly state: SubmissionState;
  readonly format: FileFormat;
  readonly text: string;
  readonly messages: readonly FileMessage[];
  readonly hidden: readonly HiddenSpan[];
  /** Repeated page heads, feet and page numbers: kept in the text, masked from matching. */
  readonly furniture: readonly Span[];
  /** Places in `text` that the file has in an encoding from before Unicode, or misread, and that were decoded. */
  readonly decoded: readonly Span[];
  /** null when the file could not be read. */
  readonly encoding: Encoding | null;
  readonly metadata: DocumentMetadata;
}

/** Bounds on one file, so that no document can exhaust the machine. */
export interface ExtractLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Bytes of all parts of an archive once unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked over packed bytes of one part, counted from `ratioFromBytes` unpacked bytes on. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Parts of one archive. */
  readonly entries: number;
  readonly pages: number;
  /** UTF-16 units of extracted text. */
  readonly textLength: number;
}

export const EXTRACT_LIMITS: ExtractLimits = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 60 * 1024 * 1024,
  ratio: 100,
  ratioFromBytes: 1024 * 1024,
  entries: 500,
  pages: 60,
  textLength: 1_000_000,
};

/** Raised whenever the same file may yield another text, so that stored texts can be told apart and read again. */
export const EXTRACTION_VERSION = 2;
