import type { HiddenKind } from '../../model/extraction.js';
import type { TextBuilder } from '../text-builder.js';
import type { LineEnd, TextLine } from './layout.js';
import { type LineGlyph, textOf } from './lines.js';

/** Writes lines one after the other; lines of a paragraph are parted by a line end, paragraphs by an empty line. */
export class TextWriter {
  private end: LineEnd | null = null;
  private last = '';
  /** Line ends so far. */
  lines = 0;

  constructor(private readonly builder: TextBuilder) {}

  /** Writes a page, all of it hidden where `unseen` says how; gives the line on which it begins. */
  writePage(lines: readonly TextLine[], unseen: HiddenKind | null = null): number {
    let start: number | null = null;
    for (const { line, end } of lines) {
      const text = textOf(line.glyphs);
      this.part(text, unseen);
      start ??= this.lines;
      this.addGlyphs(line.glyphs, unseen);
      [this.end, this.last] = [end, text];
    }
    return start ?? this.lines;
  }

  /** Writes the text of a page that was recognised; gives the line on which it begins. */
  writeRecognised(text: string): number {
    this.part(text);
    const start = this.lines;
    this.builder.add(text);
    this.lines += text.split('\n').length - 1;
    [this.end, this.last] = ['column', text];
    return start;
  }

  /** Writes notes that stand beside the page, such as comments. */
  writeAsides(texts: readonly string[]): void {
    for (const text of texts) {
      this.end = this.end === null ? null : 'paragraph';
      this.part(text);
      this.builder.beginAside();
      this.builder.add(text);
      this.builder.endAside();
      this.lines += text.split('\n').length - 1;
      [this.end, this.last] = ['paragraph', text];
    }
  }

  private part(next: string, unseen: HiddenKind | null = null): void {
    if (this.end === null) return;
    if (this.end === 'line' || (this.end === 'column' && goesOn(this.last, next))) {
      this.builder.add('\n', { font: '', hidden: unseen });
      this.lines++;
    } else {
      this.builder.endParagraph();
      this.lines += 2;
    }
  }

  private addGlyphs(glyphs: readonly LineGlyph[], unseen: HiddenKind | null): void {
    for (let i = 0; i < glyphs.length; ) {
      const { font, hidden } = glyphs[i]!.glyph;
      const start = i;
      while (i < glyphs.length && glyphs[i]!.glyph.font === font && glyphs[i]!.glyph.hidden === hidden) i++;
      this.builder.add(textOf(glyphs.slice(start, i)), { font, hidden: hidden ?? unseen });
    }
  }
}

/** Whether a sentence goes on from the end of a column or page to the next. */
function goesOn(before: string, after: string): boolean {
  return /[\p{L}\p{M}\p{N},;-]$/u.test(before) && /^\p{Ll}/u.test(after);
}
