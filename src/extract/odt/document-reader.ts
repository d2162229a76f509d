import type { ExtractLimits, HiddenKind } from '../../model/extraction.js';
import { type Color, isSameColor, WHITE } from '../color.js';
import { Rejection } from '../rejection.js';
import type { BuiltText } from '../text-builder.js';
import { TextFlows } from '../text-flows.js';
import type { UnreadPart } from '../unread-parts.js';
import { TINY_SIZE } from '../visibility.js';
import type { XmlElement, XmlHandler } from '../xml-stream.js';
import { constantCondition } from './conditions.js';
import { ASIDES, BOXES, isHead, isSkipped, STYLED } from './elements.js';
import { MathText } from './math-text.js';
import { Metadata } from './metadata.js';
import { type Ground, mergeText, Styles, type TextProperties } from './styles.js';

/** Of letters of which nothing else is said, points. */
const DEFAULT_SIZE = 12;
/** More spaces in a row than this no line holds. */
const MOST_SPACES = 1000;

/** Names of pictures of dots; others are drawn from lines. */
const PHOTOGRAPH = /\.(?:png|jpe?g|gif|tiff?|webp)$/i;

/** Where styles are defined. */
const STYLE_LISTS: ReadonlyMap<string, 'common' | 'automatic'> = new Map([
  ['office:styles', 'common'],
  ['office:automatic-styles', 'automatic'],
]);

/** An object beside the text: a formula as text, or what is not read. */
export type EmbeddedObject = { readonly formula: string } | { readonly unread: UnreadPart };

/** An open element and what holds in it. */
interface Frame {
  readonly name: string;
  /** Whether characters here are text of a paragraph. */
  readonly takesText: boolean;
  readonly text: TextProperties;
  readonly ground: Color | 'unknown';
  readonly hidden: HiddenKind | null;
  /** Styles are defined here: those with a name for the user, or those that a program made up. */
  readonly styles: 'common' | 'automatic' | null;
  isSkipped: boolean;
  closes: 'paragraph' | 'flow' | null;
  /** The same picture in several forms, by name. */
  images: string[];
  hasObject: boolean;
}

/**
 * Reads the parts of an OpenDocument text one after another, the styles before the content; a flat one has them all in one part.
 * Throws a Rejection where the document is none of text.
 */
export class DocumentReader implements XmlHandler {
  private readonly flows: TextFlows;
  private readonly frames: Frame[] = [];
  private frame: Frame;
  private math: MathText | null = null;
  /** What the first page is painted with. */
  private page: Ground | undefined;
  readonly styles = new Styles();
  readonly metadata = new Metadata();
  readonly unread = new Set<UnreadPart>();
  /** Names of the pictures of the body, as often as they are shown. */
  readonly pictures: string[] = [];
  hasTrackedChanges = false;
  /** Whether a document of text was there. */
  hasBody = false;

  constructor(
    limits: ExtractLimits,
    private readonly objects: ReadonlyMap<string, EmbeddedObject>,
  ) {
    this.flows = new TextFlows(limits);
    const nothing = { text: {}, hidden: null, takesText: false, styles: null, isSkipped: false, closes: null };
    this.frame = { ...nothing, name: '', ground: WHITE, images: [], hasObject: false };
  }

  build(): BuiltText {
    return this.flows.build();
  }

  open(element: XmlElement): void {
    const parent = this.frame;
    this.frames.push(parent);
    const { name } = element;
    this.frame = { ...parent, name, closes: null, images: [], hasObject: false };
    if (parent.isSkipped) return;
    if (this.math !== null || name === 'math:math') {
      this.math ??= new MathText();
      this.math.open(element);
    } else if (parent.styles !== null || name === 'style:font-face') this.styles.open(element, parent.styles === 'common');
    else if (STYLE_LISTS.has(name)) this.frame = { ...this.frame, styles: STYLE_LISTS.get(name)! };
    else if (parent.name === 'office:meta') this.metadata.open(element);
    else if (isSkipped(name) && this.frames.length > 1) this.skip(name);
    else this.openContent(element);
  }

  close(name: string): void {
    const { closes, isSkipped: wasSkipped, images, hasObject } = this.frame;
    if (this.math !== null) this.closeMath(name);
    if (this.frames.at(-1)?.name === 'office:meta') this.metadata.close();
    const isPicture = !wasSkipped && images.length > 0 && !hasObject && this.flows.isInBody;
    if (isPicture) this.pictures.push(images.find((image) => PHOTOGRAPH.test(image)) ?? images[0]!);
    if (closes === 'paragraph') this.flows.endParagraph();
    else if (closes === 'flow') this.flows.close();
    this.frame = this.frames.pop() ?? this.frame;
  }

  text(text: string): void {
    if (this.math !== null) this.math.text(text);
    else if (this.frames.at(-1)?.name === 'office:meta') this.metadata.text(text);
    else if (this.frame.takesText && !this.frame.isSkipped) this.addCollapsed(text);
  }

  private skip(name: string): void {
    if (name === 'text:tracked-changes') this.hasTrackedChanges = true;
    if (name === 'office:document') this.unread.add('embedded-document');
    this.frame.isSkipped = true;
  }

