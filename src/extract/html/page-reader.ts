import type { Handler } from 'htmlparser2';
import { type DocumentMetadata, type ExtractLimits, NO_METADATA } from '../../model/extraction.js';
import { OVER_LIMIT } from '../message-details.js';
import { Rejection } from '../rejection.js';
import type { BuiltText } from '../text-builder.js';
import { TextFlows } from '../text-flows.js';
import { type Declarations, parseDeclarations, StyleSheet } from './css.js';
import { type ElementLook, fontName, hiddenKind, PAGE, styleElement } from './element-look.js';
import { BLOCKS, isAside, isMark, isNoteLink, LEFT_OUT } from './elements.js';

/** An open element and what holds in it. */
interface Frame {
  readonly look: ElementLook;
  readonly isLeftOut: boolean;
  /** Whether it has the number of a note or list. */
  readonly isMark: boolean;
  readonly opensAside: boolean;
  /** Look of the summary that it may have, as the only thing that is seen of it. */
  summary: ElementLook | null;
}

type Attributes = Readonly<Record<string, string>>;

/** More classes than this no element needs. */
const MOST_CLASSES = 20;
/** As much of a note as is kept, UTF-16 units. */
const NOTE_LENGTH = 200;

/** Puts the text of a web page together as its tags come. Throws a Rejection: `too-deep` or `too-large`. */
export class PageReader implements Partial<Handler> {
  private readonly flows: TextFlows;
  private readonly sheet = new StyleSheet((declarations) => hiddenKind(styleElement(PAGE, [declarations])) !== null);
  private readonly notes = new Map<string, string>();
  private readonly frames: Frame[] = [];
  private frame: Frame = { look: PAGE, isLeftOut: false, isMark: false, opensAside: false, summary: null };
  private css: string[] | null = null;
  private elements = 0;
  pictures = 0;
  hasTrackedChanges = false;

  constructor(private readonly limits: ExtractLimits) {
    this.flows = new TextFlows(limits);
  }

  build(): BuiltText {
    return this.flows.build();
  }

  /** Whether rules that are not understood may hide text, or add some. */
  get hasUnreadStyle(): boolean {
    return this.sheet.hasUnread;
  }

  metadata(fonts: readonly string[]): DocumentMetadata {
    const note = (...names: string[]): string => names.map((name) => this.notes.get(name)).find((value) => value !== undefined) ?? '';
    return {
      ...NO_METADATA,
      creator: note('author', 'originator-author'),
      lastModifiedBy: note('changedby', 'lastauthor'),
      created: note('created'),
      modified: note('changed', 'lastsaved'),
      application: note('generator'),
      fonts,
    };
  }

  onopentag(name: string, attributes: Attributes): void {
    this.elements++;
    if (this.frames.length >= this.limits.depth) throw new Rejection('refused', 'too-deep', String(this.limits.depth));
    if (this.elements > this.limits.elements) throw new Rejection('refused', 'too-large', OVER_LIMIT.elements(this.limits.elements));
    const around = this.frame;
    this.frames.push(around);
    this.frame = { ...around, opensAside: false, summary: null };
    if (name === 'style') this.css = [];
    if (around.isLeftOut || this.css !== null) return;
    if (name === 'meta') this.note(attributes.name ?? '', attributes.content ?? '');
    if (BLOCKS.has(name)) this.endParagraph();
    if (name === 'br') this.add('\n');
    if (name === 'img' && this.flows.isInBody) this.pictures++;
    this.frame = this.openFrame(name, attributes);
    if (this.frame.opensAside) this.flows.open('aside');
  }

  onclosetag(name: string): void {
    if (this.css !== null && name === 'style') {
      this.sheet.add(this.css.join(''));
      this.css = null;
    } else if (!this.frame.isLeftOut && BLOCKS.has(name)) this.endParagraph();
    if (this.frame.opensAside) this.flows.close();
    this.frame = this.frames.pop() ?? this.frame;
  }

