import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type DocumentMetadata, NO_METADATA } from '../../model/extraction.js';

/** Longest value that is kept, UTF-16 units. */
const LONGEST = 200;
const MAX_FONTS = 50;

/** What a PDF says about itself. */
export interface DocumentFacts {
  readonly metadata: DocumentMetadata;
  /** Whether it holds a form that only a viewer of such forms (XFA) can show. */
  readonly isXfaOnly: boolean;
}

/** Reads the dictionary of information, the XMP record and the identifiers; `raw`: the file as Latin-1. */
export async function readFacts(document: PDFDocumentProxy, raw: string, fonts: readonly string[]): Promise<DocumentFacts> {
  const { info, metadata: xmp } = await document.getMetadata();
  const field = (name: string): string => {
    const value: unknown = Reflect.get(info, name);
    return typeof value === 'string' ? value.slice(0, LONGEST) : '';
  };
  const record = (name: string): string => {
    const value: unknown = xmp?.get(name);
    return (Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '').slice(0, LONGEST);
  };
  const metadata: DocumentMetadata = {
    ...NO_METADATA,
    creator: field('Author') || record('dc:creator'),
    created: isoDate(field('CreationDate')) || record('xmp:createdate'),
    modified: isoDate(field('ModDate')) || record('xmp:modifydate'),
    application: [...new Set([field('Creator') || record('xmp:creatortool'), field('Producer') || record('pdf:producer')])]
      .filter((name) => name !== '')
      .join('; '),
    identifiers: [
      ...new Set([...trailerIds(document, raw), record('xmpmm:documentid'), record('xmpmm:instanceid')].filter((id) => id !== '')),
    ],
    fonts: fonts.slice(0, MAX_FONTS),
  };
  return { metadata, isXfaOnly: Reflect.get(info, 'IsXFAPresent') === true && Reflect.get(info, 'IsAcroFormPresent') !== true };
}

/** The two identifiers of the file, hexadecimal; where it has none pdf.js makes one up, which says nothing. */
function trailerIds(document: PDFDocumentProxy, raw: string): string[] {
  if (!/\/ID\s*\[\s*[<(]/.test(raw)) return [];
  return document.fingerprints.filter((id) => typeof id === 'string' && /[1-9a-f]/.test(id)) as string[];
}

/** ISO 8601 from a PDF date such as D:20261120094200+07'00' (ISO 32000-1, 7.9.4); empty where there is none. */
function isoDate(date: string): string {
  const match = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(date);
  if (match === null) return '';
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', utc, offset, offsetMinutes = '00'] = match;
  const zone = offset === undefined ? (utc ?? '') : `${offset}:${offsetMinutes}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}
