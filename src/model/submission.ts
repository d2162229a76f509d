import { FOUNDING_UNIT } from './access.js';
import type { SubmissionState } from './extraction.js';

/** What the roster says of whoever wrote an essay; empty where it says nothing. */
export type Writer = Pick<Submission, 'unit' | 'post' | 'place'>;

/** One file handed in by one member. `sequence` is the order of receipt within the corpus, from 1. */
export interface Submission {
  readonly id: string;
  /** Name of the campaign; null for essays that were only added to the corpus. */
  readonly campaign: string | null;
  /** Id of the unit whose essay it is: FOUNDING_UNIT unless the service received it for another one. */
  readonly tenant: string;
  readonly member: string;
  readonly unit: string;
  /** Post and place of work as the roster gives them; empty where nobody said. */
  readonly post: string;
  readonly place: string;
  /** Name as given, with the folder or archive it came from. */
  readonly file: string;
  /** Of the original bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly state: SubmissionState;
  readonly sequence: number;
}

/**
 * What counts as one unit where it is asked how many units have a wording or a file: cells of one name belong to different units of the service.
 * Of the founding unit, as of a corpus that only commands use, the name alone tells.
 */
export const countedUnit = ({ tenant, unit }: Pick<Submission, 'tenant' | 'unit'>): string =>
  tenant === FOUNDING_UNIT ? unit : `${tenant}\u0000${unit}`;
