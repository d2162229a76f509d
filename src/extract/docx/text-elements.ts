import type { XmlElement } from '../xml-stream.js';
import { type ElementHandler, type ElementHandlers, forAll } from './elements.js';
import { collectParagraphProperty } from './paragraph-properties.js';
import { isOn } from './run-properties.js';
import { symbolText } from './symbols.js';
import type { Walk } from './walk.js';

/** Removed by a tracked change, or properties and definitions that hold no text. */
const PASSED_OVER =
  'w:sdtPr w:sdtEndPr w:smartTagPr w:customXmlPr w:tblGrid w:ffData w:fldData w:rubyPr w:numPr m:ctrlPr m:rPr v:shapetype';

const skip: ElementHandler = { open: (walk) => walk.skip() };

const removed: ElementHandler = {
  open: (walk) => {
    walk.findings.hasTrackedChanges = true;
    const table = walk.tables.at(-1);
    if (walk.parent === 'w:trPr' && table !== undefined) table.isRowRemoved = true;
    walk.skip();
  },
};

const added: ElementHandler = {
  open: (walk) => {
    walk.findings.hasTrackedChanges = true;
  },
};

const paragraph: ElementHandler = {
  open: (walk) => {
    if (walk.paragraphs.length === 0) walk.hasPainted = false;
    walk.paragraphs.push({ style: undefined, direct: {}, mark: {} });
  },
  close: (walk) => {
    walk.sink.endParagraph(walk.isJoined());
    walk.paragraphs.pop();
  },
};

const run: ElementHandler = {
  open: (walk) => walk.openRun(true),
  close: (walk) => walk.closeRun(),
};

const written = (text: string): ElementHandler => ({
  // The stops of a paragraph are tabs, too.
  open: (walk) => {
    if (walk.parent !== 'w:tabs') walk.write(text);
  },
});

/** Nothing of one page floats on the next. */
const lineBreak: ElementHandler = {
  open: (walk, element) => {
    if (element.get('w:type') === 'page' && walk.paragraphs.length === 1) walk.hasPaintedFloating = false;
    walk.write('\n');
  },
};

/** What stands over the letters comes after the paragraph, so that these stay together. */
const ruby: ElementHandler = {
  open: (walk) => walk.hold(),
  close: (walk) => {
    const text = walk.release();
    text.replayAsBox(walk.sink);
  },
};

function openField(walk: Walk, element: XmlElement): void {
  walk.fields.begin(element.get('w:instr') ?? '');
  walk.fields.separate();
}

function endField(walk: Walk): void {
  const text = walk.fields.end();
  if (text !== '') walk.write(text);
}

function markField(walk: Walk, element: XmlElement): void {
  const type = element.get('w:fldCharType');
  if (type === 'begin') walk.fields.begin();
  else if (type === 'separate') walk.fields.separate();
  else if (type === 'end') endField(walk);
}

function setParagraphStyle(walk: Walk, element: XmlElement): void {
  const look = walk.paragraphs.at(-1);
  if (look !== undefined) look.style = element.get('w:val');
}

function setParagraphProperty(walk: Walk, element: XmlElement): void {
  const look = walk.paragraphs.at(-1);
  if (walk.parent === 'w:pPr' && look !== undefined) collectParagraphProperty(look.direct, element, walk.context.styles.theme);
}

const reference = (kind: string): ElementHandler => ({
  open: (walk, element) => void walk.findings.references.add(`${kind} ${element.get('w:id')}`),
});

/** Separators between the body and its notes have a type. */
const note = (kind: string): ElementHandler => ({
  open: (walk, element) => {
    const isNote = [undefined, 'normal'].includes(element.get('w:type'));
    const { isWanted = () => true } = walk.context;
    if (!isNote || !isWanted(`${kind} ${element.get('w:id')}`)) walk.skip();
  },
});

const section: ElementHandler = {
  open: (walk) => {
    walk.section = { heads: [], hasTitlePage: false };
  },
  // The head of a first page is shown only where the section has a title page.
  close: (walk) => {
    const { heads, hasTitlePage } = walk.section;
    walk.findings.heads.push(...heads.filter(({ type }) => type !== 'first' || hasTitlePage));
  },
};

function addHead(walk: Walk, element: XmlElement): void {
  walk.section.heads.push({ id: element.get('r:id') ?? '', type: element.get('w:type') ?? 'default' });
}

function setTitlePage(walk: Walk, element: XmlElement): void {
  walk.section.hasTitlePage = isOn(element);
}

/** Elements of paragraphs and what stands in them. */
export const TEXT_ELEMENTS: ElementHandlers = new Map<string, ElementHandler>([
  ...forAll(PASSED_OVER, skip),
  ...forAll('w:del w:moveFrom', removed),
  ...forAll('w:ins w:moveTo', added),
  ['w:p', paragraph],
  ...forAll('w:r m:r', run),
  ['w:br', lineBreak],
  ...forAll('w:cr a:br', written('\n')),
  ...forAll('w:tab w:ptab', written('\t')),
  ['w:noBreakHyphen', written('\u2011')],
  ['w:softHyphen', written('\u00AD')],
  ['w:sym', { open: (walk, element) => walk.write(symbolText(element.get('w:font') ?? '', element.get('w:char') ?? '')) }],
  ['w:rt', ruby],
  ['w:fldSimple', { open: openField, close: endField }],
  ['w:fldChar', { open: markField }],
  ['w:pStyle', { open: setParagraphStyle }],
  ...forAll('w:spacing w:ind', { open: setParagraphProperty }),
  ['w:footnoteReference', reference('footnote')],
  ['w:endnoteReference', reference('endnote')],
  ['w:commentReference', reference('comment')],
  ['w:footnote', note('footnote')],
  ['w:endnote', note('endnote')],
  ['w:comment', note('comment')],
  ['w:sectPr', section],
  ...forAll('w:headerReference w:footerReference', { open: addHead }),
  ['w:titlePg', { open: setTitlePage }],
]);
