import { OVER_LIMIT, type PART_NAMES } from './messages.js';
import { Rejection } from './rejection.js';
import { countLetters } from './text-quality.js';
import { attribute, decodeEntities, scanXml } from './xml-scan.js';

/** A part of a DOCX whose text the reader leaves out. */
export type UnreadPart = keyof typeof PART_NAMES;

/** What a look over the main part tells before the reader proper runs. */
export interface Survey {
  /** Letters that the reader leaves out, by the kind of element they stand in. */
  readonly dropped: ReadonlyMap<UnreadPart, number>;
  readonly hasPictures: boolean;
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
}

/** Looks over the main part of a DOCX. Throws a Rejection: `too-deep`, `too-large` or `damaged`. */
export function surveyBody(xml: string): Survey {
  const surveyor = new Surveyor();
  scanXml(xml, surveyor);
  return surveyor;
}

class Surveyor implements Survey {
  readonly dropped = new Map<UnreadPart, number>();
  readonly fonts = new Set<string>();
  hasPictures = false;
  hasTrackedChanges = false;
  private readonly path: string[] = [];
  private readonly alternatives: Alternative[] = [];
  private elements = 0;

  open(name: string, tag: string): void {
    this.path.push(name);
    this.elements++;
    if (this.path.length > MAX_DEPTH) throw new Rejection('refused', 'too-deep', String(MAX_DEPTH));
    if (this.elements > MAX_ELEMENTS) throw new Rejection('refused', 'too-large', OVER_LIMIT.elements(MAX_ELEMENTS));
    if (name === 'AlternateContent') this.alternatives.push({ choice: 0, fallback: 0 });
    else if (name === 'blip' || name === 'imagedata') this.hasPictures = true;
    else if (name === 'altChunk') this.drop('embedded-document', 1);
    else if (name === 'rFonts') collectFonts(tag, this.fonts);
    else if (name === 'ins' || name === 'del' || name === 'moveTo' || name === 'moveFrom') this.hasTrackedChanges = true;
  }

  close(name: string): void {
    this.path.pop();
    if (name !== 'AlternateContent') return;
    const alternative = this.alternatives.pop();
    if (alternative !== undefined && alternative.choice > 0 && alternative.fallback === 0) this.drop('text-box', alternative.choice);
  }

  text(raw: string): void {
    const parent = this.path.at(-1);
    if (parent !== 't' || this.path.some((name) => NOT_TEXT.has(name))) return;
    const letters = countLetters(decodeEntities(raw));
    if (letters === 0) return;
    const alternative = this.alternatives.at(-1);
    const branch = this.path.findLast((name) => name === 'Choice' || name === 'Fallback');
    if (alternative !== undefined && branch === 'Choice') {
      alternative.choice += letters;
      return;
    }
    if (alternative !== undefined && branch === 'Fallback') alternative.fallback += letters;
    if (!this.path.every((name) => READ.has(name))) this.drop(this.kindOfPlace(), letters);
  }

  private kindOfPlace(): UnreadPart {
    const within = (...names: string[]): boolean => names.some((name) => this.path.includes(name));
    if (within('oMath', 'oMathPara')) return 'equations';
    if (within('txbxContent', 'drawing', 'textbox')) return 'text-box';
    return within('fldSimple') ? 'field' : 'other-element';
  }

  private drop(part: UnreadPart, letters: number): void {
    this.dropped.set(part, (this.dropped.get(part) ?? 0) + letters);
  }
}

/** Number of letters and digits in the text elements of a part; page numbers and other fields' instructions do not count. */
export function lettersOfPart(xml: string): number {
  const path: string[] = [];
  let letters = 0;
  scanXml(xml, {
    open: (name) => void path.push(name),
    close: () => void path.pop(),
    text: (raw) => {
      if (path.at(-1) === 't') letters += countLetters(decodeEntities(raw));
    },
  });
  return letters;
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
