/** What becomes of the text of a group. `drop` leaves out what stands in it, but for pictures and the Unicode form (\ud). */
export type Destination = 'text' | 'skip' | 'drop' | 'fonts' | 'colors' | 'revisions' | 'info' | 'date' | 'capture' | 'property';

const SKIPPED =
  'stylesheet listtable listoverridetable filetbl revtbl fldinst formfield datafield nonshppict shprslt objdata nonesttables ' +
  'atnid atnauthor atndate atnref atntime atnicn atnparent bkmkstart bkmkend xe tc tcn rxe txe ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn ' +
  // Numbers and signs of lists: a DOCX, ODT or web page does not have them as text either, and one essay must be one text in each.
  'listtext pntext pntxta pntxtb pn pnseclvl leveltext levelnumbers listname mmathPict background';

/** Groups whose text is not that of the document; those that others begin with \* and are not here or in ENTERED are skipped. */
export const DESTINATIONS: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ...SKIPPED.split(' ').map((word): [string, Destination] => [word, 'skip']),
  ['upr', 'drop'],
  ['sv', 'drop'],
  ['sn', 'property'],
  ['fonttbl', 'fonts'],
  ['colortbl', 'colors'],
  ['rsidtbl', 'revisions'],
  ['info', 'info'],
]);

/** Property of a shape whose value is text that is shown: that of WordArt. */
export const WORD_ART = 'gtextUNICODE';

/** Groups begun with \* whose content is shown. */
export const ENTERED = new Set(
  'shpinst shpgrp shppict shptxt do dptxbxtext nesttableprops moMath moMathPara fldrslt result pict object'.split(' '),
);

/** Groups of text that floats or stands beside the body. */
export const FLOWS: ReadonlyMap<string, 'box' | 'aside'> = new Map([
  ...'shptxt dptxbxtext'.split(' ').map((word): [string, 'box'] => [word, 'box']),
  ...'header headerl headerr headerf footer footerl footerr footerf footnote annotation'
    .split(' ')
    .map((word): [string, 'aside'] => [word, 'aside']),
]);

/** Groups whose text is noted, by what it is. */
export const CAPTURED: ReadonlyMap<string, Captured> = new Map<string, Captured>([
  ['author', 'creator'],
  ['operator', 'lastModifiedBy'],
  ['creatim', 'created'],
  ['revtim', 'modified'],
  ['generator', 'application'],
  ['template', 'template'],
  ['objclass', 'object'],
]);
export type Captured = 'creator' | 'lastModifiedBy' | 'created' | 'modified' | 'application' | 'template' | 'object';

/** Control words and symbols that stand for characters. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['emdash', '\u2014'],
  ['endash', '\u2013'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '\u2022'],
  ['lquote', '\u2018'],
  ['rquote', '\u2019'],
  ['ldblquote', '\u201C'],
  ['rdblquote', '\u201D'],
  ['ltrmark', '\u200E'],
  ['rtlmark', '\u200F'],
  ['zwbo', '\u200B'],
  ['zwnbo', '\u2060'],
  ['zwj', '\u200D'],
  ['zwnj', '\u200C'],
  ['~', '\u00A0'],
  ['_', '\u2011'],
  ['-', '\u00AD'],
]);

/** Words that end a paragraph; each cell of a table is one. */
export const PARAGRAPH_ENDS = new Set(['par', 'sect', 'cell', 'nestcell']);
