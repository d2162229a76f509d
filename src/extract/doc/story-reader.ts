import type { Look } from '../text-builder.js';
import type { TextFlows } from '../text-flows.js';
import { Fields } from './fields.js';
import type { TextRun } from './text-runs.js';

/** Control characters that stand for something ([MS-DOC] 2.8.25 to 2.8.28 and the special ones of 2.4.1). */
const PICTURE = 0x01;
const CELL_END = 0x07;
const DRAWN_OBJECT = 0x08;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const LINE_BREAK = 0x0b;
const PAGE_BREAK = 0x0c;
const PARAGRAPH_END = 0x0d;
const COLUMN_BREAK = 0x0e;
const FIELD_BEGIN = 0x13;
const FIELD_SEPARATOR = 0x14;
const FIELD_END = 0x15;
const HARD_HYPHEN = 0x1e;
const SOFT_HYPHEN = 0x1f;
const FIRST_LETTER = 0x20;

const WRITTEN_AS: ReadonlyMap<number, string> = new Map([
  [TAB, '\t'],
  [LINE_FEED, '\n'],
  [LINE_BREAK, '\n'],
  [COLUMN_BREAK, '\n'],
  [HARD_HYPHEN, '\u2011'],
  // TCVN3's ư, too.
  [SOFT_HYPHEN, '\u00AD'],
]);

/** What a part is: the empty paragraphs of a body are kept, as those of other formats are; in heads and feet page numbers are left out. */
export type StoryKind = 'body' | 'head' | 'other';

/** Puts the runs of the parts of a document into a text. */
export class StoryReader {
  pictures = 0;
  hasTrackedChanges = false;
  private readonly sessions = new Set<number>();
  private fields = new Fields(false);

  constructor(private readonly flows: TextFlows) {}

  /** Reads one part. Empty paragraphs of the body are kept, as those of other formats are. */
  read(runs: Iterable<TextRun>, kind: StoryKind): void {
    this.fields = new Fields(kind === 'head');
    for (const run of runs) {
      this.hasTrackedChanges ||= run.format.isDeleted || run.format.isInserted;
      if (run.format.revision !== 0) this.sessions.add(run.format.revision);
      if (!run.format.isDeleted) this.readRun(run, kind === 'body');
    }
    // A field without an end is none: what looked like its instruction is text.
    for (const { text, look } of this.fields.unfinished) this.flows.add(text, look);
    this.endLine(false);
  }

  /** Editing sessions, eight hexadecimal digits each, in the order of the text. */
  get revisions(): string[] {
    return [...this.sessions].map((session) => session.toString(16).toUpperCase().padStart(8, '0'));
  }

  private readRun({ text, look, format }: TextRun, isBody: boolean): void {
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= FIRST_LETTER) continue;
      this.add(text.slice(start, at), look);
      start = at + 1;
      if (code === PARAGRAPH_END) this.endLine(isBody);
      else if (code === CELL_END || code === PAGE_BREAK) this.endLine(false);
      else if (format.isSpecial) this.takeSpecial(code, format.isData);
      this.add(WRITTEN_AS.get(code) ?? '', look);
    }
    this.add(text.slice(start), look);
  }

  private takeSpecial(code: number, isData: boolean): void {
    if (code === FIELD_BEGIN) this.fields.begin();
    else if (code === FIELD_SEPARATOR) this.fields.separate();
    else if (code === FIELD_END) for (const { text, look } of this.fields.end()) this.add(text, look);
    else if ((code === PICTURE || code === DRAWN_OBJECT) && !isData) this.pictures++;
  }

  private add(text: string, look: Look): void {
    if (text === '') return;
    if (this.fields.isText) this.flows.add(text, look);
    else this.fields.keep(text, look);
  }

  private endLine(isKept: boolean): void {
    if (!this.fields.isText) {
      this.fields.keep('\n', { font: '', hidden: null });
      return;
    }
    if (isKept) this.flows.endParagraph();
    else this.flows.endBlock();
  }
}
