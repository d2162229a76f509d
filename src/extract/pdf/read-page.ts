import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { isBareSyllable, isSyllable } from '../../vietnamese/syllables.js';
import type { DrawnPage } from '../ocr/page-drawer.js';
import { countLetters, findLegacyPassages, hasWords, isGibberish, LETTERS_PER_PICTURE } from '../text-quality.js';
import { checkSeen } from './check-seen.js';
import { wordsIn } from './compare-words.js';
import { boxOf } from './geometry.js';
import { layOut, type TextLine } from './layout.js';
import { textOf } from './lines.js';
import type { PageContent, PlacedGlyph } from './page-content.js';
import { readGlyphs } from './page-glyphs.js';
import type { FontFaceObject } from './pdfjs.js';

/** Share of a page from which on a picture on it is what one looks at. */
const SCAN_SHARE = 0.6;
/** The same from which on a page that has next to no text is a picture of text; less is a signature or a seal. */
const PICTURE_SHARE = 0.15;
/** So many letters turned to outlines are text. */
const OUTLINED_LETTERS = 150;
/** Letters outside of what is shown up to this are slivers. */
const SLIVERS = 5;
/** Letters up to this that are not what they seem are the mistake of a program. */
const STRAY_LETTERS = 20;
/** Words from which on their language tells something. */
const ENOUGH_WORDS = 60;
/** Share of Vietnamese syllables below which a text is taken for a lie of its font, and below which it may be one, or another language. */
const NO_SYLLABLES = 0.05;
const FEW_SYLLABLES = 0.6;

/** What one page gives. */
export interface PageText {
  readonly lines: readonly TextLine[];
  /** Comments and notes fixed to the page. */
  readonly notes: readonly string[];
  /** Why the page must be read by its picture; null where its text will do. */
  readonly lack: 'picture' | 'gibberish' | 'failed' | null;
  /**
   * Why its picture is looked at although it has text: the text lies unseen over or under a picture of the page, as programs that
   * recognise scans leave it (`layer`); large pictures stand beside it (`pictures`); it is hardly Vietnamese (`language`).
   */
  readonly doubt: 'layer' | 'pictures' | 'language' | null;
  /** The lines with the text of the layer taken for seen; empty where there is none. */
  readonly layer: readonly TextLine[];
  /** Whether most of the page is a picture. */
  readonly isScan: boolean;
  /** Whether more than stray letters of its text are other letters in the file than one sees. */
  readonly hasLies: boolean;
}

const FAILED: PageText = { lines: [], notes: [], lack: 'failed', doubt: null, layer: [], isScan: false, hasLies: false };

/** Dots per inch at which a page is drawn to see whether a letter shows. */
const RESOLUTION = 100;

/** Draws a page, from 1, at so many dots per inch; null where it cannot be drawn. */
export type DrawPage = (number: number, resolution: number) => Promise<DrawnPage | null>;

/**
 * Reads one page, counted from 1; a page that pdf.js cannot read fails by itself. It is drawn where its operators do not tell whether one
 * sees its text.
 */
export async function readPage(document: PDFDocumentProxy, number: number, draw: DrawPage): Promise<PageText> {
  try {
    const page = await document.getPage(number);
    const content = await contentOf(document, page);
    const doubtful = content.glyphs.filter(({ hidden, doubt }) => hidden === null && doubt !== null);
    const drawn = lettersOf(doubtful) > STRAY_LETTERS ? await draw(number, RESOLUTION) : null;
    if (drawn !== null) checkSeen(doubtful, drawn, (scale) => page.getViewport({ scale }));
    const lines = layOut(withoutSlivers(content));
    const uncovered = withLayer(content);
    const layer = uncovered === null ? [] : layOut(withoutSlivers(uncovered));
    const text = seenText(layer.length > 0 ? layer : lines);
    const lack = lackOf(content, text);
    const doubt = lack !== null ? null : layer.length > 0 ? 'layer' : doubtOf(content, text);
    const notes = await notesOf(page);
    page.cleanup();
    const isScan = content.painted.pictureShare >= SCAN_SHARE;
    const hasLies = lettersOf(content.glyphs.filter(({ isLie, hidden }) => isLie && hidden === null)) > STRAY_LETTERS;
    return { lines, notes, lack, doubt, layer, isScan, hasLies };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw error;
    return FAILED;
  }
}

