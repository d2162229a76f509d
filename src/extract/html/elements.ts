/** Elements that are never text of the page, with all that is in them. */
export const LEFT_OUT = new Set(['script', 'title', 'template', 'noscript', 'xml', 'annotation', 'annotation-xml', 'desc', 'metadata']);

/** Elements that begin and end a paragraph; each cell of a table is one. */
export const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center col dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead tr ul'
  ).split(' '),
);

/** Note, comment, head or foot of the page: as Word, LibreOffice and pandoc write them. */
export function isAside(attributes: Readonly<Record<string, string>>): boolean {
  const { style = '', id = '', title = '', role = '' } = attributes;
  if (/mso-element:\s{0,9}(?:footnote|endnote|comment|header|footer)(?![\w-])/i.test(style)) return true;
  if (/^sd(?:foot|end)note\d{1,6}$/.test(id) || role === 'doc-endnotes' || role === 'doc-footnotes') return true;
  return title === 'header' || title === 'footer';
}

/** Whether a link leads to a note or comment, or back from one. */
export function isNoteLink(href: string): boolean {
  return /^#(?:_(?:ftn|edn|msocom)|ftnt|cmnt|fn(?:ref)?\d|sd(?:foot|end)note)/.test(href);
}

/** Whether a piece of text is the number or sign of a note or list, which other formats do not have as text. */
export function isMark(text: string): boolean {
  return /^[^\p{L}]{0,20}(?:\p{L}|[ivxlc]{1,6})?[^\p{L}]{0,20}$/iu.test(text);
}
