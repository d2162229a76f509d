import type { Assessment } from '../../model/assessment.js';
import type { Campaign } from '../../model/campaign.js';
import type { Corrections, ShownCorrections } from '../../model/correction.js';
import type { Verdict } from '../../model/result-record.js';
import type { Span } from '../../model/span.js';
import type { Actor } from './actor.js';
import type { NewConclusion } from './results.js';

/** Works corrections into what the machine found; the finding itself where there are none in force. */
export type Correct = (
  found: Assessment,
  corrections: Pick<Corrections, 'exclusions' | 'overrides'>,
  campaign: Pick<Campaign, 'themes' | 'policy'>,
) => Assessment;

export interface NewExclusion {
  /** Id of the other text, or `ANY_TEXT`. */
  readonly other: string;
  readonly span: Span;
  /** Corrections of the essay that were on the screen. */
  readonly revision: number;
}

/** One essay of a conclusion on several, with the revision of its conclusion that was on the screen, 0 for none. */
export interface GroupMember {
  readonly essay: string;
  readonly revision: number;
}

/** Who is to look at an essay; `account` is null for nobody by name. `revision` as it was on the screen, 0 for none. */
export interface NewAssignment {
  readonly essay: string;
  readonly account: string | null;
  readonly revision: number;
}

export interface Assignment {
  readonly account: string;
  /** Name of the account. */
  readonly name: string;
  readonly revision: number;
}

/** Somebody whom essays can be assigned to. */
export interface Reviewer {
  readonly id: string;
  readonly name: string;
  /** Essays without a conclusion that are assigned to them. */
  readonly open: number;
}

/** An essay that waits for a person. */
export interface QueuedEssay {
  readonly campaign: string;
  readonly campaignName: string;
  readonly essay: string;
  readonly file: string;
  /** Name of whoever wrote it, where the roster knows; empty otherwise. */
  readonly person: string;
  /** Card number or id of whoever wrote it, and their unit as the roster has it. */
  readonly member: string;
  readonly unit: string;
  readonly post: string;
  /** Number of its group among those of the campaign, from 1, and the group's id; null without one. */
  readonly group: { readonly id: string; readonly number: number } | null;
  readonly proposal: 'accept' | 'review' | 'rewrite';
  /** As in `Copied`. */
  readonly best: number | null;
  readonly longestRun: number | null;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly assigned: Assignment | null;
}

/** What reviewers do with what was found: who looks at what, corrections of single findings, groups decided once. */
export interface Review {
  /** What people corrected in an essay's findings. AppError `unknown-id`. */
  corrections(campaign: string, essay: string): Promise<ShownCorrections>;
  /**
   * Takes stretches of essays out of their comparison, all or none; their figures are worked out anew. Rejects with AppError
   * `correction-outdated` when another correction of one of them came in between, `unknown-id`.
   */
  exclude(
    campaign: string,
    exclusions: readonly (NewExclusion & { readonly essay: string })[],
    reason: string,
    actor: Actor,
  ): Promise<void>;
  /** Takes an exclusion back. AppError `correction-outdated` when another correction came in between, `unknown-id` also when it was taken back already. */
  undo(campaign: string, essay: string, exclusion: { readonly id: number; readonly revision: number }, actor: Actor): Promise<void>;
  /** Puts a person's word in the place of the machine's on a theme; `met` null gives the machine its word back. `revision` is that of this theme. AppError `correction-outdated`, `unknown-id`. */
  override(
    campaign: string,
    essay: string,
    word: { readonly theme: string; readonly met: boolean | null; readonly note: string; readonly revision: number },
    actor: Actor,
  ): Promise<void>;
  /** One conclusion on several members of a group, all or none. AppError `conclusion-outdated` with the others' conclusions, `unknown-id`. */
  decideGroup(
    campaign: string,
    group: string,
    decision: Omit<NewConclusion, 'revision'> & { readonly verdict: Verdict; readonly members: readonly GroupMember[] },
    actor: Actor,
  ): Promise<void>;
  /** Who may be given essays, by name. */
  reviewers(): Promise<readonly Reviewer[]>;
  /** Who looks at which essay of a campaign, by essay. */
  assignments(campaign: string): Promise<ReadonlyMap<string, Assignment>>;
  /** Gives essays to people, all or none. AppError `assignment-outdated` when one was given to somebody in between, `unknown-id`. */
  assign(campaign: string, assignments: readonly NewAssignment[], actor: Actor): Promise<void>;
  /** Essays without a conclusion that are assigned to whoever asks, and all of those of `units`. In order of receipt. */
  queue(units: readonly string[]): Promise<readonly QueuedEssay[]>;
  /** The task in the words that the writer of an essay was given; null where nobody was given one of their own. */
  promptOf(campaign: string, essay: string): Promise<string | null>;
}
