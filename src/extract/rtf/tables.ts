import type { Color } from '../color.js';
import { codePageOf } from './code-pages.js';
import type { ColorTable } from './format.js';

/** Longest name of a font, twice what Windows allows. */
const NAME_LENGTH = 64;

interface Font {
  name: string;
  /** undefined where the document's own counts. */
  codePage: number | undefined;
}

/** The fonts of a document by number. */
export class FontTable {
  private readonly fonts = new Map<number, Font>();
  private defined: Font = { name: '', codePage: undefined };

  /** Takes in a control word of the table. */
  word(word: string, parameter: number | null): void {
    if (word === 'f') {
      this.defined = { name: '', codePage: undefined };
      this.fonts.set(parameter ?? 0, this.defined);
    } else if (word === 'fcharset') this.defined.codePage ??= codePageOf(parameter ?? 0);
    else if (word === 'cpg' && parameter !== null && parameter !== 0) this.defined.codePage = parameter;
  }

  /** Takes in text of the table: the name, up to its semicolon. */
  text(text: string): void {
    const { defined } = this;
    const end = text.indexOf(';');
    defined.name = (defined.name + (end === -1 ? text : text.slice(0, end))).slice(0, NAME_LENGTH);
    if (end !== -1) this.defined = { name: '', codePage: undefined };
  }

  /** Code page of the font that is being defined. */
  get codePage(): number | undefined {
    return this.defined.codePage;
  }

  find(number: number): Readonly<Font> | undefined {
    return this.fonts.get(number);
  }
}

/** The colours of a document in their order. */
export class ColorTableBuilder {
  private readonly table: (Color | undefined)[] = [];
  private readonly channels = new Map<string, number>();

  word(word: string, parameter: number | null): void {
    if (word === 'red' || word === 'green' || word === 'blue') this.channels.set(word, Math.min(255, Math.max(0, parameter ?? 0)));
  }

  /** Takes in text of the table: each semicolon ends a colour. */
  text(text: string): void {
    for (const character of text) if (character === ';') this.endColor();
  }

  get colors(): ColorTable {
    return this.table;
  }

  private endColor(): void {
    const { channels } = this;
    const channel = (name: string): number => channels.get(name) ?? 0;
    // The first one is what the reader's window has, whatever stands there.
    const isOwn = channels.size > 0 && this.table.length > 0;
    this.table.push(isOwn ? (channel('red') << 16) | (channel('green') << 8) | channel('blue') : undefined);
    channels.clear();
  }
}
