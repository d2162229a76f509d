import { isPageField, isPageNumber } from '../page-number.js';
import type { Look } from '../text-builder.js';

/** As much of an instruction as tells what it is. */
const INSTRUCTION_START = 40;

interface Piece {
  readonly text: string;
  readonly look: Look;
}

interface Field {
  instruction: string;
  hasResult: boolean;
  /** Its result, where that may be a page number. */
  held: Piece[] | null;
  /** How much was kept out of the text before its result. */
  keptBefore: number;
}

/** Follows the fields of a text: instructions are no text, results are, but for page numbers in heads and feet. */
export class Fields {
  private readonly open: Field[] = [];
  /** Those of the open fields that keep what stands in them out of the text. */
  private readonly dark: Field[] = [];
  private kept: Piece[] = [];
  private isHolding = false;

  constructor(private readonly leavesPageNumbers: boolean) {}

  /** Whether what comes next is text. */
  get isText(): boolean {
    return this.dark.length === 0;
  }

  /** What was kept out of the text by fields that have no end. */
  get unfinished(): readonly Piece[] {
    return this.open.length === 0 ? [] : this.kept;
  }

  begin(): void {
    const field: Field = { instruction: '', hasResult: false, held: null, keptBefore: 0 };
    this.open.push(field);
    this.dark.push(field);
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field === undefined || field.hasResult) return;
    field.hasResult = true;
    if (this.leavesPageNumbers && !this.isHolding && isPageField(field.instruction)) {
      this.isHolding = true;
      field.held = [];
      field.keptBefore = this.kept.length;
    } else this.dark.pop();
  }

  /** Ends the innermost field; gives what turns out to be text, mostly nothing. */
  end(): readonly Piece[] {
    const field = this.open.pop();
    if (field === undefined) return [];
    if (this.dark.at(-1) === field) this.dark.pop();
    const { held } = field;
    if (held !== null) this.isHolding = false;
    const isShown = held !== null && this.isText && !isPageNumber(held.map(({ text }) => text).join(''));
    if (isShown) this.kept.length = field.keptBefore;
    if (this.open.length === 0) this.kept = [];
    return isShown ? held : [];
  }

  /** What is no text unless its field turns out to have no end, or another result than it says. */
  keep(text: string, look: Look): void {
    const field = this.open.at(-1);
    if (field !== undefined && !field.hasResult && field.instruction.length < INSTRUCTION_START) {
      field.instruction += text.slice(0, INSTRUCTION_START);
    }
    this.kept.push({ text, look });
    this.dark.at(-1)?.held?.push({ text, look });
  }
}
