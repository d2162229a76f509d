import type { Actor } from './actor.js';

/** A person of a roster, signed in by a one-time code for one campaign. */
export interface Member {
  readonly person: string;
  readonly name: string;
  /** Id and name of the unit that they belong to. */
  readonly unit: string;
  readonly unitName: string;
  readonly campaign: string;
}

/** `waiting`: a code that was made can still be used. `used`, `expired`: of the newest one. */
export type CodeState = 'none' | 'waiting' | 'used' | 'expired';

/** Somebody of a campaign's roster, with how it stands with their code. */
export interface Seat {
  readonly person: string;
  readonly name: string;
  readonly card: string;
  readonly cell: string;
  readonly post: string;
  /** Why they need not write; empty when they must. */
  readonly exemption: string;
  readonly code: CodeState;
  /** When the code ends, or was used; ISO 8601, UTC. Null without one. */
  readonly until: string | null;
  /** Essays of theirs in this campaign. */
  readonly attempts: number;
}

/** A code of which only a hash is known here. */
export interface NewCode {
  readonly person: string;
  /** SHA-256, lower-case hexadecimal. */
  readonly hash: string;
}

/** Members as committees let them in, and as they come. */
export interface Members {
  /** The roster of a campaign by name. AppError `unknown-id`. */
  seats(campaign: string): Promise<readonly Seat[]>;
  /** Makes codes that can be used once, for 14 days; codes of the same people that were not used end. Answers with when they end. AppError `unknown-id` when one of them is not on the roster. */
  makeCodes(campaign: string, codes: readonly NewCode[], actor: Actor): Promise<string>;
  /** Uses a code up; null when there is none that can be used. */
  enter(hash: string): Promise<Member | null>;
  /** Whom a session is of; null once they are not on the roster any more. */
  find(person: string, campaign: string): Promise<Member | null>;
}
