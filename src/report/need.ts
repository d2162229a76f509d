import type { Advisory, Assessment } from '../model/assessment.js';
import { ADVISORY_WORDS, STATE_WORDS, UNREAD_WORDS } from './words.js';

/** Whether the file gave no text, so that nothing could be assessed. */
export function isUnread({ submission: { state }, syllables }: Assessment): boolean {
  return syllables === null || (state !== 'ok' && state !== 'suspicious');
}

/** Whether a person must look at the file itself, whatever its figures: it was not read, not all of it was, or it is odd. */
export function needsPerson(assessment: Assessment): boolean {
  return assessment.submission.state !== 'ok' || isUnread(assessment) || partialAdvisory(assessment) !== undefined;
}

/** What to tell that person: the messages about the file and, where none of them says so, that a part of it is missing. */
export function fileNotes(assessment: Assessment): string[] {
  const partial = assessment.messages.some(({ code }) => code === 'partial-text') ? undefined : partialAdvisory(assessment);
  return [...assessment.messages, ...(partial === undefined ? [] : [partial])].map(({ text }) => text);
}

/** In a few words, without the name of the file, why a person must look at it. */
export function fileState(assessment: Assessment): string {
  const { state } = assessment.submission;
  const code = assessment.messages[0]?.code ?? '';
  if (state === 'suspicious') return STATE_WORDS.suspicious;
  if (isUnread(assessment)) return UNREAD_WORDS[code] ?? (state === 'ok' ? 'không có chữ nào để soát' : STATE_WORDS[state]);
  return partialAdvisory(assessment) === undefined ? STATE_WORDS[state] : ADVISORY_WORDS['partial-text'].toLowerCase();
}

/** The weightiest reason as a row of a table shows it: a file without text has a long message, which stands elsewhere. Empty without any. */
export function mainReason(assessment: Assessment): string {
  if (!isUnread(assessment)) return assessment.reasons[0]?.text ?? '';
  const words = fileState(assessment);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function partialAdvisory({ advisories }: Assessment): Advisory | undefined {
  return advisories.find(({ code }) => code === 'partial-text');
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
