import type { Look } from '../text-builder.js';
import type { TextFlows } from '../text-flows.js';

/** Takes the text of a document in the order of its file. */
export type TextSink = Pick<TextFlows, 'add' | 'endParagraph' | 'endBlock' | 'open' | 'close'>;

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

  /** All of it, without what parts its paragraphs. */
  get text(): string {
    return this.texts.join('');
  }

  endParagraph(isJoined = false): void {
    this.pieces.push((sink) => sink.endParagraph(isJoined));
  }

  endBlock(): void {
    this.pieces.push((sink) => sink.endBlock());
  }

  open(kind: 'box' | 'aside'): void {
    this.pieces.push((sink) => sink.open(kind));
  }

  close(): void {
    this.pieces.push((sink) => sink.close());
  }

  /** Gives everything to another sink, as it came. */
  replay(sink: TextSink): void {
    for (const piece of this.pieces) piece(sink);
  }

  /** Gives it as text that floats beside the open paragraph. */
  replayAsBox(sink: TextSink): void {
    if (this.isBlank) return;
    sink.open('box');
    this.replay(sink);
    sink.close();
  }
}
