import type { ExtractLimits } from '../../model/extraction.js';
import { parseXml, type XmlElement, type XmlHandler } from '../xml-stream.js';
import type { ElementHandlers } from './elements.js';
import { EQUATION_ELEMENTS } from './equation-elements.js';
import type { TextSink } from './held-text.js';
import { DOCX_NAMESPACES } from './namespaces.js';
import { PACKAGE_ELEMENTS } from './package-elements.js';
import { collectRunProperty, collectTextFill, type RunProperties } from './run-properties.js';
import { SHAPE_ELEMENTS } from './shape-elements.js';
import { TABLE_ELEMENTS } from './table-elements.js';
import { TEXT_ELEMENTS } from './text-elements.js';
import { type Findings, Walk, type WalkContext } from './walk.js';

const ELEMENTS: ElementHandlers = new Map([
  ...TEXT_ELEMENTS,
  ...TABLE_ELEMENTS,
  ...SHAPE_ELEMENTS,
  ...EQUATION_ELEMENTS,
  ...PACKAGE_ELEMENTS,
]);
/** Elements whose characters are text, the white space at both ends of it only where xml:space says so. */
const TRIMMED_TEXTS = new Set(['w:t', 'm:t']);

/**
 * Reads the text of one part of WordprocessingML, such as the body, into the sink. Throws a Rejection where it is damaged or over a limit.
 */
export function walkPart(part: Uint8Array, context: WalkContext, sink: TextSink, limits: ExtractLimits): Findings {
  const walk = new Walk(context, sink);
  parseXml(part, DOCX_NAMESPACES, new PartHandler(walk), limits);
  walk.finish();
  sink.endBlock();
  return walk.findings;
}

class PartHandler implements XmlHandler {
  /** While the properties of a run are read. */
  private properties: RunProperties | undefined;
  /** Of each open element, whether white space at the ends of its text is kept. */
  private readonly keepsSpace = [false];
  /** The text of the innermost element so far: where it ends is known at its end only. */
  private pending = '';

  constructor(private readonly walk: Walk) {}

  open(element: XmlElement): void {
    const { walk } = this;
    const { name } = element;
    this.writePending();
    walk.path.push(name);
    this.keepsSpace.push(keepsSpace(element) ?? this.keepsSpace.at(-1) === true);
    if (walk.skippedFrom > 0) return;
    // What was so before a tracked change.
    if (name.endsWith('Change')) walk.skip();
    else if (this.properties !== undefined) this.collect(this.properties, element);
    else if (name === 'w:rPr') this.openProperties();
    else ELEMENTS.get(name)?.open?.(walk, element);
  }

  close(name: string): void {
    const { walk } = this;
    this.writePending();
    if (walk.skippedFrom === 0) {
      if (name === 'w:rPr') this.properties = undefined;
      else if (this.properties === undefined) ELEMENTS.get(name)?.close?.(walk);
    } else if (walk.skippedFrom === walk.path.length) walk.skippedFrom = 0;
    walk.path.pop();
    this.keepsSpace.pop();
  }

  text(text: string): void {
    const { walk } = this;
    if (walk.skippedFrom > 0) return;
    const name = walk.path.at(-1) ?? '';
    if (TRIMMED_TEXTS.has(name)) this.pending += text;
    else if (name === 'a:t') walk.write(text);
    else if (name === 'w:instrText') walk.fields.instruct(text);
  }

  private writePending(): void {
    if (this.pending === '') return;
    const text = this.keepsSpace.at(-1) === true ? this.pending : trimXmlSpace(this.pending);
    this.pending = '';
    if (text !== '') this.walk.write(text);
  }

  private openProperties(): void {
    const { walk } = this;
    if (walk.parent === 'w:r' || walk.parent === 'm:r') this.properties = walk.runProperties();
    else if (walk.parent === 'w:pPr') this.properties = walk.paragraphs.at(-1)?.mark;
    if (this.properties === undefined) walk.skip();
  }

  private collect(properties: RunProperties, element: XmlElement): void {
    const { theme } = this.walk.context.styles;
    if (this.walk.parent === 'w:rPr') collectRunProperty(properties, element, theme);
    else if (this.walk.path.includes('w14:textFill')) collectTextFill(properties, element, theme);
  }
}

/** What xml:space of an element itself says; undefined where it says nothing. */
function keepsSpace(element: XmlElement): boolean | undefined {
  const value = element.get('xml:space');
  return value === undefined ? undefined : value === 'preserve';
}

/** Without white space of XML at both ends, which is less than `trim` takes. */
function trimXmlSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isXmlSpace(text.charCodeAt(start))) start++;
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

const isXmlSpace = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
