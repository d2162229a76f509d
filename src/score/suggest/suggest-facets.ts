import { toCandidate } from './candidates.js';
import { type Candidate, choosePhrases, type NamedPhrases } from './choose-phrases.js';
import { BREAK, CONTENT } from './cut-words.js';
import { findTerms, type Term } from './find-terms.js';
import type { Part } from './outline.js';
import type { Range, Reading } from './reading.js';
import { surfaceOf } from './surface.js';

/** A part of a resolution that awareness should cover: its name, and what it is called in so many words. */
interface FacetKind {
  readonly part: Part;
  readonly name: string;
  readonly words: readonly string[];
}

const FACETS: readonly FacetKind[] = [
  { part: 'viewpoints', name: 'quan điểm', words: ['quan điểm'] },
  { part: 'goals', name: 'mục tiêu', words: ['mục tiêu', 'chỉ tiêu'] },
  { part: 'tasks', name: 'nhiệm vụ, giải pháp', words: ['nhiệm vụ', 'giải pháp'] },
];

const TERMS = { most: 8, fewest: 4, weak: 0.35, strong: 0.5 };
/** Terms under which a part says too little to ask for it. */
const FEWEST = 2;
/** What a heading's terms count. */
const HEADING = 4;
/** How much less a term counts whose places are all in other parts. */
const ELSEWHERE = 0.6;
const IS = 'là';
const TAKE = 'lấy';
const LONGEST_SAYING = 6;
const SHORTEST_SAYING = 4;
/** What a saying counts among terms. */
const SAYING = 5;
/** Figures that a goal is remembered by. */
const FIGURES = 3;
const LONGEST_FIGURE = 6;

/** The viewpoints, goals and tasks of a resolution, each with phrases of its own (`all`: the terms of the whole); parts that it does not have are left out. */
export function suggestFacets(reading: Reading, all: readonly Term[]): NamedPhrases[] {
  const counts = new Map(all.map(({ key, places }) => [key, places.length]));
  return FACETS.flatMap(({ part, name, words }) => {
    const blocks = reading.blocks.filter((block) => block.part === part);
    // The part's own heading says what it is called, and nothing of what it says.
    const ranges = blocks
      .filter(({ isPartHeading, tokens, heading }) => !isPartHeading || heading === null || heading.to < tokens.to)
      .map(({ tokens }) => tokens);
    const headings = part === 'tasks' ? blocks.flatMap(({ heading, isTask }) => (isTask && heading !== null ? heading : [])) : [];
    const isHeading = (token: number): boolean => headings.some(({ from, to }) => token >= from && token < to);
    const terms = findTerms(ranges.flatMap(reading.wordsOf), (token) => (isHeading(token) ? HEADING : 1));
    const candidates = terms
      .map((term) => toCandidate(reading, term, term.score * (1 - ELSEWHERE * (1 - term.places.length / (counts.get(term.key) ?? 1)))))
      .sort((a, b) => b.value - a.value);
    const sayings = part === 'viewpoints' ? ranges.flatMap((range) => sayingsIn(reading, range)) : [];
    const phrases = choosePhrases([...sayings, ...candidates], TERMS);
    if (phrases.length < FEWEST) return [];
    const figures = part === 'goals' ? figuresOf(reading, ranges) : [];
    return [{ name, phrases: [...words, ...figures, ...phrases] }];
  });
}

/** What a viewpoint says in a few words: "người dân là chủ thể". */
function sayingsIn({ text, tokens, wordsOf }: Reading, range: Range): Candidate[] {
  return wordsOf(range).flatMap((words) => {
    const keyAt = (at: number): string => surfaceOf(text, tokens, words[at]!).toLowerCase();
    const is = words.findIndex((_, at) => keyAt(at) === IS);
    if (is < 1) return [];
    const from = words[keyAt(0) === TAKE && is > 1 ? 1 : 0]!.from;
    // Neither grammar nor a lone noun ends a saying, unless the clause ends with it.
    const end = words.findLast(({ to, from: start, role }, i) => {
      const endsWell = i === words.length - 1 || (role !== BREAK && to - start > 1);
      return i > is && i <= is + 2 && endsWell && to - from <= LONGEST_SAYING;
    });
    if (end === undefined || end.to - from < SHORTEST_SAYING) return [];
    const saying = surfaceOf(text, tokens, { from, to: end.to });
    return [{ text: saying.charAt(0).toLowerCase() + saying.slice(1), key: saying, words: [], value: SAYING }];
  });
}

/** The year that goals are set for, and shares with what they are of: "75% lao động qua đào tạo". */
function figuresOf(reading: Reading, ranges: readonly Range[]): string[] {
  const { text, tokens, blocks } = reading;
  const years = new Map<string, number>();
  const body = text.slice(tokens[blocks[0]!.tokens.from]?.span.start ?? 0);
  for (const { 1: year } of body.matchAll(/đến năm (20\d\d)/giu)) years.set(year!, (years.get(year!) ?? 0) + 1);
  const [year] = [...years].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const figures = ranges.flatMap(({ from, to }) => sharesIn(reading, from, to));
  return [...(year ? [`đến năm ${year[0]}`] : []), ...figures.slice(0, FIGURES)];
}

function sharesIn({ text, tokens, wordsOf }: Reading, from: number, to: number): string[] {
  const shares: string[] = [];
  for (let at = from; at + 2 < to; at++) {
    const { start, end } = tokens[at]!.span;
    const isShare =
      /^\d+$/.test(text.slice(start, end)) &&
      /^\s*%\s/.test(text.slice(end, tokens[at + 1]!.span.start)) &&
      !/[\d,.]/.test(text[start - 1] ?? '');
    if (!isShare) continue;
    const [words = []] = wordsOf({ from: at + 1, to: Math.min(to, at + 2 + LONGEST_FIGURE) });
    const cut = words.findLastIndex((word) => word.role !== BREAK && word.to - at <= LONGEST_FIGURE);
    const last = words[cut]?.to ?? at;
    // What goes on behind it would be cut in the middle.
    const isCut = words[cut + 1] !== undefined && words[cut + 1]!.role !== BREAK;
    const isAbout = words.slice(0, cut + 1).some(({ role }) => role === CONTENT);
    if (last - at < 3 || isCut || !isAbout) continue;
    shares.push(`${text.slice(start, end)}% ${surfaceOf(text, tokens, { from: at + 1, to: last })}`);
  }
  return shares;
}
