import { damaged } from '../rejection.js';

const PAGE_BYTES = 512;

/** Offsets in the main stream between which the formatting is one, and where that lies in `list`; empty where there is none. */
export interface FormattedRun {
  readonly start: number;
  readonly end: number;
  readonly list: Buffer;
}

/** How much of a page each run takes besides its offset, and how its formatting is told there. */
export type PageKind = 'characters' | 'paragraphs';
const DESCRIPTOR_BYTES = { characters: 1, paragraphs: 13 } as const;
const NOTHING = Buffer.alloc(0);

/** The pages of the main stream that tell its formatting ([MS-DOC] 2.8.5, 2.8.6; 2.9.33, 2.9.174). */
export class FormattedPages {
  private readonly count: number;

  constructor(
    private readonly word: Buffer,
    /** Offsets at which the pages begin to count, and their numbers. */
    private readonly pages: Buffer,
    private readonly kind: PageKind,
  ) {
    this.count = Math.max(0, Math.floor((pages.length - 4) / 8));
    if (this.count * PAGE_BYTES > word.length) throw damaged(new Error(`${this.count} pages of ${kind}`));
  }

  /** The run that the byte at `offset` belongs to. */
  runAt(offset: number): FormattedRun {
    const index = lastUpTo(this.pages, this.count + 1, offset);
    if (index < 0) return { start: 0, end: this.count === 0 ? this.word.length : this.pages.readUInt32LE(0), list: NOTHING };
    if (index >= this.count) return { start: offset, end: Number.POSITIVE_INFINITY, list: NOTHING };
    const page = this.pageAt(index);
    const runs = page[PAGE_BYTES - 1] ?? 0;
    const pageEnd = this.pages.readUInt32LE((index + 1) * 4);
    if ((runs + 1) * 4 + runs * DESCRIPTOR_BYTES[this.kind] >= PAGE_BYTES) throw damaged(new Error(`${runs} runs in a page`));
    const run = lastUpTo(page, runs + 1, offset);
    if (run < 0 || run >= runs)
      return { start: offset, end: Math.max(offset + 1, run < 0 ? page.readUInt32LE(0) : pageEnd), list: NOTHING };
    return { start: page.readUInt32LE(run * 4), end: page.readUInt32LE(run * 4 + 4), list: this.listOf(page, runs, run) };
  }

  private pageAt(index: number): Buffer {
    const start = (this.pages.readUInt32LE((this.count + 1) * 4 + index * 4) & 0x3fffff) * PAGE_BYTES;
    if (start + PAGE_BYTES > this.word.length) throw damaged(new Error(`page at ${start}`));
    return this.word.subarray(start, start + PAGE_BYTES);
  }

  private listOf(page: Buffer, runs: number, run: number): Buffer {
    const at = 2 * (page[(runs + 1) * 4 + run * DESCRIPTOR_BYTES[this.kind]] ?? 0);
    if (at === 0) return NOTHING;
    const length = page[at] ?? 0;
    if (this.kind === 'characters') return page.subarray(at + 1, at + 1 + length);
    return length === 0 ? page.subarray(at + 2, at + 2 + 2 * (page[at + 1] ?? 0)) : page.subarray(at + 1, at + 2 * length);
  }
}

/** Index of the last of `count` ascending numbers that is not above `value`; -1 where all are. */
function lastUpTo(numbers: Buffer, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers.readUInt32LE(middle * 4) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
