import type { Span } from '../../model/span.js';
import { readNumber } from './outline.js';
import { splitParagraphs } from './paragraphs.js';
import { readTitle } from './title.js';

/** A paragraph behind the title of a document, with the number of the section that it stands in ("III.2"; empty without one). */
export interface NumberedParagraph {
  readonly span: Span;
  readonly section: string;
}

/** A resolution or the like as one refers to it. */
export interface Sections {
  /** "Nghị quyết 09-NQ/HU"; empty where the document does not name itself. */
  readonly title: string;
  readonly paragraphs: readonly NumberedParagraph[];
}

const ARTICLE = /^Điều\s+(\d{1,2})/u;
/** Places of "Điều 5", "1.", "1.1." and "a)" among the numbers that stand above one another, behind "A." and "I.". */
const DEPTHS: Readonly<Record<number, number>> = { 0: 0, 1: 1, 2: 3, 3: 4, 4: 5 };
const ARTICLE_DEPTH = 2;
const ITEM_DEPTH = 3;

/** Cuts a document into its paragraphs, each with the numbers above it; a dash is no number. */
export function readSections(text: string): Sections {
  const all = splitParagraphs(text);
  const { title, next } = readTitle(all);
  const above: string[] = [];
  const paragraphs = all.slice(next).map(({ text: words, span }) => {
    const { level, label } = readNumber(words);
    const article = ARTICLE.exec(words);
    const depth = article === null ? DEPTHS[level ?? -1] : ARTICLE_DEPTH;
    if (depth !== undefined) {
      above.length = Math.min(above.length, depth);
      above[depth] = article === null ? plainNumber(label) : `Điều ${article[1]}`;
      // "1.2." says itself what it stands in.
      if (level === 3) delete above[ITEM_DEPTH];
    }
    return { span, section: above.filter(Boolean).join('.') };
  });
  return { title: [title.kind, title.number].filter(Boolean).join(' '), paragraphs };
}

/** "III.2" of "III. " and "2) ": the number without what parts it from the words. */
const plainNumber = (label: string): string =>
  label
    .trim()
    .replace(/^Mục\s+/iu, '')
    .replace(/[\s.)/:–-]+$/u, '');
