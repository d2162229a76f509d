/** Fields that stand for a number of pages or sections. */
const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES)\b/i;

/** Whether the result of a field may be a page number, which in heads and feet is nobody's text. */
export function isPageField(instruction: string): boolean {
  return PAGE_FIELD.test(instruction);
}

/** Whether such a result is one: figures and signs, and no more letters than XIV has. */
export function isPageNumber(result: string): boolean {
  return /^(?:[ivxlcdm]{1,10}|[a-z]{1,2})?$/i.test(result.replace(/[^\p{L}]+/gu, ' ').trim());
}
