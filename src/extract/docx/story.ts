import type { Look, TextBuilder } from '../text-builder.js';
import type { HeldText, TextSink } from './held-text.js';

const SEEN: Look = { font: '', hidden: null };

/**
 * Puts paragraphs into the text so that what a reader sees stays as it is seen: hidden text that would tear a visible word apart, or
 * stick to one, comes after the paragraph. Boxes come there, too.
 */
export class Story implements TextSink {
  private held: { text: string; look: Look }[] = [];
  private readonly deferred: { text: string; look: Look }[] = [];
  private boxes: HeldText[] = [];
  /** The last visible text of the paragraph. */
  private last = '';
  private isEmpty = true;

  constructor(private readonly builder: TextBuilder) {}

  add(text: string, look: Look): void {
    if (text === '') return;
    this.isEmpty = false;
    // A white space is a space like any other.
    if (look.hidden !== null && !(look.hidden === 'white' && text.trim() === '')) {
      this.held.push({ text, look });
      return;
    }
    if (this.held.length > 0) this.placeHidden(text);
    this.builder.add(text, look);
    this.last = text;
  }

  endParagraph(isJoined: boolean): void {
    if (isJoined && this.last !== '') {
      // What is hidden at both sides of a hidden mark stays apart.
      if (this.held.length > 0) this.held.push({ text: '\n', look: this.held[0]?.look ?? SEEN });
      return;
    }
    this.placeHidden('');
    for (const { text, look } of this.deferred.splice(0)) {
      this.builder.add('\n');
      this.builder.add(text, look);
    }
    this.builder.endParagraph();
    this.last = '';
    this.isEmpty = true;
    const boxes = this.boxes;
    this.boxes = [];
    for (const box of boxes) {
      box.replay(this);
      this.endBlock();
    }
  }

  addBox(box: HeldText): void {
    if (!box.isBlank) this.boxes.push(box);
  }

  endBlock(): void {
    if (!this.isEmpty || this.boxes.length > 0) this.endParagraph(false);
  }

  /** Where visible text comes next, or nothing: hidden text stays in its place unless letters of both would touch. */
  private placeHidden(next: string): void {
    const held = this.held;
    this.held = [];
    const text = held.map((piece) => piece.text).join('');
    const isTouching = (isLetter(this.last.at(-1)) && isLetter(text[0])) || (isLetter(text.at(-1)) && isLetter(next[0]));
    const isTorn = text.trim() === '' && isLetter(this.last.at(-1)) && isLetter(next[0]);
    if (isTorn) return;
    if (isTouching && next !== '') this.deferred.push(...held);
    else for (const piece of held) this.builder.add(piece.text, piece.look);
  }
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(character);
}
