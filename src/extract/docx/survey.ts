import { OVER_LIMIT, type PART_NAMES } from '../message-details.js';
import { Rejection } from '../rejection.js';
import { countLetters } from '../text-quality.js';
import { attribute, decodeEntities, scanXml } from '../xml-scan.js';
import { type HiddenRunKind, HiddenRuns } from './hidden-runs.js';

/** A part of a DOCX whose text the reader leaves out. */
export type UnreadPart = keyof typeof PART_NAMES;

/** What a look over the main part tells before the reader proper runs. */
export interface Survey {
  /** Letters that the reader leaves out, by the kind of element they stand in. */
  readonly dropped: ReadonlyMap<UnreadPart, number>;
  /** Letters, without digits, in runs that a reader of the document does not see. */
  readonly hidden: ReadonlyMap<HiddenRunKind, number>;
  readonly pictures: number;
  readonly hasTrackedChanges: boolean;
  readonly fonts: ReadonlySet<string>;
}

/** Deeper nesting than any word processor writes; readers recurse. */
const MAX_DEPTH = 200;
/** A 60-page document has some 50,000; each costs the reader about 700 bytes, and the child has 192 MB. */
const MAX_ELEMENTS = 150_000;
const MAX_FONTS = 50;

/** Elements whose children mammoth reads; text anywhere else is lost (mammoth 1.13, lib/docx/body-reader.js). */
const READ = new Set(
  'document body p r t hyperlink tbl tr tc AlternateContent Fallback sdt sdtContent customXml ins moveTo object smartTag pict roundrect shape textbox txbxContent group rect'.split(
    ' ',
  ),
);
/** Removed by a tracked change, or no text of the document at all. */
const NOT_TEXT = new Set(['del', 'moveFrom', 'instrText', 'delText', 'delInstrText', 'pPr', 'rPr', 'sectPr', 'docPr']);

/** One AlternateContent element: mammoth reads its Fallback only, so text of the Choice is lost where the Fallback has none. */
interface Alternative {
  choice: number;
  fallback: number;
  /** The same pictures stand in both, in two notations. */
  readonly pictures: { choice: number; fallback: number };
}

/** Looks over the main part of a DOCX. Throws a Rejection: `too-deep`, `too-large` or `damaged`. */
export function surveyBody(xml: string): Survey {
  const surveyor = new Surveyor();
  scanXml(xml, surveyor);
  return surveyor;
}

class Surveyor implements Survey {
  readonly dropped = new Map<UnreadPart, number>();
  readonly hidden = new Map<HiddenRunKind, number>();
  readonly fonts = new Set<string>();
  pictures = 0;
  hasTrackedChanges = false;
  private readonly path: string[] = [];
  private readonly alternatives: Alternative[] = [];
  private readonly runs = new HiddenRuns();
  private elements = 0;

  open(name: string, tag: string): void {
    this.path.push(name);
    this.elements++;
    if (this.path.length > MAX_DEPTH) throw new Rejection('refused', 'too-deep', String(MAX_DEPTH));
    if (this.elements > MAX_ELEMENTS) throw new Rejection('refused', 'too-large', OVER_LIMIT.elements(MAX_ELEMENTS));
    this.runs.open(this.path, tag);
    if (name === 'AlternateContent') this.alternatives.push({ choice: 0, fallback: 0, pictures: { choice: 0, fallback: 0 } });
    else if (name === 'blip' || name === 'imagedata') this.addPictures(1);
    else if (name === 'altChunk') this.drop('embedded-document', 1);
    else if (name === 'rFonts') collectFonts(tag, this.fonts);
    else if (name === 'ins' || name === 'del' || name === 'moveTo' || name === 'moveFrom') this.hasTrackedChanges = true;
  }

  close(name: string): void {
    this.path.pop();
    this.runs.close(this.path, name);
    if (name !== 'AlternateContent') return;
    const alternative = this.alternatives.pop();
    if (alternative === undefined) return;
    if (alternative.choice > 0 && alternative.fallback === 0) this.drop('text-box', alternative.choice);
    this.addPictures(Math.max(alternative.pictures.choice, alternative.pictures.fallback));
  }

