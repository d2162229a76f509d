import type { HiddenKind } from '../../model/extraction.js';
import { WHITE } from '../color.js';
import type { Look } from '../text-builder.js';
import type { UnreadPart } from '../unread-parts.js';
import type { Extent } from './extent.js';
import { Fields } from './fields.js';
import { HeldText, type TextSink } from './held-text.js';
import { fontOf, type ParagraphLook, type Place, RunLooks } from './run-look.js';
import type { RunProperties } from './run-properties.js';
import type { Styles } from './styles.js';
import type { Table } from './tables.js';

/** Text of other parts that stands at a place of this one, by the id of the relationship; undefined where there is none to read. */
export interface LinkedText {
  /** Of SmartArt or a chart; once only, however often it is shown. */
  drawing(id: string): HeldText | undefined;
  /** Of a file that is embedded as text (w:altChunk); once only, and nothing more wherever else it stands. */
  chunk(id: string): HeldText | undefined;
}

/** Head or foot of a section. */
export interface RunningHead {
  readonly id: string;
  /** `default`, `first` or `even`. */
  readonly type: string;
}

/** What was noticed beside the text. */
export interface Findings {
  /** Pictures by the ids of their relationships, empty where they have none, as often as they are shown. */
  readonly pictures: string[];
  hasTrackedChanges: boolean;
  readonly unread: Set<UnreadPart>;
  /** Notes and comments that the text points to, such as `footnote 2`. */
  readonly references: Set<string>;
  readonly heads: RunningHead[];
}

/** What a part is read with. */
export interface WalkContext {
  readonly styles: Styles;
  readonly linked: LinkedText;
  /** Whether the colour of the page is shown; paper is white. */
  readonly showsBackground?: boolean;
  /** Whether it is a head or foot, whose page numbers are no text. */
  readonly isRunningHead?: boolean;
  /** Which notes of the part are read; all by default. */
  readonly isWanted?: (note: string) => boolean;
}

/** The same content for newer and older readers, of which one is shown (ECMA-376 part 3, 9.3). */
export interface Alternatives {
  /** The first branch that a word processor understands: the one that is shown. */
  chosen: HeldText | undefined;
  /** Where that one is blank, text of a later branch, which nobody sees. */
  unseen: HeldText | undefined;
  /** Number of pictures before, and those of the branch that has most: they stand in each. */
  readonly picturesBefore: number;
  pictures: readonly string[];
}

/** Text that is gathered apart from what is around it. */
interface Level {
  readonly sink: TextSink;
  readonly fields: Fields;
}

/** A run while it is read; what is in force is resolved when its first text comes. */
interface Run {
  direct: RunProperties | undefined;
  resolved: RunProperties | undefined;
  hidden: HiddenKind | null;
}

const NO_PARAGRAPH: ParagraphLook = { style: undefined, direct: {}, mark: {} };

/** Where the reading of a part stands: the open elements with what each of them means for text. */
export class Walk {
  /** Names of the open elements. */
  readonly path: string[] = [];
  readonly findings: Findings = { pictures: [], hasTrackedChanges: false, unread: new Set(), references: new Set(), heads: [] };
  readonly paragraphs: ParagraphLook[] = [];
  readonly tables: Table[] = [];
  readonly places: Place[];
  /** Whether the outermost paragraph has painted shapes or pictures, on which other shapes may stand. */
  hasPainted = false;
  /** The same of what floats on the page: another shape that floats may stand on it, wherever it is anchored. */
  hasPaintedFloating = false;
  readonly shapes: { hasFill: boolean; readonly isFloating: boolean }[] = [];
  /** Of the open drawings, and in VML of the shapes in them. */
  readonly extents: Extent[] = [];
  readonly alternatives: Alternatives[] = [];
  /** Brackets of equations. */
  readonly delimiters: { begin: string; end: string }[] = [];
  section: { heads: RunningHead[]; hasTitlePage: boolean } = { heads: [], hasTitlePage: false };
  /** Depth of the element whose content is passed over; 0: none is. */
  skippedFrom = 0;
  private readonly looks: RunLooks;
  private readonly runs: (Run | undefined)[] = [];
  private readonly levels: Level[] = [];

  constructor(
    readonly context: WalkContext,
    sink: TextSink,
  ) {
    this.looks = new RunLooks(context.styles);
    this.places = [{ ground: WHITE, hidden: null, table: undefined }];
    this.hold(sink);
  }

  /** Name of the element around the innermost one. */
  get parent(): string {
    return this.path.at(-2) ?? '';
  }

  get place(): Place {
    return this.places.at(-1) ?? { ground: WHITE, hidden: null, table: undefined };
  }

  get fields(): Fields {
    return this.level.fields;
  }

  /** Where text goes now. */
  get sink(): TextSink {
    return this.level.fields.current;
  }

  /** Passes over the content of the element that has just opened. */
  skip(): void {
    this.skippedFrom = this.path.length;
  }

  /** Gathers what follows apart, until `release`. */
  hold(sink: TextSink = new HeldText()): void {
    this.levels.push({ sink, fields: new Fields(sink, this.context.isRunningHead === true) });
  }

  /** What was gathered since `hold`. */
  release(): HeldText {
    const level = this.levels.pop();
    level?.fields.close();
    return level?.sink instanceof HeldText ? level.sink : new HeldText();
  }

  write(text: string): void {
    if (text.trim() !== '') this.fields.noteText();
    this.sink.add(text, this.lookOf(text));
  }

  openRun(isRun: boolean): void {
    this.runs.push(isRun ? { direct: undefined, resolved: undefined, hidden: null } : undefined);
  }

  closeRun(): void {
    this.runs.pop();
  }

  /** The properties of its own that the innermost run gets. */
  runProperties(): RunProperties {
    const direct: RunProperties = {};
    const run = this.runs.at(-1);
    if (run !== undefined) run.direct = direct;
    return direct;
  }

  /** How the innermost run is hidden; null where it is seen. */
  runHidden(): HiddenKind | null {
    const run = this.runs.at(-1);
    if (run === undefined) return this.place.hidden;
    this.resolve(run);
    return run.hidden;
  }

  /** Whether nobody sees where the innermost paragraph ends. */
  isJoined(): boolean {
    const paragraph = this.paragraphs.at(-1) ?? NO_PARAGRAPH;
    if (paragraph.mark.isDeleted === true) return true;
    const mark = this.looks.resolve(paragraph.mark, paragraph, this.place.table);
    return mark.vanish === true || mark.specVanish === true;
  }

  /** At the end of the part. */
  finish(): void {
    while (this.levels.length > 0) this.release();
  }

  private get level(): Level {
    const level = this.levels.at(-1);
    if (level === undefined) throw new Error('text after the end of the part');
    return level;
  }

  private lookOf(text: string): Look {
    const run = this.runs.at(-1);
    if (run === undefined) return { font: '', hidden: this.place.hidden };
    return { font: fontOf(this.resolve(run), text), hidden: run.hidden };
  }

  private resolve(run: Run): RunProperties {
    if (run.resolved !== undefined) return run.resolved;
    const paragraph = this.paragraphs.at(-1) ?? NO_PARAGRAPH;
    run.resolved = this.looks.resolve(run.direct, paragraph, this.place.table);
    run.hidden = this.looks.hiddenKind(run.resolved, paragraph, this.place);
    return run.resolved;
  }
}
