import { groupByKey, type Line } from './page-lines.js';

/** Lines that a page's head or foot takes at most. */
const DEPTH = 3;
/** Share of the pages that must bear a line: heads of left and right pages differ, and first pages often have none. */
const SHARE = 1 / 3;

/**
 * The lines at the upper and lower edge of several pages that are the same but for the page's number; peeled off from outside, since a
 * head may have several lines.
 */
export function furnitureOfPages(lines: readonly Line[], pages: number): Set<Line> {
  const byPage: Line[][] = Array.from({ length: pages }, () => []);
  for (const line of lines) byPage[line.page]!.push(line);
  const filled = byPage.filter((page) => page.length > 0);
  const found = new Set<Line>();
  for (const outermost of [(page: Line[]) => page.find(isLeft), (page: Line[]) => page.findLast(isLeft)]) {
    for (let depth = 0; depth < DEPTH; depth++) {
      const edge = filled.map(outermost).filter((line) => line !== undefined);
      for (const line of repeatedOn(edge, filled.length)) found.add(line);
    }
  }
  return found;

  function isLeft(line: Line): boolean {
    return !found.has(line);
  }
}

function repeatedOn(edge: readonly Line[], pages: number): Line[] {
  return groupByKey(edge)
    .filter((group) => group.length >= Math.max(2, pages * SHARE) && isSameButForPage(group))
    .flat();
}

/** Whether the lines differ in nothing, or in a number that goes up by one with each page. */
function isSameButForPage(group: readonly Line[]): boolean {
  if (group.every(({ text }) => text === group[0]!.text)) return !/^\d+$/.test(group[0]!.text);
  const numbers = group.map(({ text, page }) => (text.match(/\d+/g) ?? []).map((digits) => Number(digits) - page));
  return numbers[0]!.some((offset, place) => numbers.every((offsets) => offsets[place] === offset));
}
