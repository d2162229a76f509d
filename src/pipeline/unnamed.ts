import type { Submission, Writer } from '../model/submission.js';

type NamedFile = Pick<Submission, 'file' | 'sha256'>;

/** The member, and the unit, of a file that nobody is known to have written: its name and its bytes together. */
export const selfOf = ({ file, sha256 }: NamedFile): string => `${file}#${sha256.slice(0, 12)}`;

/** Whether nobody is known to have written an essay. */
export const isUnnamed = (essay: NamedFile & Pick<Submission, 'member'>): boolean => essay.member === selfOf(essay);

/** What the roster says of who wrote an essay: without one the unit is only a name made up for it, and so is empty here. */
export function rosterFacts(essay: Submission): Writer {
  const { unit, post, place } = essay;
  return { unit: isUnnamed(essay) ? '' : unit, post, place };
}

/**
 * Whether two essays are one file, handed in once with a roster and once without: the same name and bytes in the same
 * campaign. It would be found as a copy of itself.
 */
export function areTwins(one: Submission, other: Submission): boolean {
  const isSameFile =
    one.campaign === other.campaign && one.tenant === other.tenant && one.sha256 === other.sha256 && one.file === other.file;
  return isSameFile && isUnnamed(one) !== isUnnamed(other);
}
