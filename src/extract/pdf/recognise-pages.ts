import type { RecognisedPage } from '../ocr/recognise.js';
import type { Source } from '../read-text.js';
import { textOf } from './lines.js';
import type { PageText } from './read-page.js';

/** Share of the words of a picture that the text lying over or under it must have, to say what the picture says. */
const SAME_WORDS = 0.6;

/** Pages by their number, from 1, that were read from what they look like. */
export interface RecognisedPages {
  /** For want of text of their own; those that could not be read are left out. */
  readonly read: ReadonlyMap<number, RecognisedPage>;
  /** Those of them whose text by another program says something else than their picture. */
  readonly contradicted: readonly number[];
  /** Whether something was seen in what could not be read. */
  readonly hasDoubt: boolean;
}

const NONE: RecognisedPages = { read: new Map(), contradicted: [], hasDoubt: false };

/**
 * Recognises the pages whose own text will not do, and one of those that another program has recognised: where that differs from its
 * picture, all of them.
 */
export async function recognisePages(pages: readonly PageText[], source: Source): Promise<RecognisedPages> {
  const numbers = (isOne: (page: PageText) => boolean): number[] => pages.flatMap((page, i) => (isOne(page) ? [i + 1] : []));
  const lacking = numbers(({ lack }) => lack !== null);
  const [sample, ...others] = numbers(({ lack, isRecognised }) => isRecognised && lack === null);
  if (lacking.length === 0 && sample === undefined) return NONE;
  const { recognisePdfPages } = await import('../ocr/recognise-pdf.js');
  const found = await recognisePdfPages(source, sample === undefined ? lacking : [...lacking, sample]);
  const sampled = found.find(({ page }) => page === sample);
  const isTrue = sampled === undefined || sampled.quality === 'poor' || saysTheSame(sampled, pages[sampled.page - 1]);
  const contradicted = isTrue || sample === undefined ? [] : [sample, ...others];
  if (!isTrue && others.length > 0) found.push(...(await recognisePdfPages(source, others)));
  const read = found.filter(({ page, quality }) => quality !== 'poor' && (page !== sample || !isTrue));
  const hasDoubt = found.some(({ quality, confidence }) => quality === 'poor' && confidence > 0);
  return { read: new Map(read.map((page) => [page.page, page])), contradicted, hasDoubt };
}

function saysTheSame(picture: RecognisedPage, page: PageText | undefined): boolean {
  const words = (text: string): string[] =>
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const own = new Set(words((page?.lines ?? []).map(({ line }) => textOf(line.glyphs)).join('\n')));
  const seen = words(picture.text);
  return seen.filter((word) => own.has(word)).length >= seen.length * SAME_WORDS;
}
