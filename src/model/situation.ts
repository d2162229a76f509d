/** What a situation says; `job`: the work that it is tied to. */
export interface SituationContent {
  readonly job: string;
  readonly title: string;
  /** What is asked of whoever writes. */
  readonly prompt: string;
}

/** A situation of a library. */
export interface Situation extends SituationContent {
  readonly id: string;
  readonly unitName: string;
  /** Whether it is the unit's own; those of units above can be read and used, not changed. */
  readonly isOwn: boolean;
  /** ISO 8601, UTC; null while it is offered. */
  readonly archivedAt: string | null;
  readonly revision: number;
}

/** Characters at most. */
export const SITUATION_LIMITS = { job: 100, title: 200, prompt: 5000 } as const;
