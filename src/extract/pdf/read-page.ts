import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { isBareSyllable, isSyllable } from '../../vietnamese/syllables.js';
import { countLetters, hasWords, isGibberish, LETTERS_PER_PICTURE } from '../text-quality.js';
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
/** Words from which on a text without words of Vietnamese is taken for a lie of its font, and the share that it has. */
const ENOUGH_WORDS = 60;
const LEAST_SYLLABLES = 0.05;

/** What one page gives. */
export interface PageText {
  readonly lines: readonly TextLine[];
  /** Comments and notes fixed to the page. */
  readonly notes: readonly string[];
  /** Why the page must be read by its picture; null where its text will do. */
  readonly lack: 'picture' | 'gibberish' | 'failed' | null;
  /** Whether its text lies unseen over or under a picture of the page, as programs that recognise scans leave it. */
  readonly isRecognised: boolean;
}

const FAILED: PageText = { lines: [], notes: [], lack: 'failed', isRecognised: false };

/** Reads one page, counted from 1; a page that pdf.js cannot read fails by itself. */
export async function readPage(document: PDFDocumentProxy, number: number): Promise<PageText> {
  try {
    const page = await document.getPage(number);
    const content = await contentOf(document, page);
    const isRecognised = uncoverScan(content);
    const lines = layOut(withoutSlivers(content));
    const notes = await notesOf(page);
    page.cleanup();
    return { lines, notes, lack: lackOf(content, seenText(lines)), isRecognised };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw error;
    return FAILED;
  }
}

/** What a page that was recognised has beside what its picture shows: text that nobody sees, such as what another program took the picture for. */
export function unseenLines({ lines, lack, isRecognised }: PageText): readonly TextLine[] {
  if (lack === 'gibberish') return [];
  return isRecognised ? lines : lines.filter(({ line }) => line.glyphs.every(({ glyph }) => glyph.hidden !== null));
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

/** Text over or under a picture of the whole page says what the picture shows: it is text then, not hidden. */
function uncoverScan({ glyphs, painted }: PageContent): boolean {
  const unseen = glyphs.filter(({ hidden }) => hidden === 'invisible' || hidden === 'covered');
  if (unseen.length === 0 || painted.pictureShare < SCAN_SHARE) return false;
  const onScan = unseen.filter((glyph) => painted.isPictureAt(...glyph.middle));
  if (lettersOf(onScan) < LETTERS_PER_PICTURE || lettersOf(glyphs.filter(({ hidden }) => hidden === null)) >= lettersOf(onScan))
    return false;
  for (const glyph of onScan) glyph.hidden = null;
  return true;
}

/** What a reader of the page sees, line by line. */
function seenText(lines: readonly TextLine[]): string {
  return lines.map(({ line }) => textOf(line.glyphs.filter(({ glyph }) => glyph.hidden === null))).join('\n');
}

function lackOf(content: PageContent, text: string): PageText['lack'] {
  if (isGibberish(text)) return 'gibberish';
  if (countLetters(text) < LETTERS_PER_PICTURE) {
    const isOutlined = content.outlines > OUTLINED_LETTERS;
    return content.painted.pictureShare >= PICTURE_SHARE || isOutlined ? 'picture' : null;
  }
  return isNoLanguage(text) ? 'gibberish' : null;
}

/** Whether next to none of many words could be Vietnamese, as where a font shows other letters than its table says. */
function isNoLanguage(text: string): boolean {
  let [words, syllables] = [0, 0];
  for (const [word] of text
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/\p{L}{2,}/gu)) {
    words++;
    if (isSyllable(word) || isBareSyllable(word)) syllables++;
    if (words >= ENOUGH_WORDS && syllables >= words * LEAST_SYLLABLES) return false;
  }
  return words >= ENOUGH_WORDS;
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
