import type { Assessment, Ground } from './assessment.js';
import type { Skipped } from './batch.js';
import type { Group, NewOverlap } from './detection.js';
import type { Span } from './span.js';

export const VERDICTS = ['accepted', 'rewrite'] as const;
/** What people conclude. */
export type Verdict = (typeof VERDICTS)[number];

/** A person's conclusion on one essay. The newest counts; earlier ones stay on record. */
export interface Conclusion {
  readonly verdict: Verdict;
  /** Empty for `accepted`. */
  readonly grounds: readonly Ground[];
  /** In the words of the committee; may be empty for `accepted`. */
  readonly reason: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** From 1, counted per essay: who concludes says which one was on the screen. */
  readonly revision: number;
}

/** An assessment with what belongs to its place in the service. */
export interface ResultRecord {
  readonly assessment: Assessment;
  /** The batch it came with; null for an essay that a command kept. */
  readonly batch: string | null;
  /** Version of the campaign that it was assessed under. */
  readonly version: number;
  readonly conclusion: Conclusion | null;
}

/** How near two essays of one campaign are: what groups are gathered from. `first` < `second`. */
export interface SimilarPair {
  readonly first: string;
  readonly second: string;
  /** The smaller of the two unweighted shares, 0..1. */
  readonly similarity: number;
  /** Weighted share of the first one's own words that stand in the second, as `similarityOfThis`, and the other way round. */
  readonly shareOfFirst: number | null;
  readonly shareOfSecond: number | null;
}

/** Groups of one campaign, after a change, gathered under this version of it. */
export interface CampaignGroups {
  readonly campaign: string;
  readonly version: number;
  readonly groups: readonly Group[];
}

/** Everything that one job changes, written as a whole or not at all. */
export interface RecordedWork {
  readonly job: number;
  /** New and refreshed results, by the id of the campaign whose version they were made under. */
  readonly results: readonly {
    readonly campaign: string;
    readonly batch: string | null;
    readonly version: number;
    readonly assessment: Assessment;
  }[];
  /** Pairs found among essays of one campaign; those known already are replaced. */
  readonly pairs: readonly (SimilarPair & { readonly campaign: string })[];
  readonly groups: readonly CampaignGroups[];
  readonly newOverlap: readonly NewOverlap[];
  /** Spans of quotes in texts that matches name and that have no result of their own, by campaign. */
  readonly quoted: readonly { readonly campaign: string; readonly id: string; readonly spans: readonly Span[] }[];
  readonly skipped: readonly Skipped[];
  readonly warnings: readonly string[];
  /** The last change of writers that it takes into account; missing where none was asked for. */
  readonly writersUpTo?: number;
}

export const EVENT_KINDS = [
  'account-created',
  'campaign-created',
  'campaign-changed',
  'draft-discarded',
  'batch-created',
  'batch-sealed',
  'batch-assessed',
  'batch-withdrawn',
  'new-overlap',
  'concluded',
  'job-failed',
  'job-retried',
  'restored',
  'unit-created',
  'unit-changed',
  'account-invited',
  'account-changed',
  'roles-changed',
  'password-set',
  'signed-in',
  'sign-in-failed',
  'settings-changed',
  'erased',
  'backup-made',
  'roster-imported',
  'roster-changed',
  'essay-matched',
  'due-set',
  'round-opened',
  'member-invited',
  'member-submitted',
  'second-look-asked',
  'second-look-answered',
  'assigned',
  'group-decided',
  'passage-excluded',
  'exclusion-undone',
  'theme-overridden',
  'session-added',
  'session-changed',
  'session-removed',
  'attendance-marked',
  'material-added',
  'material-changed',
  'material-removed',
  'material-given',
  'situation-changed',
  'situation-imported',
  'exemplary-marked',
  'exemplary-undone',
  'batch-signed',
  'text-requested',
  'text-request-decided',
  'outline-given',
  'report-sent',
  'report-returned',
  'report-accepted',
  'question-imported',
  'question-changed',
  'quiz-changed',
  'quiz-opened',
  'quiz-closed',
  'door-opened',
  'door-closed',
  'duties-set',
  'in-charge-set',
  'programme-changed',
  'programme-opinion',
  'programme-remarked',
  'programme-issued',
  'viewed',
  'exported',
  'token-created',
  'token-revoked',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What changes nothing, and is noted all the same. */
export const AUDIT_KINDS = ['viewed', 'exported', 'signed-in', 'sign-in-failed'] as const satisfies readonly EventKind[];
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** One line of the log: who did what to what. Lines are chained by hash, so that none can be changed or left out unseen. */
export interface LogEvent {
  readonly sequence: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Name of the account, or "soatbai" for the machine itself. */
  readonly actor: string;
  readonly kind: EventKind;
  /** Whose log it belongs to; null for what concerns no unit, and for lines from before there were units. */
  readonly unit: string | null;
  readonly campaign: string | null;
  readonly batch: string | null;
  readonly submission: string | null;
  /** Further facts by name. */
  readonly details: Readonly<Record<string, unknown>>;
}