  text(raw: string): void {
    const parent = this.path.at(-1);
    if (parent !== 't' || this.path.some((name) => NOT_TEXT.has(name))) return;
    const text = decodeEntities(raw);
    const letters = countLetters(text);
    if (letters === 0) return;
    const alternative = this.alternatives.at(-1);
    const branch = this.branch();
    if (alternative !== undefined && branch === 'Choice') {
      alternative.choice += letters;
      return;
    }
    if (alternative !== undefined && branch === 'Fallback') alternative.fallback += letters;
    if (!this.path.every((name) => READ.has(name))) this.drop(this.kindOfPlace(), letters);
    const kind = this.runs.kind;
    // Word marks the page numbers of a table of contents as webHidden: digits hide nothing.
    if (kind !== undefined) this.hidden.set(kind, (this.hidden.get(kind) ?? 0) + countLetters(text.replace(/\p{N}/gu, '')));
  }

  /** The innermost branch of alternatives that is open. */
  private branch(): string | undefined {
    return this.path.findLast((name) => name === 'Choice' || name === 'Fallback');
  }

  private addPictures(count: number): void {
    const alternative = this.alternatives.at(-1);
    if (alternative === undefined) this.pictures += count;
    else alternative.pictures[this.branch() === 'Fallback' ? 'fallback' : 'choice'] += count;
  }

  private kindOfPlace(): UnreadPart {
    const within = (...names: string[]): boolean => names.some((name) => this.path.includes(name));
    if (within('oMath', 'oMathPara')) return 'equations';
    return within('txbxContent', 'drawing', 'textbox') ? 'text-box' : 'other-element';
  }

  private drop(part: UnreadPart, letters: number): void {
    this.dropped.set(part, (this.dropped.get(part) ?? 0) + letters);
  }
}

/** Fields whose result is a page number, which is nobody's text. */
const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES)\b/i;

/** A field, simple or made of fldChar marks, while its instruction is gathered and then its result. */
interface Field {
  instruction: string;
  isPageNumber: boolean;
}

/** The text elements of a part one after the other; results of page number fields are left out. */
export function textOfPart(xml: string): string {
  const path: string[] = [];
  const fields: Field[] = [];
  const pieces: string[] = [];
  let pageNumbers = 0;
  const begin = (instruction: string): void => void fields.push({ instruction, isPageNumber: false });
  const separate = (): void => {
    const field = fields.at(-1);
    if (field === undefined || field.isPageNumber || !PAGE_FIELD.test(field.instruction)) return;
    field.isPageNumber = true;
    pageNumbers++;
  };
  const end = (): void => {
    if (fields.pop()?.isPageNumber) pageNumbers--;
  };
  scanXml(xml, {
    open: (name, tag) => {
      path.push(name);
      const mark = name === 'fldChar' ? attribute(tag, 'fldCharType') : undefined;
      if (name === 'fldSimple') begin(attribute(tag, 'instr') ?? '');
      else if (mark === 'begin') begin('');
      if (name === 'fldSimple' || mark === 'separate') separate();
      else if (mark === 'end') end();
    },
    close: (name) => {
      path.pop();
      if (name === 'fldSimple') end();
    },
    text: (raw) => {
      const field = fields.at(-1);
      if (path.at(-1) === 'instrText' && field !== undefined) field.instruction += decodeEntities(raw);
      if (path.at(-1) === 't' && pageNumbers === 0) pieces.push(decodeEntities(raw));
    },
  });
  return pieces.join('');
}

/** Font names that the runs of a part ask for. */
export function fontsOfPart(xml: string): Set<string> {
  const fonts = new Set<string>();
  scanXml(xml, {
    open: (name, tag) => {
      if (name === 'rFonts') collectFonts(tag, fonts);
    },
    close: () => undefined,
  });
  return fonts;
}

function collectFonts(tag: string, fonts: Set<string>): void {
  for (const script of ['ascii', 'hAnsi', 'cs', 'eastAsia']) {
    const font = attribute(tag, script);
    if (font !== undefined && font !== '' && font.length <= 100 && fonts.size < MAX_FONTS) fonts.add(font);
  }
}
