import { isPageField, isPageNumber } from '../page-number.js';
import { HeldText, type TextSink } from './held-text.js';

/** An instruction is not read further than this, UTF-16 units. */
const MAX_INSTRUCTION = 100_000;

interface Field {
  instruction: string;
  /** Text that is not shown: before the result begins, or a result that may be a page number. */
  lost: HeldText | undefined;
  hasBegun: boolean;
  hasText: boolean;
}

/**
 * The fields that are open at a place of a document (ECMA-376 part 1, 17.16): the result is text, the instruction is not.
 */
export class Fields {
  private readonly open: Field[] = [];
  /** Those of the open fields whose text is not shown. */
  private readonly dark: Field[] = [];
  private isHolding = false;

  constructor(
    private readonly sink: TextSink,
    private readonly leavesPageNumbers: boolean,
  ) {}

  /** Where text belongs that comes now. */
  get current(): TextSink {
    return this.dark.at(-1)?.lost ?? this.sink;
  }

  begin(instruction = ''): void {
    const field: Field = { instruction, lost: new HeldText(), hasBegun: false, hasText: false };
    this.open.push(field);
    this.dark.push(field);
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field !== undefined && field.instruction.length < MAX_INSTRUCTION) field.instruction += text;
  }

  /** The result begins. */
  separate(): void {
    const field = this.open.at(-1);
    if (field === undefined || field.hasBegun) return;
    field.hasBegun = true;
    const isHeld = this.leavesPageNumbers && !this.isHolding && isPageField(field.instruction);
    field.lost = isHeld ? new HeldText() : undefined;
    if (isHeld) this.isHolding = true;
    else this.dark.pop();
  }

  /** Ends the innermost field; gives the text that it shows although the file keeps no result of it, mostly none. */
  end(): string {
    const field = this.open.pop();
    if (field !== undefined && this.dark.at(-1) === field) this.dark.pop();
    if (field?.hasBegun === true && field.lost !== undefined) {
      this.isHolding = false;
      if (!isPageNumber(field.lost.text)) field.lost.replay(this.current);
    }
    return field === undefined || field.hasText ? '' : literalText(field.instruction);
  }

  /** To be told of all text, that it may be known which fields have a result. */
  noteText(): void {
    for (const field of this.open) if (field.hasBegun) field.hasText = true;
  }

  /** At the end of the story. Text of a field that never ends is shown. */
  close(): void {
    for (const { lost, hasBegun } of this.open.splice(0)) if (!hasBegun) lost?.replay(this.sink);
  }
}

/** Text that stands in the instruction itself, of the fields that show it. */
function literalText(instruction: string): string {
  const [, name = '', rest = ''] = /^\s*([a-z]+)\s*([\s\S]*)$/i.exec(instruction) ?? [];
  switch (name.toUpperCase()) {
    case 'QUOTE':
      return argumentsOf(rest).join(' ');
    case 'MACROBUTTON':
    case 'GOTOBUTTON':
      return rest.replace(/^\S+\s*/, '').trim();
    case 'EQ':
      return rest
        .replace(/\\[a-z]+/gi, ' ')
        .replace(/\\(.)/g, '$1')
        .replace(/[();,]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    default:
      return '';
  }
}

/** Words and quoted strings up to the first switch. */
function argumentsOf(text: string): string[] {
  const values: string[] = [];
  for (const [whole, quoted] of text.matchAll(/["“]([^"”]*)["”]|\S+/g)) {
    if (quoted === undefined && whole.startsWith('\\')) break;
    values.push(quoted ?? whole);
  }
  return values;
}
