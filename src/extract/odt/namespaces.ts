import { namespacesOf } from '../xml-stream.js';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';

/** The namespaces of OpenDocument by the prefixes that are used here. */
export const ODF = namespacesOf([
  ...['office', 'style', 'text', 'table', 'meta', 'form', 'script'].map((name): [string, string] => [`${OASIS}${name}:1.0`, name]),
  [`${OASIS}drawing:1.0`, 'draw'],
  [`${OASIS}xsl-fo-compatible:1.0`, 'fo'],
  [`${OASIS}svg-compatible:1.0`, 'svg'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
  ['http://openoffice.org/2009/office', 'officeooo'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/1998/Math/MathML', 'math'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
]);
