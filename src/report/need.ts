import type { Assessment } from '../model/assessment.js';

/** Whether the file gave no text, so that nothing could be assessed. */
export function isUnread(assessment: Assessment): boolean {
  const { state } = assessment.submission;
  return state !== 'ok' && state !== 'suspicious';
}

/** Whether a person must look at the file itself, whatever its figures. */
export function needsPerson(assessment: Assessment): boolean {
  return assessment.submission.state !== 'ok';
}

/** What needs a person first: rewrite, then files that could not be read, then review, then accept; within each the largest overlap. */
export function sortByNeed(assessments: readonly Assessment[]): Assessment[] {
  return [...assessments].sort((first, second) => {
    const order = rank(first) - rank(second);
    return order || compareOverlap(second, first) || first.submission.sequence - second.submission.sequence;
  });
}

function rank(assessment: Assessment): number {
  if (assessment.proposal === 'rewrite') return 0;
  if (assessment.proposal === 'accept') return 3;
  return isUnread(assessment) ? 1 : 2;
}

function compareOverlap(first: Assessment, second: Assessment): number {
  const one = first.copied;
  const two = second.copied;
  return known(one.best) - known(two.best) || known(one.union) - known(two.union) || known(one.longestRun) - known(two.longestRun);
}

function known(figure: number | null): number {
  return figure ?? -1;
}
