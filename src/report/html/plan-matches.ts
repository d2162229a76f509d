import type { Assessment, Match } from '../../model/assessment.js';
import type { Passage } from '../../model/detection.js';

/** How a match is shown: its passages side by side, in the section of the other essay, or as a list (texts on demand elsewhere). */
type MatchDisplay = 'pairs' | 'elsewhere' | 'list';

/** A match with its place in the page. */
export interface PlannedMatch {
  readonly match: Match;
  /** From 1, strongest first; the member's own earlier attempts come last, since they count for nothing. */
  readonly number: number;
  readonly anchor: string;
  readonly display: MatchDisplay;
  /** In the order of the essay. */
  readonly passages: readonly PlannedPassage[];
}

/** A passage with the place where both its texts stand, or that of its line in a list. */
export interface PlannedPassage {
  readonly passage: Passage;
  readonly number: number;
  readonly anchor: string;
}

/** UTF-16 units of passages, both sides, that one essay's section shows; its strongest match is shown whatever its length. */
const SHOWN_TEXT = 30_000;
/** The same for the whole page; beyond it every match but the strongest of each essay is a list. */
const SHOWN_ON_PAGE = 6_000_000;

/**
 * Decides for every essay which passages its section shows, so that a batch of copies stays readable and bounded: the passages
 * of two essays are set side by side once, in the section that comes first, and again only where they are the strongest match.
 */
export function planMatches(
  ordered: readonly Assessment[],
  numbers: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly PlannedMatch[]> {
  const plans = new Map<string, readonly PlannedMatch[]>();
  let leftOnPage = SHOWN_ON_PAGE;
  for (const assessment of ordered) {
    const { id } = assessment.submission;
    let left = SHOWN_TEXT;
    const plan: PlannedMatch[] = [];
    for (const match of sortMatches(assessment.matches)) {
      const base = { match, number: plan.length + 1, anchor: `k${numbers.get(id) ?? 0}-${plan.length + 1}` };
      const twin = plan.length === 0 ? undefined : findTwin(id, match, plans.get(match.id));
      const length = lengthOf(match);
      const fits = plan.length === 0 || length <= Math.min(left, leftOnPage);
      if (twin === undefined && fits) {
        left -= length;
        leftOnPage -= length;
      }
      plan.push(twin === undefined ? place(base, fits ? 'pairs' : 'list') : point(base, twin));
    }
    plans.set(id, plan);
  }
  return plans;
}

/** Strongest first; earlier attempts of the same member last. */
function sortMatches(matches: readonly Match[]): Match[] {
  return [...matches].sort((first, second) => {
    const apart = Number(first.kind === 'earlier-attempt') - Number(second.kind === 'earlier-attempt');
    return apart || (second.similarityOfThis ?? -1) - (first.similarityOfThis ?? -1) || syllablesOf(second) - syllablesOf(first);
  });
}

/** Syllables of all passages shown for a match. */
export function syllablesOf(match: Match): number {
  return match.passages.reduce((sum, { syllables }) => sum + syllables, 0);
}

type MatchPlace = Omit<PlannedMatch, 'display' | 'passages'>;

function place(base: MatchPlace, display: MatchDisplay): PlannedMatch {
  const passages = inOrder(base.match).map((passage, index) => ({ passage, number: index + 1, anchor: `${base.anchor}-${index + 1}` }));
  return { ...base, display, passages };
}

/** The same passages as `twin`, under their numbers and places there. */
function point(base: MatchPlace, twin: PlannedMatch): PlannedMatch {
  const passages = inOrder(base.match).flatMap((passage) => {
    const there = twin.passages.find((planned) => mirrors(planned.passage, passage));
    return there === undefined ? [] : [{ ...there, passage }];
  });
  return { ...base, display: 'elsewhere', passages };
}

function findTwin(id: string, match: Match, plan: readonly PlannedMatch[] | undefined): PlannedMatch | undefined {
  const twin = plan?.find((planned) => planned.match.id === id && planned.display === 'pairs');
  const complete = match.passages.every((passage) => twin?.passages.some((planned) => mirrors(planned.passage, passage)));
  return complete ? twin : undefined;
}

function mirrors(there: Passage, here: Passage): boolean {
  return (
    there.first.start === here.second.start &&
    there.first.end === here.second.end &&
    there.second.start === here.first.start &&
    there.second.end === here.first.end
  );
}

function inOrder(match: Match): Passage[] {
  return [...match.passages].sort((one, two) => one.first.start - two.first.start);
}

function lengthOf(match: Match): number {
  return match.passages.reduce((sum, { first, second }) => sum + first.end - first.start + second.end - second.start, 0);
}
