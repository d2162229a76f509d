import type { Submission } from '../model/submission.js';

/** Who wrote essays of which it is known: person by submission id. */
export type Writers = ReadonlyMap<string, string>;

/**
 * Whether one person wrote two essays: as people have said; where nobody has, by what stands for the member: card numbers are
 * told from each other within a unit, names of files are nobody's.
 */
export function isOneWriter(one: Submission, other: Submission, writers: Writers): boolean {
  const [first, second] = [writers.get(one.id), writers.get(other.id)];
  if (first !== undefined && second !== undefined) return first === second;
  return one.tenant === other.tenant && one.member === other.member;
}
