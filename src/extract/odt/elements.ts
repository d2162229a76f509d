/** Elements whose text is none of the document, or stands elsewhere as well. */
const SKIPPED = new Set([
  'text:tracked-changes',
  'text:note-citation',
  // Numbers of lists: other formats do not have them as text, and one essay must be one text in each.
  'text:number',
  'text:script',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:meta-field-source',
  'svg:title',
  'svg:desc',
  'office:scripts',
  'office:settings',
  'office:forms',
  'office:event-listeners',
  'office:binary-data',
  // A document within the document.
  'office:document',
  'office:dde-source',
]);

/** Texts in a frame or a shape, which float beside the paragraph that they hang on; letters above letters as well. */
export const BOXES = new Set([
  'draw:text-box',
  'draw:custom-shape',
  'draw:rect',
  'draw:circle',
  'draw:ellipse',
  'draw:line',
  'draw:polyline',
  'draw:polygon',
  'draw:regular-polygon',
  'draw:path',
  'draw:connector',
  'draw:caption',
  'draw:measure',
  'text:ruby-text',
]);

/** Texts beside the body. */
export const ASIDES = new Set(['text:note-body', 'office:annotation']);

/** Families of the styles that elements name. */
export const STYLED: ReadonlyMap<string, string> = new Map([
  ['text:p', 'paragraph'],
  ['text:h', 'paragraph'],
  ['text:span', 'text'],
  ['text:a', 'text'],
  ['text:section', 'section'],
  ['table:table', 'table'],
  ['table:table-row', 'table-row'],
  ['table:table-cell', 'table-cell'],
  ['draw:frame', 'graphic'],
  ...[...BOXES].filter((name) => name.startsWith('draw:') && name !== 'draw:text-box').map((name): [string, string] => [name, 'graphic']),
]);

/** Heads and feet of a page. */
export function isHead(name: string): boolean {
  return /^(?:style|loext):(?:header|footer)(?:-left|-first)?$/.test(name);
}

/** Whether an element is left out with all that is in it; models of indexes (text:table-of-content-source) hold samples of text. */
export function isSkipped(name: string): boolean {
  return SKIPPED.has(name) || (name.startsWith('text:') && name.endsWith('-source'));
}
