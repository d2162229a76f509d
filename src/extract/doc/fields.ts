import type { Look } from '../text-builder.js';

/** Fields whose result is a page number, which is nobody's text. */
const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES)\b/i;
/** As much of an instruction as tells what it is. */
const INSTRUCTION_START = 40;

interface Field {
  instruction: string;
  hasResult: boolean;
}

/** Follows the fields of a text: instructions are no text, results are. */
export class Fields {
  private readonly open: Field[] = [];
  /** How many of the open fields keep what stands in them out of the text. */
  private dark = 0;
  private kept: { text: string; look: Look }[] = [];

  /** Whether what comes next is text. */
  get isText(): boolean {
    return this.dark === 0;
  }

  /** What was kept out of the text by fields that have no end. */
  get unfinished(): readonly { readonly text: string; readonly look: Look }[] {
    return this.open.length === 0 ? [] : this.kept;
  }

  begin(): void {
    this.open.push({ instruction: '', hasResult: false });
    this.dark++;
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field === undefined || field.hasResult) return;
    field.hasResult = true;
    if (!PAGE_FIELD.test(field.instruction)) this.dark--;
  }

  end(): void {
    const field = this.open.pop();
    if (field === undefined) return;
    if (!field.hasResult || PAGE_FIELD.test(field.instruction)) this.dark--;
    if (this.open.length === 0) this.kept = [];
  }

  /** What is no text unless its field turns out to have no end. */
  keep(text: string, look: Look): void {
    const field = this.open.at(-1);
    if (field !== undefined && !field.hasResult && field.instruction.length < INSTRUCTION_START) {
      field.instruction += text.slice(0, INSTRUCTION_START);
    }
    this.kept.push({ text, look });
  }
}
