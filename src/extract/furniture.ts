import type { Span } from '../model/span.js';
import { furnitureOfPages } from './page-edges.js';
import { groupByKey, type Line, linesOf } from './page-lines.js';

/** A page of running text holds more than this many UTF-16 units; what comes back sooner is a list, a table or a manner of speech. */
const MINIMUM_PAGE = 400;
/** Pages of one text are alike in length: the longest stretch between two of their borders is at most this many times the shortest. */
const EVENNESS = 4;
/** So often a line stands in a text without page borders before it is furniture. */
const MINIMUM_REPEATS = 3;
/** Share of its places in which a running head that has no page number beside it must part a sentence. */
const PARTING_SHARE = 1 / 3;
/** Furniture is little: where more of a text would go, its pages hold next to nothing or the text repeats itself. */
const MOST_OF_TEXT = 0.2;

/**
 * Finds the heads, feet and numbers of pages in a text, in order. Pages begin at a form feed and on the lines `pageStarts` (from 0, counted
 * by \n); in a text without borders, as pasted from a PDF, only a line that recurs as pages do is furniture.
 */
export function findFurniture(text: string, pageStarts: readonly number[]): Span[] {
  const lines = linesOf(text, pageStarts);
  const pages = (lines.at(-1)?.page ?? 0) + 1;
  const found = pages > 1 ? furnitureOfPages(lines, pages) : furnitureOfRunningText(lines);
  const length = [...found].reduce((sum, { start, end }) => sum + end - start, 0);
  if (length > text.length * MOST_OF_TEXT) return [];
  return [...found].sort((a, b) => a.start - b.start).map(({ start, end }) => ({ start, end }));
}

function furnitureOfRunningText(lines: readonly Line[]): Set<Line> {
  const numbers = pageNumbers(lines);
  const repeated = repeatedLines(lines);
  const candidates = new Set([...numbers, ...repeated.flat()]);
  const partsSentence = partingOf(lines, candidates);
  const heads = repeated.filter((places) => {
    const marked = places.filter((line) => numbers.has(lines[line.index - 1]!) || numbers.has(lines[line.index + 1]!));
    const parting = places.filter((line) => partsSentence[line.index]);
    return marked.length > places.length / 2 || (parting.length >= 2 && parting.length >= places.length * PARTING_SHARE);
  });
  return new Set([...numbers, ...heads.flat()]);
}

/** Lines such as "3", "- 3 -", "Trang 3/7" whose numbers go up from one to the next, a page apart. */
function pageNumbers(lines: readonly Line[]): Set<Line> {
  const found = new Set<Line>();
  for (const places of groupByKey(lines.filter(({ number }) => number !== null))) {
    let chain: Line[] = [];
    for (const line of [...places, null]) {
      if (line !== null && (chain.length === 0 || gapBetween(chain.at(-1)!, line) >= MINIMUM_PAGE)) chain.push(line);
      else {
        if (isSpread(chain)) for (const one of chain) found.add(one);
        chain = line === null ? [] : [line];
      }
    }
  }
  return found;
}

/** Short lines that recur word for word, a page apart, and neither end as sentences and openings of lists do nor begin as items do. */
function repeatedLines(lines: readonly Line[]): Line[][] {
  const likely = lines.filter(({ number, text }) => number === null && /\p{L}/u.test(text) && !/[.!?:;,…]$|^[-+*•\d]/.test(text));
  return groupByKey(likely).filter((places) => places.every(({ text }) => text === places[0]!.text) && isSpread(places));
}

function isSpread(places: readonly Line[]): boolean {
  if (places.length < MINIMUM_REPEATS) return false;
  let [shortest, longest] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 1; i < places.length; i++) {
    const gap = gapBetween(places[i - 1]!, places[i]!);
    if (gap < MINIMUM_PAGE) return false;
    shortest = Math.min(shortest, gap);
    longest = Math.max(longest, gap);
  }
  return longest <= EVENNESS * shortest;
}

/** UTF-16 units of text for each page from one line to a later one; negative where their numbers do not go up. */
function gapBetween(before: Line, line: Line): number {
  const pages = line.number === null || before.number === null ? 1 : line.number - before.number;
  return pages === 0 ? -1 : (line.start - before.end) / pages;
}

/**
 * For each line, whether the text goes on in lower case behind it and had not ended before it: no heading, address or table does that.
 * Candidates beside it are passed over.
 */
function partingOf(lines: readonly Line[], candidates: ReadonlySet<Line>): boolean[] {
  let isOpen = false;
  const parting = lines.map((line) => {
    const wasOpen = isOpen;
    if (!candidates.has(line)) isOpen = /[\p{L}\d,]$/u.test(line.text);
    return wasOpen;
  });
  let goesOn = false;
  for (const line of lines.toReversed()) {
    if (!goesOn) parting[line.index] = false;
    if (!candidates.has(line)) goesOn = /^\p{Ll}/u.test(line.text);
  }
  return parting;
}
