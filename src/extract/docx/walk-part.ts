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
/** Elements whose characters are text. */
const TEXTS = new Set(['w:t', 'm:t', 'a:t']);

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

  constructor(private readonly walk: Walk) {}

  open(element: XmlElement): void {
    const { walk } = this;
    const { name } = element;
    walk.path.push(name);
    if (walk.skippedFrom > 0) return;
    // What was so before a tracked change.
    if (name.endsWith('Change')) walk.skip();
    else if (this.properties !== undefined) this.collect(this.properties, element);
    else if (name === 'w:rPr') this.openProperties();
    else ELEMENTS.get(name)?.open?.(walk, element);
  }

  close(name: string): void {
    const { walk } = this;
    if (walk.skippedFrom === 0) {
      if (name === 'w:rPr') this.properties = undefined;
      else if (this.properties === undefined) ELEMENTS.get(name)?.close?.(walk);
    } else if (walk.skippedFrom === walk.path.length) walk.skippedFrom = 0;
    walk.path.pop();
  }

  text(text: string): void {
    const { walk } = this;
    if (walk.skippedFrom > 0) return;
    const name = walk.path.at(-1) ?? '';
    if (TEXTS.has(name)) walk.write(text);
    else if (name === 'w:instrText') walk.fields.instruct(text);
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