  private openContent(element: XmlElement): void {
    const { name } = element;
    this.checkKind(name);
    this.applyStyle(element);
    if (name === 'text:p' || name === 'text:h') this.frame = { ...this.frame, takesText: true, closes: 'paragraph' };
    else if (BOXES.has(name) || ASIDES.has(name) || isHead(name)) this.openFlow(element);
    else if (name === 'text:s') this.addSpaces(element);
    else if (name === 'text:tab') this.add('\t');
    else if (name === 'text:line-break') this.add('\n');
    else if (name === 'text:hidden-paragraph' && isHidden(element)) this.flows.hideParagraph('vanish');
    else if (name === 'text:hidden-text' && isHidden(element)) this.addHiddenText(element);
    else if (name === 'draw:image' || name === 'draw:object' || name === 'draw:object-ole') this.addObject(element);
    else if (name === 'style:master-page')
      this.page ??= this.styles.resolve('page', element.get('style:page-layout-name') ?? '').ground ?? 'none';
  }

  /** Tells a text from a sheet or slides. */
  private checkKind(name: string): void {
    if (this.frames.at(-1)?.name !== 'office:body') return;
    if (name === 'office:spreadsheet') throw new Rejection('refused', 'unsupported-sheet');
    if (name === 'office:presentation') throw new Rejection('refused', 'unsupported-slides');
    if (name !== 'office:text') throw new Rejection('refused', 'not-a-document');
    this.hasBody = true;
    this.frame = { ...this.frame, ground: overlay(WHITE, this.page) };
  }

  private applyStyle(element: XmlElement): void {
    const { frame } = this;
    const isVanished =
      element.get('text:display') === 'none' ||
      element.name === 'table:covered-table-cell' ||
      (element.name === 'text:section' && isHidden(element));
    if (isVanished) this.frame = { ...frame, hidden: 'vanish' };
    const family = STYLED.get(element.name);
    if (family === undefined) return;
    const attribute = family === 'graphic' ? 'draw:style-name' : family.startsWith('table') ? 'table:style-name' : 'text:style-name';
    const { text, ground } = this.styles.resolve(family, element.get(attribute) ?? '');
    // A shape that says nothing of its filling has one.
    const own = family === 'graphic' && element.name !== 'draw:frame' ? (ground ?? 'unknown') : ground;
    if (family === 'text') this.frame = { ...this.frame, text: mergeText(frame.text, text) };
    else this.frame = { ...this.frame, ground: overlay(frame.ground, own), text: family === 'paragraph' ? text : frame.text };
  }

  private openFlow(element: XmlElement): void {
    const { name } = element;
    if (isHead(name) && element.get('style:display') === 'false') {
      this.frame.isSkipped = true;
      return;
    }
    this.flows.open(BOXES.has(name) ? 'box' : 'aside');
    this.frame = { ...this.frame, takesText: name === 'text:ruby-text', closes: 'flow' };
  }

  private addObject(element: XmlElement): void {
    const frame = this.frames.findLast(({ name }) => name === 'draw:frame');
    if (element.name === 'draw:image') {
      frame?.images.push((element.get('xlink:href') ?? '').replace(/^\.\//, ''));
      return;
    }
    if (frame !== undefined) frame.hasObject = true;
    const folder = element.get('xlink:href');
    // A flat document has its formulas in place.
    if (folder === undefined && element.name === 'draw:object') return;
    const object = this.objects.get(folder?.replace(/^\.\//, '') ?? '');
    if (object === undefined) this.unread.add('embedded-document');
    else if ('formula' in object) this.add(object.formula);
    else this.unread.add(object.unread);
  }

  private addHiddenText(element: XmlElement): void {
    this.frame = { ...this.frame, hidden: 'vanish' };
    this.add(element.get('text:string-value') ?? '');
    this.frame.isSkipped = true;
  }

  private addSpaces(element: XmlElement): void {
    const count = Number(element.get('text:c') ?? 1);
    this.add(' '.repeat(Math.min(MOST_SPACES, Math.max(1, Number.isInteger(count) ? count : 1))));
  }

  private closeMath(name: string): void {
    this.math?.close(name);
    if (name !== 'math:math') return;
    const formula = this.math?.result ?? '';
    this.math = null;
    this.add(formula);
  }

  /** White space in the file is one space, and none at the start of a paragraph or behind another. */
  private addCollapsed(text: string): void {
    const collapsed = text.replace(/[ \t\r\n]+/g, ' ');
    const { last } = this.flows;
    this.add(collapsed.startsWith(' ') && (last === '' || last === ' ') ? collapsed.slice(1) : collapsed);
  }

  private add(text: string): void {
    this.flows.add(text, { font: this.frame.text.font ?? '', hidden: this.hiddenKind() });
  }

  private hiddenKind(): HiddenKind | null {
    const { text, hidden, ground } = this.frame;
    if (hidden !== null) return hidden;
    if (text.isVanished === true) return 'vanish';
    if (text.isTransparent === true) return 'invisible';
    if ((text.size ?? DEFAULT_SIZE * (text.share ?? 1)) <= TINY_SIZE) return 'tiny';
    const behind = overlay(ground, text.ground);
    // A colour of the window stands out from whatever is behind it.
    if (text.color === undefined || text.color === 'auto' || behind === 'unknown') return null;
    return isSameColor(text.color, behind) ? 'white' : null;
  }
}

function overlay(below: Color | 'unknown', own: Ground | undefined): Color | 'unknown' {
  return own === undefined || own === 'none' ? below : own;
}

/** Whether what hangs on a condition is hidden: always, or else as it was when the document was saved. */
function isHidden(element: XmlElement): boolean {
  return constantCondition(element.get('text:condition') ?? '') ?? element.get('text:is-hidden') === 'true';
}
