import type { SubmissionState } from './extraction.js';

/** One file handed in by one member. `sequence` is the order of receipt within the corpus, from 1. */
export interface Submission {
  readonly id: string;
  /** Name of the campaign; null for essays that were only added to the corpus. */
  readonly campaign: string | null;
  readonly member: string;
  readonly unit: string;
  /** Name as given, with the folder or archive it came from. */
  readonly file: string;
  /** Of the original bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly state: SubmissionState;
  readonly sequence: number;
}
