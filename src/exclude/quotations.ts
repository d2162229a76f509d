import type { Span } from '../model/span.js';

const MARKS = /["“”„«»]/g;
const SPACE_OR_NONE = /^(?:\s|[([:]|)$/;
const WORD = /[\p{L}\p{M}\p{N}]/u;
/** Words in quotation marks go on over the end of a line, not over that of a paragraph. */
const PARAGRAPH = /\n\s*\n/;

/** What stands in quotation marks, with the marks; of marks inside others only the innermost pair. */
export function findQuotations(text: string): Span[] {
  const quotations: Span[] = [];
  let open = -1;
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (opens(text, index, mark, open >= 0)) open = index;
    else if (open >= 0) {
      if (!PARAGRAPH.test(text.slice(open, index))) quotations.push({ start: open, end: index + 1 });
      open = -1;
    }
  }
  return quotations;
}

/** A plain mark opens where a word stands only behind it; with a word on both sides, or on none, it ends what is open. */
function opens(text: string, index: number, mark: string, isOpen: boolean): boolean {
  if (mark !== '"') return '“„«'.includes(mark);
  const [isFreeBefore, isFreeAfter] = [SPACE_OR_NONE.test(text.charAt(index - 1)), !WORD.test(text.charAt(index + 1))];
  return isFreeBefore === isFreeAfter ? !isOpen : isFreeBefore;
}
