import type { Advisory, Copied, Match, Proposal, Reason, ThemeScore } from '../model/assessment.js';
import type { SubmissionState } from '../model/extraction.js';
import type { Span } from '../model/span.js';

/** All that a proposal rests on. */
export interface Findings {
  readonly state: SubmissionState;
  /** The file's first message, quoted as the reason when there is no text. */
  readonly unreadBecause: string;
  /** The whole text, named as the place of a reason that is about all of it. */
  readonly whole: Span;
  readonly syllables: number | null;
  readonly copied: Copied;
  /** Matches that count. */
  readonly matches: readonly Match[];
  readonly themes: readonly ThemeScore[];
  /** Ids of themes that are unmet only since what is copied does not count; missing where nothing is copied. */
  readonly lostToCopies?: ReadonlySet<string>;
  readonly advisories: readonly Advisory[];
}

/** A reason and the proposal that it alone would lead to. */
export interface WeighedReason {
  readonly level: Exclude<Proposal, 'accept'>;
  readonly reason: Reason;
}
