import type { RecognisedPage } from '../ocr/recognise.js';
import type { Source } from '../read-text.js';
import { LETTERS_PER_PICTURE } from '../text-quality.js';
import { isWithin, newLines } from './compare-words.js';
import { textOf } from './lines.js';
import { type PageText, seenText, unseenLines } from './read-page.js';

/** Pages by their number, from 1, that were read from what they look like. */
export interface RecognisedPages {
  /** For want of text of their own, or since it says something else than one sees; those that could not be read are left out. */
  readonly read: ReadonlyMap<number, RecognisedPage>;
  /** What stands in pictures beside the text of a page. */
  readonly added: ReadonlyMap<number, RecognisedPage>;
  /** Whose own text says something else than one sees. */
  readonly contradicted: ReadonlySet<number>;
  /** In whose picture next to nothing was seen. */
  readonly blank: ReadonlySet<number>;
  /** Whether something was seen in what could not be read. */
  readonly hasDoubt: boolean;
}

const NONE: RecognisedPages = { read: new Map(), added: new Map(), contradicted: new Set(), blank: new Set(), hasDoubt: false };

/**
 * Recognises the pages whose own text will not do or has large pictures beside it, and of those whose text may say something else than one
 * sees the first, the middle and the last: where one of these does, all of them.
 */
export async function recognisePages(pages: readonly PageText[], source: Source): Promise<RecognisedPages> {
  const numbers = (isOne: (page: PageText) => boolean): number[] => pages.flatMap((page, i) => (isOne(page) ? [i + 1] : []));
  const groups = [numbers(({ doubt }) => doubt === 'layer'), numbers(({ doubt }) => doubt === 'language')];
  const wanted = [...numbers(({ lack, doubt }) => lack !== null || doubt === 'pictures'), ...groups.flatMap(sampleOf)];
  if (wanted.length === 0) return NONE;
  const { recognisePdfPages } = await import('../ocr/recognise-pdf.js');
  const found = await recognisePdfPages(source, wanted);
  const differs = (recognised: RecognisedPage): boolean => contradicts(recognised, pages[recognised.page - 1]!);
  const others = groups
    .filter((group) => found.some((recognised) => group.includes(recognised.page) && differs(recognised)))
    .flatMap((group) => group.filter((page) => !wanted.includes(page)));
  if (others.length > 0) found.push(...(await recognisePdfPages(source, others)));
  const contradicted = new Set(found.filter(differs).map(({ page }) => page));
  const good = found.filter(({ quality }) => quality !== 'poor');
  return {
    read: byPage(good.filter(({ page }) => pages[page - 1]!.lack !== null || contradicted.has(page))),
    added: byPage(good.filter(({ page }) => pages[page - 1]!.doubt === 'pictures').flatMap((page) => besideText(page, pages))),
    contradicted,
    blank: new Set(found.filter(({ letters }) => letters < LETTERS_PER_PICTURE).map(({ page }) => page)),
    hasDoubt: found.some(({ quality, confidence }) => quality === 'poor' && confidence > 0),
  };
}

const byPage = (pages: readonly RecognisedPage[]): Map<number, RecognisedPage> => new Map(pages.map((page) => [page.page, page]));

function sampleOf(numbers: readonly number[]): number[] {
  return [...new Set([numbers.at(0), numbers[numbers.length >> 1], numbers.at(-1)])].filter((number) => number !== undefined);
}

/** Whether one sees something else than the text of a page says; what was seen and cannot be read says nothing. */
function contradicts(recognised: RecognisedPage, { lines, layer, doubt }: PageText): boolean {
  if (doubt !== 'layer' && doubt !== 'language') return false;
  if (recognised.quality === 'poor') return doubt === 'layer' && recognised.letters < LETTERS_PER_PICTURE;
  const own = doubt === 'layer' ? layer : lines;
  const claimed =
    doubt === 'layer'
      ? unseenLines(lines)
          .map(({ line }) => textOf(line.glyphs))
          .join('\n')
      : seenText(lines);
  return !isWithin(claimed, recognised.text) || !isWithin(recognised.text, seenText(own));
}

function besideText(recognised: RecognisedPage, pages: readonly PageText[]): RecognisedPage[] {
  const text = newLines(recognised.text, seenText(pages[recognised.page - 1]!.lines));
  return text === '' ? [] : [{ ...recognised, text }];
}
