import { HeldText, type TextSink } from './held-text.js';

/** Fields whose result is a page number, which is nobody's text. */
const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES)\b/i;
/** An instruction is not read further than this, UTF-16 units. */
const MAX_INSTRUCTION = 100_000;

interface Field {
  instruction: string;
  /** Text that is not shown: before the result begins, or a result that is left out. */
  lost: HeldText | undefined;
  hasBegun: boolean;
  hasText: boolean;
}

/**
 * The fields that are open at a place of a document (ECMA-376 part 1, 17.16): the result is text, the instruction is not.
 */
export class Fields {
  private readonly open: Field[] = [];

  constructor(
    private readonly sink: TextSink,
    private readonly leavesPageNumbers: boolean,
  ) {}

  /** Where text belongs that comes now. */
  get current(): TextSink {
    if (this.open.length === 0) return this.sink;
    return this.open.findLast(({ lost }) => lost !== undefined)?.lost ?? this.sink;
  }

  begin(instruction = ''): void {
    this.open.push({ instruction, lost: new HeldText(), hasBegun: false, hasText: false });
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
    field.lost = this.leavesPageNumbers && PAGE_FIELD.test(field.instruction) ? new HeldText() : undefined;
  }

  /** Ends the innermost field; gives the text that it shows although the file keeps no result of it, mostly none. */
  end(): string {
    const field = this.open.pop();
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
