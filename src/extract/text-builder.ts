import { type ExtractLimits, type FontRun, type HiddenKind, type HiddenSpan, MOST_FONT_RUNS } from '../model/extraction.js';
import type { Span } from '../model/span.js';
import { OVER_LIMIT } from './message-details.js';
import { Rejection } from './rejection.js';

/** How a piece of text looks; `hidden` is null where a reader of the document sees it. */
export interface Look {
  readonly font: string;
  readonly hidden: HiddenKind | null;
}

const PLAIN: Look = { font: '', hidden: null };
/** Fonts that are named; a text in more of them is none that somebody wrote. */
const MAX_FONTS = 100;

/** Hidden places, and asides: sixty pages have some 3,000 lines, and half a megabyte holds them when they are kept. */
const MOST_PLACES = 10_000;

/** A text as it was put together, with its places. */
export interface BuiltText {
  readonly text: string;
  readonly hidden: readonly HiddenSpan[];
  readonly asides: readonly Span[];
  readonly fontRuns: readonly FontRun[];
  /** Fonts, those of most letters first. */
  readonly fonts: readonly string[];
}

/** Puts the text of a file together piece by piece; every format reader ends here. */
export class TextBuilder {
  private readonly pieces: string[] = [];
  private readonly hidden = new Places<HiddenKind>(MOST_PLACES, rejectPlaces);
  private readonly asides = new Places<true>(MOST_PLACES, rejectPlaces);
  private readonly fonts = new Places<string>(MOST_FONT_RUNS, () => {});
  private readonly letters = new Map<string, number>();
  private asideFrom: number | null = null;
  /** UTF-16 units so far. */
  length = 0;

  constructor(private readonly limits: ExtractLimits) {}

  /** Adds text as it is. Throws a Rejection (`too-large`) when the whole grows over the limit, or has too many hidden places. */
  add(text: string, look: Look = PLAIN): void {
    if (text === '') return;
    const start = this.length;
    this.pieces.push(text);
    this.length += text.length;
    if (this.length > this.limits.textLength) throw new Rejection('refused', 'too-large', OVER_LIMIT.textLength(this.limits.textLength));
    const span = { start, end: this.length };
    const isBlank = text.trim() === '';
    // A white space is a space like any other.
    this.hidden.add(span, isBlank && look.hidden === 'white' ? null : look.hidden);
    if (isBlank) return;
    this.fonts.add(span, look.font === '' ? null : look.font);
    if (look.font !== '') this.letters.set(look.font, (this.letters.get(look.font) ?? 0) + text.length);
  }

  /** Ends a paragraph: with an empty line. */
  endParagraph(): void {
    this.add('\n\n');
    this.hidden.part();
  }

  /** What is added until `endAside` stands beside the body. They do not nest. */
  beginAside(): void {
    this.asideFrom = this.length;
  }

  endAside(): void {
    if (this.asideFrom !== null && this.asideFrom < this.length) this.asides.add({ start: this.asideFrom, end: this.length }, true);
    this.asides.part();
    this.asideFrom = null;
  }

  build(): BuiltText {
    const fonts = [...this.letters]
      .sort((one, other) => other[1] - one[1])
      .map(([font]) => font)
      .slice(0, MAX_FONTS);
    const text = this.pieces.join('');
    const hidden = this.hidden.list.map(({ start, end, value }) => ({ start, end, kind: value }));
    return {
      text,
      hidden: hidden.filter((span) => tells(text, span)),
      asides: this.asides.list.map(({ start, end }) => ({ start, end })),
      fontRuns: this.fonts.list.map(({ start, end, value }) => ({ start, end, font: value })),
      fonts,
    };
  }
}

/** Blanks that are hidden are worth telling only where they would tear a word. */
function tells(text: string, { start, end }: Span): boolean {
  return /\S/.test(text.slice(start, end)) || (/\S/.test(text[start - 1] ?? ' ') && /\S/.test(text[end] ?? ' '));
}

interface Place<Value> {
  start: number;
  end: number;
  value: Value;
}

/** Places in the order of the text; those of one value are one where nothing stands between them that was added. */
class Places<Value> {
  readonly list: Place<Value>[] = [];
  private isOpen = false;

  /** Of more than `most` places `onMore` is called for each, and it is not kept: no place may cover text that is none of it. */
  constructor(
    private readonly most: number,
    private readonly onMore: () => void,
  ) {}

  /** null: the text there has no such value. */
  add({ start, end }: Span, value: Value | null): void {
    const last = this.list.at(-1);
    if (this.isOpen && last !== undefined && last.value === value) {
      last.end = end;
      return;
    }
    this.isOpen = value !== null && this.list.length < this.most;
    if (value === null) return;
    if (this.isOpen) this.list.push({ start, end, value });
    else this.onMore();
  }

  /** What comes next is a place of its own. */
  part(): void {
    this.isOpen = false;
  }
}

function rejectPlaces(): never {
  throw new Rejection('refused', 'too-large', OVER_LIMIT.places(MOST_PLACES));
}
