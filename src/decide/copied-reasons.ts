import type { Match, Reason } from '../model/assessment.js';
import type { Policy } from '../model/campaign.js';
import type { Passage } from '../model/detection.js';
import type { Findings, WeighedReason } from './findings.js';
import { besideThere, copiedBeside, copiedBest, copiedPassage, copiedUnion, type Level } from './messages.js';

/** Reasons that rest on shared text, each with the heaviest match and its longest passage as the place to look. */
export function copiedReasons({ copied, matches, whole }: Pick<Findings, 'copied' | 'matches' | 'whole'>, policy: Policy): WeighedReason[] {
  const reasons: WeighedReason[] = [];
  const heaviest = [...matches].sort((a, b) => (b.similarityOfThis ?? 0) - (a.similarityOfThis ?? 0))[0];
  const best = reached(copied.best, policy.rewrite.best, policy.review.best);
  if (best !== null)
    add(best.level, 'copied-best', copiedBest(best.value, best.limit, best.level, lastPart(heaviest?.file ?? '')), heaviest);
  const union = reached(copied.union, policy.rewrite.union, policy.review.union);
  if (union !== null) add(union.level, 'copied-union', copiedUnion(union.value, union.limit, union.level), heaviest);
  const passage = reached(copied.longestRun, null, policy.review.passage);
  if (passage !== null) add('review', 'copied-passage', copiedPassage(passage.value, passage.limit), matchOfLongest(matches));
  return [...reasons, ...besideReasons(matches, policy)];

  function add(level: Level, code: Reason['code'], text: string, match: Match | undefined): void {
    const span = match && longestPassage(match)?.first;
    const told = match && isMostlyBeside(match) ? `${text} ${besideThere(lastPart(match.file))}` : text;
    // A limit of 0 is reached without any match: then it is about the whole essay.
    const place = match === undefined ? { span: whole } : { ...(span && { span }), match: match.id };
    reasons.push({ level, reason: { code, text: told, ...place } });
  }
}

/** What stands beside the body counts in no figure, but whoever puts another's essay there has to be asked why. */
function besideReasons(matches: readonly Match[], { review }: Policy): WeighedReason[] {
  const beside = matches.map(({ passages, ...match }) => ({
    ...match,
    passages: passages.filter(isBesideHere),
  }));
  const most = beside.sort((a, b) => syllablesOf(b.passages) - syllablesOf(a.passages))[0];
  const longest = most && longestPassage(most);
  const found = reached(syllablesOf(most?.passages ?? []), null, review.passage);
  // With a limit of 0 also nothing reaches it.
  if (most === undefined || longest === undefined || found === null) return [];
  const text = copiedBeside(found.value, found.limit, lastPart(most.file));
  return [{ level: 'review', reason: { code: 'copied-passage', text, span: longest.first, match: most.id } }];
}

/** Syllables that stand beside the body here and in one other text: the largest number, 0 for none. */
export const mostBeside = (matches: readonly Match[]): number =>
  Math.max(0, ...matches.map(({ passages }) => syllablesOf(passages.filter(isBesideHere))));

const isBesideHere = ({ beside }: Passage): boolean => beside === 'first' || beside === 'both';

/** Whether most of what is shared with a text stands beside the body there. */
function isMostlyBeside({ passages }: Match): boolean {
  const there = passages.filter(({ beside }) => beside === 'second' || beside === 'both');
  return 2 * syllablesOf(there) > syllablesOf(passages);
}

const syllablesOf = (passages: readonly Passage[]): number => passages.reduce((sum, { syllables }) => sum + syllables, 0);

/** A file's name without its folders. */
const lastPart = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** The highest level whose limit a figure reaches, with figure and limit; null when it reaches none. */
function reached(
  value: number | null,
  rewrite: number | null,
  review: number | null,
): { value: number; limit: number; level: Level } | null {
  if (value === null) return null;
  if (rewrite !== null && value >= rewrite) return { value, limit: rewrite, level: 'rewrite' };
  if (review !== null && value >= review) return { value, limit: review, level: 'review' };
  return null;
}

const longestPassage = ({ passages }: Pick<Match, 'passages'>): Passage | undefined =>
  [...passages].sort((a, b) => b.syllables - a.syllables)[0];

const matchOfLongest = (matches: readonly Match[]): Match | undefined =>
  [...matches].sort((a, b) => (longestPassage(b)?.syllables ?? 0) - (longestPassage(a)?.syllables ?? 0))[0];
