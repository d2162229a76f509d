import type { ExtractLimits } from '../../model/extraction.js';
import { Rejection } from '../rejection.js';
import type { BuiltText, Look } from '../text-builder.js';
import { TextFlows } from '../text-flows.js';
import { ANSI, decodeBytes, MACINTOSH } from './code-pages.js';
import {
  type CharacterFormat,
  changeCharacters,
  changeParagraph,
  hiddenKind,
  type ParagraphFormat,
  PLAIN_PARAGRAPH,
  paragraphHidden,
  plainCharacters,
} from './format.js';
import { Notes } from './notes.js';
import { RowShades } from './row-shades.js';
import { RtfScanner } from './scan-rtf.js';
import { ColorTableBuilder, FontTable } from './tables.js';
import { CAPTURED, type Captured, CHARACTERS, DESTINATIONS, type Destination, ENTERED, FLOWS, PARAGRAPH_ENDS, WORD_ART } from './words.js';

/** What braces hold together; the one in them begins as a copy. */
interface Group {
  destination: Destination;
  /** Where the text goes that has a form in Unicode and one without. */
  outer: Destination;
  note: Captured | null;
  /** Characters that stand behind each Unicode character for readers that do not know it. */
  fallback: number;
  characters: CharacterFormat;
  paragraph: ParagraphFormat;
  /** What this very group began, and its brace ends. */
  opened: 'flow' | 'note' | null;
}

/** A document as it was read. */
export interface RtfDocument {
  readonly built: BuiltText;
  readonly notes: Notes;
  readonly pictures: number;
  readonly hasTrackedChanges: boolean;
  /** Whether the file ends within the document. */
  readonly isCutOff: boolean;
}

/** Reads the tokens of an RTF file as a word processor does. Throws a Rejection: `too-deep` or `too-large`. */
export function interpretRtf(bytes: Uint8Array, limits: ExtractLimits): RtfDocument {
  return new Interpreter(bytes, limits).run();
}

class Interpreter {
  private readonly scanner: RtfScanner;
  private readonly flows: TextFlows;
  private readonly fonts = new FontTable();
  private readonly colors = new ColorTableBuilder();
  private readonly notes = new Notes();
  private readonly row = new RowShades();
  private readonly groups: Group[] = [];
  private group: Group;
  /** Bytes of text that were not decoded yet: a letter can have two. */
  private pending = Buffer.alloc(256);
  private pendingLength = 0;
  private codePage = ANSI;
  private plain = plainCharacters(0);
  /** Fallback characters that are still to be left out. */
  private toSkip = 0;
  private isStarred = false;
  /** Name of the property of a shape whose value comes next. */
  private property = '';
  private pictures = 0;
  private hasTrackedChanges = false;

  constructor(
    bytes: Uint8Array,
    private readonly limits: ExtractLimits,
  ) {
    this.scanner = new RtfScanner(bytes);
    this.flows = new TextFlows(limits);
    const empty = { note: null, opened: null, fallback: 1, paragraph: PLAIN_PARAGRAPH };
    this.group = { ...empty, destination: 'text', outer: 'text', characters: this.plain };
  }

  run(): RtfDocument {
    const isWhole = this.readDocument();
    this.flush();
    this.hideParagraph();
    const isCutOff = !isWhole || this.scanner.isCutOff;
    const { notes, pictures, hasTrackedChanges } = this;
    return { built: this.flows.build(), notes, pictures, hasTrackedChanges, isCutOff };
  }

  /** Whether the document has an end; what stands behind it no reader shows. */
  private readDocument(): boolean {
    for (let token = this.scanner.next(); token !== 'end'; token = this.scanner.next()) {
      if (token === 'text') this.addBytes(this.scanner.start, this.scanner.end);
      else if (token === 'byte') this.addByte(this.scanner.byte);
      else if (token === 'word') this.word(this.scanner.word, this.scanner.parameter);
      else if (token === 'symbol') this.symbol(this.scanner.word);
      else if (token === 'open') this.openGroup();
      else if (this.closeGroup()) return true;
    }
    return false;
  }

  private openGroup(): void {
    this.flush();
    this.toSkip = 0;
    this.isStarred = false;
    if (this.groups.length >= this.limits.depth) throw new Rejection('refused', 'too-deep', String(this.limits.depth));
    this.groups.push(this.group);
    this.group = { ...this.group, opened: null };
  }

  /** Whether that was the last brace. */
  private closeGroup(): boolean {
    this.flush();
    this.toSkip = 0;
    this.isStarred = false;
    const { opened, note } = this.group;
    if (opened === 'flow' || this.groups.length === 1) this.hideParagraph();
    if (opened === 'flow') this.flows.close();
    if (opened === 'note' && note !== null) this.notes.end(note);
    this.group = this.groups.pop() ?? this.group;
    return this.groups.length === 0;
  }

  private symbol(symbol: string): void {
    if (symbol === '*') {
      this.isStarred = true;
    } else if (symbol === '\\' || symbol === '{' || symbol === '}') {
      this.addByte(symbol.charCodeAt(0));
    } else if (this.toSkip > 0) {
      this.toSkip--;
    } else {
      this.flush();
      this.emit(CHARACTERS.get(symbol) ?? '');
    }
  }

  private word(word: string, parameter: number | null): void {
    const isStarred = this.isStarred;
    this.isStarred = false;
    this.flush();
    this.toSkip = 0;
    const { group } = this;
    if (group.destination === 'skip') return;
    if (this.enter(word, isStarred)) return;
    if (word === 'u') this.addUnicode(parameter ?? 0);
    else if (word === 'uc') group.fallback = Math.max(0, parameter ?? 1);
    else if (CHARACTERS.has(word)) this.emit(CHARACTERS.get(word) ?? '');
    else if (PARAGRAPH_ENDS.has(word)) this.endParagraph(word);
    else if (group.destination === 'fonts') this.fonts.word(word, parameter);
    else if (group.destination === 'colors') this.colors.word(word, parameter);
    else if (group.destination === 'text') this.format(word, parameter);
    else this.notes.word(word, parameter);
  }

