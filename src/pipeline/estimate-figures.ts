import type { Assessment, Copied, Match } from '../model/assessment.js';
import type { Passage } from '../model/detection.js';
import type { Span } from '../model/span.js';
import type { FiguresWithout } from './exact-figures.js';

/*
 * For findings of an earlier version, which did not keep what figures are made of: a match gives up what the excluded passages
 * weigh of it, all matches together what no other match covers.
 */

/** Share of a passage's syllables that its weight must reach for it to count as a run, as compare/shares.ts has it. */
const MOSTLY_RARE = 0.5;

/** Matches and figures without some passages, which `leftOut` names by their places. */
export function estimateWithout({ matches, copied }: Assessment, leftOut: (match: Match) => ReadonlySet<number>): FiguresWithout {
  const after = matches.map((match) => withoutSome(match, leftOut(match)));
  const counted = (some: readonly Match[]): Match[] => some.filter(({ kind }) => kind !== 'earlier-attempt');
  return { matches: after, copied: copiedOf(copied, counted(matches), counted(after)) };
}

function withoutSome(match: Match, left: ReadonlySet<number>): Match {
  if (left.size === 0) return match;
  const passages = match.passages.filter((_, place) => !left.has(place));
  const all = weightOf(match.passages);
  const stays = all === 0 ? 0 : weightOf(passages) / all;
  const scale = (share: number | null): number | null => (share === null ? null : share * stays);
  return { ...match, passages, similarityOfThis: scale(match.similarityOfThis), similarityOfThat: scale(match.similarityOfThat) };
}

function copiedOf(found: Copied, before: readonly Match[], after: readonly Match[]): Copied {
  if (found.best === null || found.union === null) return found;
  const best = Math.max(0, ...after.map(({ similarityOfThis }) => similarityOfThis ?? 0));
  const covered = coverOf(before);
  const union = covered === 0 ? found.union : found.union * (coverOf(after) / covered);
  return {
    best: Math.min(best, found.best),
    union: Math.min(found.union, Math.max(union, best)),
    longestRun: longestOf(found, before, after),
  };
}

/** The longest run stays while its passage does; a run may be cut into passages, so that it is longer than each. */
function longestOf({ longestRun }: Copied, before: readonly Match[], after: readonly Match[]): number | null {
  if (longestRun === null) return null;
  const [longest, left] = [lengthsOf(before), lengthsOf(after)].map((lengths) => Math.max(0, ...lengths)) as [number, number];
  return left === longest ? longestRun : Math.min(longestRun, left);
}

const lengthsOf = (matches: readonly Match[]): number[] =>
  matches.flatMap(({ passages }) => passages.filter(countsAsRun).map(({ syllables }) => syllables));

const countsAsRun = ({ weight, syllables, beside }: Passage): boolean =>
  weight >= MOSTLY_RARE * syllables && beside !== 'first' && beside !== 'both';

/** A stretch with the share of the essay's words that each of its characters stands for. */
interface Density extends Span {
  readonly worth: number;
}

/** What all matches cover together, each place once by the match that weighs most there. */
function coverOf(matches: readonly Match[]): number {
  const stretches = matches.flatMap(densitiesOf);
  const edges = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let covered = 0;
  for (const [at, start] of edges.entries()) {
    const end = edges[at + 1] ?? start;
    const worths = stretches.filter((one) => one.start <= start && one.end >= end).map(({ worth }) => worth);
    covered += (end - start) * Math.max(0, ...worths);
  }
  return covered;
}

function densitiesOf({ passages, similarityOfThis }: Match): Density[] {
  const all = weightOf(passages);
  if (all === 0 || similarityOfThis === null) return [];
  return passages
    .filter(({ first }) => first.end > first.start)
    .map((passage) => {
      const { start, end } = passage.first;
      return { start, end, worth: (similarityOfThis * weightOf([passage])) / all / (end - start) };
    });
}

/** Beside the body nothing weighs anything. */
const weightOf = (passages: readonly Passage[]): number => passages.reduce((sum, { weight }) => sum + weight, 0);
