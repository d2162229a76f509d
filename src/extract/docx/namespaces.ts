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

const VML = ['urn:schemas-microsoft-com:vml', 'urn:schemas-microsoft-com:office:office'] as const;

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
  [VML[0], 'v'],
  [VML[1], 'o'],
]);

/** Extensions of the standard by Microsoft that word processors of today know (MS-DOCX, MS-ODRAWXML), below `http://schemas.microsoft.com/office/`. */
const EXTENSIONS = [
  ...'word/2006/wordml word/2010/wordml word/2012/wordml word/2015/wordml/symex word/2016/wordml/cid word/2018/wordml'.split(' '),
  ...'word/2018/wordml/cex word/2020/wordml/sdtdatahash word/2023/wordml/word16du word/2024/wordml/sdtformatlock'.split(' '),
  ...'word/2010/wordprocessingDrawing word/2012/wordprocessingDrawing word/2010/wordprocessingShape'.split(' '),
  ...'word/2010/wordprocessingGroup word/2010/wordprocessingCanvas word/2010/wordprocessingInk'.split(' '),
  ...'drawing/2007/8/2/chart drawing/2012/chart drawing/2014/chart drawing/2015/06/chart'.split(' '),
  ...'drawing/2014/chartex drawing/2015/9/8/chartex drawing/2015/10/21/chartex'.split(' '),
  ...[9, 10, 11, 12, 13, 14].map((day) => `drawing/2016/5/${day}/chartex`),
  ...'drawing/2010/main drawing/2014/main drawing/2010/picture drawing/2008/diagram drawing/2010/diagram'.split(' '),
  ...'drawing/2016/ink drawing/2016/SVG/main drawing/2017/model3d'.split(' '),
].map((name) => `http://schemas.microsoft.com/office/${name}`);
const UNDERSTOOD = new Set([
  ...BOTH.flatMap(([, transitional, strict]) => [TRANSITIONAL + transitional, STRICT + strict]),
  ...VML,
  ...EXTENSIONS,
]);

/** Whether word processors know a namespace that a Choice requires. Of another one they show the Fallback. */
export function isUnderstood(uri: string | undefined): boolean {
  return uri !== undefined && UNDERSTOOD.has(uri);
}
