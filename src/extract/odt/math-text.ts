import type { XmlElement, XmlHandler } from '../xml-stream.js';

/** Elements of MathML that hold what is seen; around them are only places. */
const LEAVES = new Set(['math:mi', 'math:mn', 'math:mo', 'math:mtext', 'math:ms']);
/** The formula once more, as its program writes it. */
const SOURCES = new Set(['math:annotation', 'math:annotation-xml']);

/** Reads a formula as text, in the order in which its signs are written. */
export class MathText implements XmlHandler {
  private readonly pieces: string[] = [];
  private leaf = '';
  private isLeaf = false;
  private sources = 0;
  /** Whether it is a formula at all. */
  isMath = false;

  open({ name }: XmlElement): void {
    if (name === 'math:math') this.isMath = true;
    if (SOURCES.has(name)) this.sources++;
    this.isLeaf = LEAVES.has(name) && this.sources === 0;
  }

  close(name: string): void {
    if (SOURCES.has(name)) this.sources--;
    if (this.isLeaf) this.pieces.push(this.leaf.trim());
    this.isLeaf = false;
    this.leaf = '';
  }

  text(text: string): void {
    if (this.isLeaf) this.leaf += text;
  }

  /** The formula with a space between its signs, since words of it would run together without. */
  get result(): string {
    return this.pieces.join(' ');
  }
}
