import type { DocumentView } from '../../../api/view.js';
import { cutByLayers } from '../layers.js';
import { paragraphsOf } from '../paragraphs.js';
import type { Span } from '../passages.js';

/** A paragraph, and the page that begins in it where that was recognised from a picture. */
export interface ShownParagraph extends Span {
  readonly page: DocumentView['recognised'][number] | null;
}

/** The paragraphs of the body, and those of notes, heads and the like. */
export function partEssay(
  text: string,
  { asides, recognised }: Pick<DocumentView, 'asides' | 'recognised'>,
): {
  readonly body: readonly ShownParagraph[];
  readonly beside: readonly ShownParagraph[];
} {
  const body: ShownParagraph[] = [];
  const beside: ShownParagraph[] = [];
  const layers = asides.map(({ start, end }) => ({ start, end, label: true }));
  let next = 0;
  for (const paragraph of paragraphsOf(text)) {
    for (const { start, end, label } of cutByLayers(paragraph, layers)) {
      if (text.slice(start, end).trim() === '') continue;
      const page = recognised[next];
      const opens = page !== undefined && page.start < end;
      if (opens) next++;
      (label === null ? body : beside).push({ start, end, page: opens ? page : null });
    }
  }
  return { body, beside };
}