/** The text of lines that nobody sees, for a page that is read by its picture: what another program took the picture for, among it. */
export function unseenLines(lines: readonly TextLine[]): readonly TextLine[] {
  return lines.flatMap(({ line, end }) => {
    const glyphs = line.glyphs.filter(({ glyph }) => glyph.hidden !== null);
    return glyphs.length === 0 ? [] : [{ line: { ...line, glyphs }, end }];
  });
}

/** What a reader of the page sees, line by line. */
export function seenText(lines: readonly TextLine[]): string {
  return lines.map(({ line }) => textOf(line.glyphs.filter(({ glyph }) => glyph.hidden === null))).join('\n');
}

async function contentOf(document: PDFDocumentProxy, page: PDFPageProxy): Promise<PageContent> {
  const operators = await page.getOperatorList();
  const layers = await document.getOptionalContentConfig();
  return readGlyphs({
    view: boxOf(page.view as number[]),
    operators,
    font: (id) => (page.commonObjs.has(id) ? (page.commonObjs.get(id) as FontFaceObject) : undefined),
    isShown: (layer) => layers.isVisible(layer),
  });
}

/** The page with the text over or under a picture of the whole of it taken for seen, as it says what the picture shows; null without such. */
function withLayer(content: PageContent): PageContent | null {
  const { glyphs, painted } = content;
  const unseen = glyphs.filter(({ hidden }) => hidden === 'invisible' || hidden === 'covered');
  if (unseen.length === 0 || painted.pictureShare < SCAN_SHARE) return null;
  const onScan = new Set(unseen.filter((glyph) => painted.isPictureAt(...glyph.middle)));
  const letters = lettersOf([...onScan]);
  if (letters < LETTERS_PER_PICTURE || lettersOf(glyphs.filter(({ hidden }) => hidden === null)) >= letters) return null;
  return { ...content, glyphs: glyphs.map((glyph) => (onScan.has(glyph) ? { ...glyph, hidden: null } : glyph)) };
}

function lackOf({ painted, outlines }: PageContent, text: string): PageText['lack'] {
  if (isGibberish(text)) return 'gibberish';
  if (countLetters(text) < LETTERS_PER_PICTURE) {
    return painted.pictureShare >= PICTURE_SHARE || outlines > OUTLINED_LETTERS ? 'picture' : null;
  }
  return syllableShare(text) < NO_SYLLABLES ? 'gibberish' : null;
}

function doubtOf({ painted, glyphs, outlines }: PageContent, text: string): PageText['doubt'] {
  // Text in an encoding from before Unicode is decoded later.
  if (syllableShare(text) < FEW_SYLLABLES && findLegacyPassages(text).passages.length === 0) return 'language';
  const seen = glyphs.filter(({ hidden }) => hidden === null);
  return painted.bareShare(seen) >= PICTURE_SHARE || outlines > OUTLINED_LETTERS ? 'pictures' : null;
}

/** Share of the words that could be Vietnamese; few where a font shows other letters than its table says. 1 of a text of few words. */
function syllableShare(text: string): number {
  const words = wordsIn(text).filter((word) => word.length > 1);
  if (words.length < ENOUGH_WORDS) return 1;
  return words.filter((word) => isSyllable(word) || isBareSyllable(word)).length / words.length;
}

/** Without the few letters of the next page whose marks would reach into this one: browsers print them, cut off by the edge. */
function withoutSlivers(content: PageContent): PageContent {
  const clipped = content.glyphs.filter(({ hidden }) => hidden === 'clipped');
  if (clipped.length === 0 || lettersOf(clipped) > SLIVERS) return content;
  return { ...content, glyphs: content.glyphs.filter(({ hidden }) => hidden !== 'clipped') };
}

function lettersOf(glyphs: readonly PlacedGlyph[]): number {
  return countLetters(glyphs.map(({ text }) => text).join(''));
}

async function notesOf(page: PDFPageProxy): Promise<string[]> {
  const annotations: { contentsObj?: { str?: string }; subtype?: string }[] = await page.getAnnotations({ intent: 'display' });
  return annotations
    .filter(({ subtype }) => subtype !== 'FreeText' && subtype !== 'Widget' && subtype !== 'Link' && subtype !== 'Popup')
    .map(({ contentsObj }) => (contentsObj?.str ?? '').trim())
    .filter(hasWords);
}
