import type { Assessment, Match } from '../model/assessment.js';
import type { Span } from '../model/span.js';
import { isUnread } from './need.js';

/** A passage of the attempt before, and where it still stands in the new one; `now` is empty where it is gone. */
export interface RemainingPassage {
  /** Its place in the attempt before. */
  readonly before: Span;
  readonly syllables: number;
  /** Places in the new attempt that share the same stretch of the same text. */
  readonly now: readonly Span[];
  /** How much of the stretch in the other text is still shared, 0..1. */
  readonly share: number;
}

/** A new attempt held against the one before. */
export interface Remaining {
  /** Of the attempt before, in its order. */
  readonly passages: readonly RemainingPassage[];
  /** Share of the attempt before that stands in the new one, weighed as `similarityOfThat`, 0..1; null where it was not found again. */
  readonly kept: number | null;
}

/** Less of a stretch is chance. */
const STILL = 0.2;

/** Whether what an attempt shared with others still stands in the next one: the same stretch of the same text. null when one of them could not be read. */
export function remainingOf(before: Assessment, now: Assessment): Remaining | null {
  if (isUnread(before) || isUnread(now)) return null;
  const found = new Map(now.matches.map((match) => [match.id, match]));
  const passages = before.matches
    .filter(({ kind }) => kind !== 'earlier-attempt')
    .flatMap((match) => match.passages.map(({ first, second, syllables }) => remaining(first, second, syllables, found.get(match.id))));
  const former = now.matches.find(({ id }) => id === before.submission.id);
  return { passages: eachOnce(passages), kept: former?.similarityOfThat ?? null };
}

function remaining(before: Span, second: Span, syllables: number, match: Match | undefined): RemainingPassage {
  const met = (match?.passages ?? []).filter((one) => common(one.second, second) > 0);
  const covered = met.reduce((sum, one) => sum + common(one.second, second), 0);
  const share = Math.min(1, covered / Math.max(1, second.end - second.start));
  const now = share < STILL ? [] : met.map(({ first }) => ({ start: first.start, end: first.end }));
  return { before: { start: before.start, end: before.end }, syllables, now, share: now.length === 0 ? 0 : share };
}

/** What several texts share is one stretch of the writer's: that which still stands most counts. */
function eachOnce(passages: readonly RemainingPassage[]): RemainingPassage[] {
  const kept: RemainingPassage[] = [];
  const strongestFirst = [...passages].sort((one, other) => other.share - one.share || other.syllables - one.syllables);
  for (const passage of strongestFirst) {
    const { start, end } = passage.before;
    if (kept.every(({ before }) => 2 * common(before, passage.before) <= end - start)) kept.push(passage);
  }
  return kept.sort((one, other) => one.before.start - other.before.start);
}

const common = (one: Span, other: Span): number => Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