  /** Whether the word tells what the group holds. */
  private enter(word: string, isStarred: boolean): boolean {
    const { group } = this;
    if (word === 'pict') {
      if (this.flows.isInBody) this.pictures++;
      group.destination = 'skip';
    } else if (word === 'ud' && group.destination === 'drop') {
      group.destination = group.outer;
    } else if (group.destination === 'drop') {
      return false;
    } else if (word === 'sv' && this.property === WORD_ART) {
      this.openFlow('box');
    } else if (DESTINATIONS.has(word)) {
      if (word === 'sn') this.property = '';
      group.outer = group.destination;
      group.destination = DESTINATIONS.get(word) ?? 'skip';
    } else if (CAPTURED.has(word) && (isStarred || group.destination === 'info')) {
      this.capture(CAPTURED.get(word)!);
    } else if (FLOWS.has(word)) {
      this.openFlow(FLOWS.get(word)!);
    } else if ((isStarred && !ENTERED.has(word)) || /^m\w{1,12}Pr$/.test(word)) {
      group.destination = 'skip';
    } else {
      return false;
    }
    return true;
  }

  private openFlow(kind: 'box' | 'aside'): void {
    const { group } = this;
    if (group.opened === null) this.flows.open(kind);
    Object.assign(group, { opened: 'flow', paragraph: PLAIN_PARAGRAPH, characters: this.plain });
  }

  private capture(note: Captured): void {
    const { group } = this;
    group.note = note;
    group.opened ??= 'note';
    group.destination = note === 'created' || note === 'modified' ? 'date' : 'capture';
  }

  private format(word: string, parameter: number | null): void {
    const { group } = this;
    group.characters = changeCharacters(group.characters, word, parameter);
    group.paragraph = changeParagraph(group.paragraph, word, parameter);
    this.row.word(word, parameter);
    if (word === 'plain') group.characters = this.plain;
    else if (word === 'deff') {
      this.plain = plainCharacters(parameter ?? 0);
      group.characters = this.plain;
    } else if (word === 'ansicpg' && parameter !== null && parameter > 0) this.codePage = parameter;
    else if (word === 'mac') this.codePage = MACINTOSH;
    else if (word === 'pc') this.codePage = 437;
    else if (word === 'pca') this.codePage = 850;
    else this.notes.word(word, parameter);
  }

  private endParagraph(word: string): void {
    if (word === 'cell') this.row.endCell();
    const { destination, characters } = this.group;
    if (destination !== 'text') return;
    // Where the end of a paragraph is deleted or hidden, the next one goes on in it.
    if (characters.isDeleted) this.hasTrackedChanges = true;
    else {
      if (!characters.isVanished) this.hideParagraph();
      this.flows.endParagraph(characters.isVanished);
    }
  }

  /** What is said of a paragraph last, holds for the whole. */
  private hideParagraph(): void {
    const hidden = paragraphHidden(this.group.paragraph);
    if (hidden !== null) this.flows.hideParagraph(hidden);
  }

  private addUnicode(code: number): void {
    this.toSkip = this.group.fallback;
    // Numbers are signed, 16 bits; a few programs write whole code points.
    if (code > 0xffff) this.emit(code <= 0x10ffff ? String.fromCodePoint(code) : '');
    else if (code !== 0) this.emit(String.fromCharCode(code & 0xffff));
  }

  private addByte(byte: number): void {
    if (this.toSkip > 0) {
      this.toSkip--;
      return;
    }
    if (this.group.destination === 'skip') return;
    this.reserve(1);
    this.pending[this.pendingLength++] = byte;
  }

  private addBytes(start: number, end: number): void {
    const from = Math.min(end, start + this.toSkip);
    this.toSkip -= from - start;
    if (this.group.destination === 'skip') return;
    this.reserve(end - from);
    this.scanner.bytes.copy(this.pending, this.pendingLength, from, end);
    this.pendingLength += end - from;
  }

  private reserve(count: number): void {
    const needed = this.pendingLength + count;
    if (needed > this.pending.length) this.pending = Buffer.concat([this.pending], 2 * needed);
  }

  private flush(): void {
    if (this.pendingLength === 0) return;
    const bytes = this.pending.subarray(0, this.pendingLength);
    this.pendingLength = 0;
    const { destination, characters } = this.group;
    const codePage = destination === 'fonts' ? this.fonts.codePage : this.fonts.find(characters.font)?.codePage;
    this.emit(decodeBytes(bytes, codePage ?? this.codePage));
  }

  private emit(text: string): void {
    const { destination, characters, note } = this.group;
    if (destination === 'text') {
      if (characters.isDeleted || characters.isInserted) this.hasTrackedChanges = true;
      if (!characters.isDeleted && text !== '') this.flows.add(text, this.look());
    } else if (destination === 'fonts') this.fonts.text(text);
    else if (destination === 'colors') this.colors.text(text);
    else if (destination === 'property') this.property = (this.property + text).slice(0, WORD_ART.length + 1);
    else if (destination === 'capture' && note !== null) this.notes.add(note, text);
  }

  private look(): Look {
    const { characters, paragraph } = this.group;
    const font = this.fonts.find(characters.font)?.name ?? '';
    return { font, hidden: hiddenKind(characters, [paragraph, ...this.row.around(paragraph)], this.colors.colors) };
  }
}
