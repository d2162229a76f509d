import type { AuditKind, EventKind, LogEvent } from '../../model/result-record.js';
import type { Submission } from '../../model/submission.js';
import type { Actor } from './actor.js';
import type { AuditCheck, ChainedEvent } from './audit-lines.js';

/** Which lines of the log; what is left out does not matter. */
export interface LogFilter {
  readonly campaign?: string;
  readonly kinds?: readonly EventKind[];
  /** Part of the name of whoever acted. */
  readonly actor?: string;
  /** Id of an essay, or part of its file's name or of its writer's. */
  readonly essay?: string;
  /** ISO 8601, UTC: from then on, and before then. */
  readonly from?: string;
  readonly to?: string;
}

/** Something that was looked at, taken along or tried, and changed nothing. */
export interface AuditEvent {
  readonly actor: Actor;
  readonly kind: AuditKind;
  /** Whose log it belongs to; without one, that of the essay or the campaign. */
  readonly unit?: string;
  readonly campaign?: string;
  readonly submission?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What an essay is called. */
export type NamedEssay = Pick<Submission, 'file' | 'member' | 'unit'>;

export interface EventLog {
  /** Newest first; `before` is the sequence of the last one seen. */
  list(options: LogFilter & { readonly before?: number; readonly limit: number }): Promise<readonly LogEvent[]>;
  /** Oldest first, `limit` of them, with what each is chained by; `after` is the sequence of the last one seen, 0 at first. */
  chained(options: LogFilter & { readonly after: number; readonly limit: number }): Promise<readonly ChainedEvent[]>;
  /** Files and writers of essays that lines name, by their ids; those out of reach or no longer kept are left out. */
  essays(ids: readonly string[]): Promise<ReadonlyMap<string, NamedEssay>>;
  /** How many lines there are. */
  count(filter: LogFilter): Promise<number>;
  /** Adds lines. `viewed` stands there once for each account, essay, kind of view and hour: again is no change. */
  note(events: readonly AuditEvent[]): Promise<void>;
  /** Whether every line follows from the one before it, whoever's it is; otherwise the first one that does not. */
  check(): Promise<AuditCheck>;
  /** The same, as the sequence of that line; null when all fit. */
  verify(): Promise<number | null>;
}
