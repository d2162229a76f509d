import { namespacesOf } from '../xml-stream.js';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';

/** Namespaces that are the same in the transitional and the strict form but for the beginning. */
const BOTH: readonly (readonly [prefix: string, transitional: string, strict: string])[] = [
  ['w', 'wordprocessingml/2006/main', 'wordprocessingml/main'],
  ['r', 'officeDocument/2006/relationships', 'officeDocument/relationships'],
  ['m', 'officeDocument/2006/math', 'officeDocument/math'],
  ['a', 'drawingml/2006/main', 'drawingml/main'],
  ['wp', 'drawingml/2006/wordprocessingDrawing', 'drawingml/wordprocessingDrawing'],
  ['c', 'drawingml/2006/chart', 'drawingml/chart'],
  ['dgm', 'drawingml/2006/diagram', 'drawingml/diagram'],
  ['ep', 'officeDocument/2006/extended-properties', 'officeDocument/extendedProperties'],
];

/** The namespaces of a DOCX by the prefixes that word processors give them (ECMA-376, parts 1 and 4; MS-DOCX). */
export const DOCX_NAMESPACES = namespacesOf([
  ...BOTH.map(([prefix, transitional]): [string, string] => [TRANSITIONAL + transitional, prefix]),
  ...BOTH.map(([prefix, , strict]): [string, string] => [STRICT + strict, prefix]),
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'cp'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingGroup', 'wpg'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas', 'wpc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
]);

/** Whether word processors know a namespace that a Choice requires: the published standard's or one of Microsoft's. */
export function isUnderstood(uri: string | undefined): boolean {
  return uri !== undefined && (DOCX_NAMESPACES.prefixes.has(uri) || uri.startsWith('http://schemas.microsoft.com/office/'));
}
