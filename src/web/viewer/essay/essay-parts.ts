import type { DocumentView } from '../../../api/view.js';
import { cutByLayers } from '../layers.js';
import { paragraphsOf } from '../paragraphs.js';
import type { Span } from '../passages.js';

/** A paragraph, and the pages that begin in it where they were recognised from pictures. */
export interface ShownParagraph extends Span {
  readonly pages: DocumentView['recognised'];
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
      const first = next;
      while (recognised[next] !== undefined && recognised[next]!.start < end) next++;
      (label === null ? body : beside).push({ start, end, pages: recognised.slice(first, next) });
    }
  }
  return { body, beside };
}
