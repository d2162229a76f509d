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

/** Text read from a picture of it, one place a page. */
export interface RecognisedSpan extends Span {
  /** Page of the file, from 1; where the text stands in pictures of a document, which of these. */
  readonly page: number;
  /** Mean confidence of its words, 0..1. */
  readonly confidence: number;
}

/** Text set in one font; spaces between two runs of one font belong to it. */
export interface FontRun extends Span {
  readonly font: string;
}

/** What a document says about itself, which proves nothing; an empty string, list or null where it says nothing. */
export interface DocumentMetadata {
  readonly creator: string;
  readonly lastModifiedBy: string;
  /** Date and time in ISO 8601, as the document has it. */
  readonly created: string;
  readonly modified: string;
  /** Program that wrote the file. */
  readonly application: string;
  readonly template: string;
  readonly editingMinutes: number | null;
  /** Identifiers that stay with a document when it is copied and saved again: of PDF the ID, of DOCX docId and the like. */
  readonly identifiers: readonly string[];
  /** Editing sessions recorded in a DOCX (w:rsid), eight hexadecimal digits each, in the order of the file. */
  readonly revisions: readonly string[];
  /** Fonts of the text, those of most letters first. */
  readonly fonts: readonly string[];
}

/** Metadata of a file that says nothing about itself. */
export const NO_METADATA: DocumentMetadata = {
  creator: '',
  lastModifiedBy: '',
  created: '',
  modified: '',
  application: '',
  template: '',
  editingMinutes: null,
  identifiers: [],
  revisions: [],
  fonts: [],
};

/** Runs of fonts that are told apart; of what comes behind them in a text with more, the font is not known. */
export const MOST_FONT_RUNS = 2_000;

/** The readable text of one file and all that was noticed on the way. `text` is empty unless the state is ok or suspicious. */
export interface Extraction {
  readonly state: SubmissionState;
  readonly format: FileFormat;
  readonly text: string;
  readonly messages: readonly FileMessage[];
  /** Compared with other essays and shown, but never scored. */
  readonly hidden: readonly HiddenSpan[];
  /** What stands beside the body, such as notes, comments, heads and feet of a DOCX: compared and shown, but never scored. */
  readonly asides: readonly Span[];
  /** Repeated page heads, feet and page numbers: kept in the text, masked from matching. */
  readonly furniture: readonly Span[];
  /** Places in `text` that the file has in an encoding from before Unicode, or misread, and that were decoded. */
  readonly decoded: readonly Span[];
  readonly recognised: readonly RecognisedSpan[];
  readonly fontRuns: readonly FontRun[];
  /** null when the file could not be read. */
  readonly encoding: Encoding | null;
  readonly metadata: DocumentMetadata;
}

/** Places of a text that are not read as its body; each list is in order. */
export type TextLayout = Pick<Extraction, 'furniture' | 'hidden' | 'asides'>;

/** What an Extraction says of a text that is not there. */
export const NOTHING_READ: Omit<Extraction, 'state' | 'format' | 'messages'> = {
  text: '',
  hidden: [],
  asides: [],
  furniture: [],
  decoded: [],
  recognised: [],
  fontRuns: [],
  encoding: null,
  metadata: NO_METADATA,
};

/** Bounds on one file, so that no document can exhaust the machine. */
export interface ExtractLimits {
  /** Bytes of the file itself. 20 MiB: an essay with a few photographs; a scan of 60 pages at 150 dpi. */
  readonly fileBytes: number;
  /** Bytes of all parts of an archive that are read, once unpacked. 60 MiB: what the memory of one reader holds several times over. */
  readonly unpackedBytes: number;
  /** Unpacked over packed bytes of one part, counted from `ratioFromBytes` unpacked bytes on. 100: text packs ten to one, a bomb a thousand. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Parts of one archive. 500: a document with hundreds of pictures. */
  readonly entries: number;
  /** Bytes of one XML part, unpacked. 30 MiB: 60 pages of the most verbose word processor have a tenth. */
  readonly xmlBytes: number;
  /** Elements or groups within each other. 200: nested tables of a word processor stay below 60. */
  readonly depth: number;
  /** Elements of one XML part. 1,000,000: sixty pages have some 50,000. */
  readonly elements: number;
  /** Pages of one PDF. 60: the longest action programme; an essay has ten. */
  readonly pages: number;
  /** UTF-16 units of extracted text. 1,000,000: 500 pages. */
  readonly textLength: number;
  /** Pixels of a picture that is recognised, told by its head before it is unpacked. 25 million: a photograph has 12, A3 at 300 dpi 18. */
  readonly pixels: number;
  /** Wall-clock time for one file, ms. 20 s: an essay takes a few milliseconds, whatever its format (`npm run bench -- --rows reading`). */
  readonly milliseconds: number;
  /** Wall-clock time for each page that is recognised, ms, from when it is begun. 30 s: one takes 4 s (the same bench), and a turned one is read several times. */
  readonly pageMilliseconds: number;
  /** Wall-clock time for one file with pages that are recognised, ms. 5 minutes: `pages` of 4 s are 4. */
  readonly recognitionMilliseconds: number;
  /** Resident memory of the process while it reads one file, bytes. 350 MiB: several times what `unpackedBytes` of text take. */
  readonly memoryBytes: number;
  /** The same from the first page on that is recognised. 640 MiB: the recogniser and a picture of `pixels`, unpacked. */
  readonly recognitionBytes: number;
}

export const EXTRACT_LIMITS: ExtractLimits = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 60 * 1024 * 1024,
  ratio: 100,
  ratioFromBytes: 1024 * 1024,
  entries: 500,
  xmlBytes: 30 * 1024 * 1024,
  depth: 200,
  elements: 1_000_000,
  pages: 60,
  textLength: 1_000_000,
  pixels: 25_000_000,
  milliseconds: 20_000,
  pageMilliseconds: 30_000,
  recognitionMilliseconds: 300_000,
  memoryBytes: 350 * 1024 * 1024,
  recognitionBytes: 640 * 1024 * 1024,
};

/** Raised whenever the same file may yield another text, so that stored texts can be told apart and read again. */
export const EXTRACTION_VERSION = 3;
