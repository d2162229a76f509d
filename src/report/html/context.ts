import type { Assessment, Match } from '../../model/assessment.js';
import type { BatchAssessment } from '../../model/batch.js';
import { nameShortener } from '../file-names.js';
import { sortByNeed } from '../need.js';
import { type PlannedMatch, planMatches } from './plan-matches.js';

/** What every part of the page needs to know: order, numbers, names and places. */
export interface PageContext {
  readonly batch: BatchAssessment;
  readonly generatedAt: Date;
  /** What needs a person first. */
  readonly ordered: readonly Assessment[];
  readonly byId: ReadonlyMap<string, Assessment>;
  /** The matches of each essay by the id of the other text. */
  readonly matches: ReadonlyMap<string, ReadonlyMap<string, Match>>;
  /** Number of an essay in its order of receipt within the batch, from 1; also its anchor, "bai-7". */
  readonly numbers: ReadonlyMap<string, number>;
  /** Number of a group, from 1, in the order of the batch; also its anchor, "nhom-1". */
  readonly groupNumbers: ReadonlyMap<string, number>;
  readonly plans: ReadonlyMap<string, readonly PlannedMatch[]>;
  readonly shortName: (file: string) => string;
}

/** Lays out the page before any of it is written. */
export function layOut(batch: BatchAssessment, generatedAt: Date): PageContext {
  const ordered = sortByNeed(batch.assessments);
  const byReceipt = [...batch.assessments].sort((one, two) => one.submission.sequence - two.submission.sequence);
  const numbers = new Map(byReceipt.map(({ submission }, index) => [submission.id, index + 1]));
  return {
    batch,
    generatedAt,
    ordered,
    numbers,
    byId: new Map(batch.assessments.map((assessment) => [assessment.submission.id, assessment])),
    matches: new Map(
      batch.assessments.map(({ submission, matches }) => [submission.id, new Map(matches.map((match) => [match.id, match]))]),
    ),
    groupNumbers: new Map(batch.groups.map(({ id }, index) => [id, index + 1])),
    plans: planMatches(ordered, numbers),
    shortName: nameShortener(batch),
  };
}

/** Anchor of an essay's section. */
export function essayAnchor(context: PageContext, id: string): string {
  return `bai-${context.numbers.get(id) ?? 0}`;
}

/** Anchor and number of an essay's group, or null. */
export function groupOf(context: PageContext, assessment: Assessment): { readonly number: number; readonly anchor: string } | null {
  const number = assessment.group === null ? undefined : context.groupNumbers.get(assessment.group);
  return number === undefined ? null : { number, anchor: `nhom-${number}` };
}
