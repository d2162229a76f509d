import type { ExtractLimits, HiddenKind } from '../model/extraction.js';
import { OVER_LIMIT } from './message-details.js';
import { Rejection } from './rejection.js';
import { type BuiltText, type Look, TextBuilder } from './text-builder.js';

interface Piece {
  text: string;
  readonly look: Look;
}

/** UTF-16 units with which a paragraph ends. */
const PARAGRAPH_END = 2;

/** Pieces of one paragraph, without what ends it. */
type Paragraph = readonly Piece[];

/** A text of its own, of which one paragraph is open. */
interface Flow {
  readonly kind: 'body' | 'box' | 'aside';
  readonly done: Paragraph[];
  /** Paragraphs of the boxes that hang on the open paragraph. */
  readonly boxes: Paragraph[];
  open: Piece[];
  hidden: HiddenKind | null;
  /** Whether any of the open paragraph is seen. */
  isSeen: boolean;
  /** Last character of the open paragraph. */
  last: string;
}

/**
 * Puts texts that stand within each other in the order in which they are read: a text box, anchored in the middle of a sentence,
 * comes behind its paragraph, and what stands beside the body comes at the end, equal texts once.
 */
export class TextFlows {
  private readonly builder: TextBuilder;
  private readonly flows: Flow[] = [newFlow('body')];
  private readonly asides: Paragraph[][] = [];
  private length = 0;

  constructor(private readonly limits: ExtractLimits) {
    this.builder = new TextBuilder(limits);
  }

  /** Adds text to the open paragraph. Throws a Rejection (`too-large`) when all texts together grow over the limit. */
  add(text: string, look: Look): void {
    if (text === '') return;
    const flow = this.current;
    const last = flow.open.at(-1);
    flow.last = text.at(-1)!;
    if (last !== undefined && last.look.font === look.font && last.look.hidden === look.hidden) last.text += text;
    else flow.open.push({ text, look });
    flow.isSeen ||= !isHidden({ text, look });
    this.grow(text.length);
  }

  /** The open paragraph as a whole is not seen. */
  hideParagraph(kind: HiddenKind): void {
    this.current.hidden = kind;
  }

  /** Ends the open paragraph. One whose mark is hidden or taken away (`isJoined`) goes on: nobody sees where it ends. */
  endParagraph(isJoined = false): void {
    const flow = this.current;
    if (isJoined && flow.isSeen) {
      // What is hidden at both sides of a hidden mark stays apart.
      const last = flow.open.at(-1);
      if (last !== undefined && isHidden(last)) this.add('\n', last.look);
      return;
    }
    const { hidden } = flow;
    const { seen, behind } = setApart(
      hidden === null ? flow.open : flow.open.map(({ text, look }) => ({ text, look: { ...look, hidden } })),
    );
    this.put(flow, seen);
    for (const paragraph of behind) this.put(flow, paragraph);
    for (const paragraph of flow.boxes.splice(0)) this.put(flow, paragraph);
    flow.open = [];
    flow.hidden = null;
    flow.isSeen = false;
    flow.last = '';
    this.grow(PARAGRAPH_END);
  }

  /** Ends the open paragraph if there is anything in it: at the end of a cell, a box or a part nothing runs on. */
  endBlock(): void {
    const { open, boxes } = this.current;
    if (open.length > 0 || boxes.length > 0) this.endParagraph();
  }

  /** Last character of the open paragraph; empty at its start. */
  get last(): string {
    return this.current.last;
  }

  /** Whether the text is part of the body: neither in a box nor beside it. */
  get isInBody(): boolean {
    return this.flows.length === 1;
  }

  /** Begins a text of its own, which `close` ends. */
  open(kind: 'box' | 'aside'): void {
    this.flows.push(newFlow(kind));
  }

  close(): void {
    if (this.flows.length === 1) return;
    this.endBlock();
    const { kind, done } = this.flows.pop()!;
    if (kind === 'aside') this.asides.push(done);
    else for (const paragraph of done) this.current.boxes.push(paragraph);
  }

  /** The whole, whatever is still open being closed. */
  build(): BuiltText {
    while (this.flows.length > 1) this.close();
    this.endBlock();
    const seen = new Set<string>();
    for (const aside of this.asides) {
      const text = aside.flat().reduce((sum, piece) => sum + piece.text, '');
      // Of a head or foot that has but a page number nothing is to be compared.
      if (seen.has(text) || !/\p{L}/u.test(text)) continue;
      seen.add(text);
      this.builder.beginAside();
      for (const paragraph of aside) this.write(paragraph);
      this.builder.endAside();
    }
    return this.builder.build();
  }

  /** Counted here too, since the builder is given what stands beside the body only at the end. */
  private grow(units: number): void {
    this.length += units;
    if (this.length > this.limits.textLength) throw new Rejection('refused', 'too-large', OVER_LIMIT.textLength(this.limits.textLength));
  }

  private get current(): Flow {
    return this.flows.at(-1)!;
  }

  private put(flow: Flow, paragraph: Paragraph): void {
    if (flow.kind === 'body') this.write(paragraph);
    else flow.done.push(paragraph);
  }

  private write(paragraph: Paragraph): void {
    for (const { text, look } of paragraph) this.builder.add(text, look);
    this.builder.endParagraph();
  }
}

/** Hidden letters that would tear a visible word apart, or stick to one, come behind the paragraph. */
function setApart(pieces: Paragraph): { seen: Paragraph; behind: Paragraph[] } {
  const seen: Piece[] = [];
  const behind: Paragraph[] = [];
  let last = '';
  for (let at = 0, end = 0; at < pieces.length; at = end) {
    const isUnseen = isHidden(pieces[at]!);
    while (end < pieces.length && isHidden(pieces[end]!) === isUnseen) end++;
    const run = pieces.slice(at, end);
    const text = run.map((piece) => piece.text).join('');
    if (!isUnseen) {
      for (const piece of run) seen.push(piece);
      last = text.at(-1) ?? '';
      continue;
    }
    const next = pieces[end]?.text[0] ?? '';
    const isTouching = (isLetter(last) && isLetter(text[0] ?? '')) || (isLetter(text.at(-1) ?? '') && isLetter(next));
    const isTearing = text.trim() === '' && isLetter(last) && isLetter(next);
    if (isTouching) behind.push(run);
    else if (!isTearing) for (const piece of run) seen.push(piece);
  }
  return { seen, behind };
}

/** White space is a space like any other, whatever its colour. */
function isHidden({ text, look }: Piece): boolean {
  return look.hidden !== null && !(look.hidden === 'white' && text.trim() === '');
}

const isLetter = (character: string): boolean => /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(character);

function newFlow(kind: Flow['kind']): Flow {
  return { kind, done: [], boxes: [], open: [], hidden: null, isSeen: false, last: '' };
}