  ontext(text: string): void {
    if (this.css !== null) this.css.push(text);
    else if (!this.frame.isLeftOut && !(this.frame.isMark && isMark(text)))
      this.add(this.frame.look.keepsSpaces ? text : this.collapse(text));
  }

  /** Word keeps the properties of a document where browsers see a comment. */
  oncomment(text: string): void {
    if (!text.includes('<o:DocumentProperties>')) return;
    for (const name of ['Author', 'LastAuthor', 'Created', 'LastSaved']) {
      const value = new RegExp(`<o:${name}>([^<]{1,${NOTE_LENGTH}})<`).exec(text)?.[1];
      if (value !== undefined) this.note(name, value);
    }
  }

  private openFrame(name: string, attributes: Attributes): Frame {
    const { frames } = this;
    const around = frames.at(-1)!;
    // Who strikes text out by hand has no date.
    const isTracked = (name === 'del' || name === 'ins') && attributes.datetime !== undefined;
    if (isTracked) this.hasTrackedChanges = true;
    const isLeftOut = LEFT_OUT.has(name) || (isTracked && name === 'del');
    const inline = parseDeclarations(attributes.style ?? '');
    const isListMark = /^ignore\b/.test(inline.get('mso-list') ?? '') || inline.get('mso-special-character') === 'comment';
    const classes = (attributes.class ?? '')
      .slice(0, 1000)
      .split(/\s+/, MOST_CLASSES)
      .filter((one) => one !== '');
    const layers = [fromAttributes(name, attributes), ...this.sheet.find(name, classes, attributes.id), inline].filter(
      ({ size }) => size > 0,
    );
    const isSummary = name === 'summary' && around.summary !== null;
    const look = styleElement(isSummary ? around.summary! : around.look, layers);
    if (isSummary) around.summary = null;
    const isClosed = name === 'details' && attributes.open === undefined;
    return {
      look: isClosed ? { ...look, hidden: look.hidden ?? 'vanish' } : look,
      summary: isClosed ? look : null,
      isLeftOut,
      isMark: around.isMark || isListMark || (name === 'a' && isNoteLink(attributes.href ?? '')),
      opensAside: this.flows.isInBody && !isLeftOut && BLOCKS.has(name) && isAside(attributes),
    };
  }

  private note(name: string, value: string): void {
    this.notes.set(name.slice(0, NOTE_LENGTH).toLowerCase(), value.slice(0, NOTE_LENGTH).trim());
  }

  private endParagraph(): void {
    if (this.flows.last !== '') this.flows.endParagraph();
  }

  /** White space is one space, and none at the start of a line or behind another. */
  private collapse(text: string): string {
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
    const { last } = this.flows;
    return collapsed.startsWith(' ') && (last === '' || last === ' ' || last === '\n') ? collapsed.slice(1) : collapsed;
  }

  private add(text: string): void {
    const { look } = this.frame;
    this.flows.add(text, { font: look.font, hidden: hiddenKind(look) });
  }
}

/** What attributes from before style sheets say. */
function fromAttributes(name: string, attributes: Attributes): Declarations {
  const declarations = new Map<string, string>();
  const set = (property: string, value: string | undefined): void => {
    if (value !== undefined) declarations.set(property, value.trim());
  };
  set('background-color', attributes.bgcolor?.toLowerCase());
  if (attributes.background !== undefined) declarations.set('background', 'url()');
  if (name === 'body') set('color', attributes.text?.toLowerCase());
  if (name === 'font') set('color', attributes.color?.toLowerCase());
  if (name === 'font') set('font-family', fontName(attributes.face));
  if (name === 'mark') declarations.set('background-color', 'yellow');
  if (name === 'pre' || name === 'textarea') declarations.set('white-space', 'pre');
  if (attributes.hidden !== undefined) declarations.set('display', 'none');
  return declarations;
}
