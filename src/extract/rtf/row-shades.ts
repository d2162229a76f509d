import { NO_SHADING, type ParagraphFormat, type Shading } from './format.js';

/** Cells of one row that are told apart; no word processor has more. */
const MOST_CELLS = 1000;

/** Follows the definitions of table rows, so that white letters in a dark cell are no hidden ones. */
export class RowShades {
  private cells: Shading[] = [];
  private next: Shading = NO_SHADING;
  private column = 0;

  word(word: string, parameter: number | null): void {
    const value = parameter ?? 0;
    if (word === 'trowd') {
      this.cells = [];
      this.next = NO_SHADING;
    } else if (word === 'row') {
      this.column = 0;
    } else if (word === 'clcbpat') {
      this.next = { ...this.next, back: value };
    } else if (word === 'clcfpat') {
      this.next = { ...this.next, fore: value };
    } else if (word === 'clshdng') {
      this.next = { ...this.next, shade: value };
    } else if (word === 'cellx') {
      if (this.cells.length < MOST_CELLS) this.cells.push(this.next);
      this.next = NO_SHADING;
    }
  }

  endCell(): void {
    this.column++;
  }

  /** What lies behind a paragraph. Cells of a table in a table are defined behind their text, so nothing is known of them here. */
  around({ isInTable, nesting }: ParagraphFormat): readonly (Shading | null)[] {
    if (nesting > 1) return [null];
    const cell = isInTable ? this.cells[this.column] : undefined;
    return cell === undefined ? [] : [cell];
  }
}
