import type { Look } from '../text-builder.js';

/** Takes the text of a document in the order in which it is read. */
export interface TextSink {
  add(text: string, look: Look): void;
  /** A paragraph whose mark is hidden or taken away is joined to the next one: nobody sees where it ends. */
  endParagraph(isJoined: boolean): void;
  /** Text that floats beside the paragraph: it comes after it. */
  addBox(box: HeldText): void;
  /** Nothing runs on from here: the end of a cell, a box or a part. */
  endBlock(): void;
}

type Piece = (sink: TextSink) => void;

/** Text that is kept until it is known where it belongs, or whether it does. */
export class HeldText implements TextSink {
  private readonly pieces: Piece[] = [];
  private readonly texts: string[] = [];
  /** Whether it has nothing but spaces. */
  isBlank = true;

  add(text: string, look: Look): void {
    this.pieces.push((sink) => sink.add(text, look));
    this.texts.push(text);
    if (this.isBlank && text.trim() !== '') this.isBlank = false;
  }

  endParagraph(isJoined: boolean): void {
    this.pieces.push((sink) => sink.endParagraph(isJoined));
  }

  addBox(box: HeldText): void {
    this.pieces.push((sink) => sink.addBox(box));
    this.texts.push(box.text);
    if (!box.isBlank) this.isBlank = false;
  }

  endBlock(): void {
    this.pieces.push((sink) => sink.endBlock());
  }

  /** Gives everything to another sink, as it came. */
  replay(sink: TextSink): void {
    for (const piece of this.pieces) piece(sink);
  }

  /** All characters, without the places where paragraphs end. */
  get text(): string {
    return this.texts.join('');
  }
}
