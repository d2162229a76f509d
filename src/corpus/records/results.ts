import type { Ground } from '../../model/assessment.js';
import type { ShownDocument, Skipped } from '../../model/batch.js';
import type { Group } from '../../model/detection.js';
import type { Conclusion, RecordedWork, ResultRecord, SimilarPair, Verdict } from '../../model/result-record.js';
import type { Submission } from '../../model/submission.js';
import type { Actor } from './actor.js';

export interface NewConclusion {
  readonly verdict: Verdict;
  readonly grounds: readonly Ground[];
  readonly reason: string;
  /** Revision that was on the screen, 0 for none. */
  readonly revision: number;
}

export interface Results {
  /** Differs once what is known of this campaign's essays has changed: results, groups, pairs or conclusions. Cheap to ask for. */
  mark(campaign: string): Promise<string>;
  /** Every result of a campaign in order of receipt, briefly: without matches, quoted spans and evidence. */
  ofCampaign(campaign: string): Promise<readonly ResultRecord[]>;
  /** Null for an essay that has none in this campaign. */
  one(campaign: string, submission: string): Promise<ResultRecord | null>;
  /** Every essay of a campaign that has a result, with its batch, in order of receipt: `ofCampaign` without what was found. */
  essays(campaign: string): Promise<readonly { readonly submission: Submission; readonly batch: string | null }[]>;
  /** Which of these essays have a result, with the id of their campaign and their batch. */
  known(submissions: readonly string[]): Promise<ReadonlyMap<string, { readonly campaign: string; readonly batch: string | null }>>;
  /** Submissions of a batch that were read, in order of receipt. Of one that is being withdrawn only those that no other batch brought as well: the others stay. */
  submissionsOf(batch: string): Promise<readonly Submission[]>;
  /** Essays of any campaign whose result names an essay that is kept no more. */
  namingRemoved(): Promise<readonly string[]>;
  /** As the machine gathered them, their figures without the passages that people excluded. */
  groups(campaign: string): Promise<readonly Group[]>;
  /** Without the passages that people excluded. */
  pairs(campaign: string): Promise<readonly SimilarPair[]>;
  /** As the machine found them, for gathering groups; of pairs in reach only. */
  foundPairs(campaign: string): Promise<readonly SimilarPair[]>;
  /** Files of a campaign's batches that are no essays, and sentences on what did not fit together. */
  notes(campaign: string): Promise<{ readonly skipped: readonly Skipped[]; readonly warnings: readonly string[] }>;
  /** The text behind an id that a result of this campaign names: an essay of any campaign or one of its samples (`sample:` and its name). */
  document(campaign: string, id: string): Promise<ShownDocument | null>;
  /**
   * Results, pairs, groups, log lines and the end of the job, as a whole. Conclusions stay; an essay that has a batch keeps
   * it. When some of it was made under a version of a campaign that no longer counts, nothing is written and the job is
   * queued again. Drafts that were worked out without it are worked out anew. AppError `unknown-id` when the job is over.
   */
  record(work: RecordedWork): Promise<void>;
  /** As `record`, for a withdrawn batch whose essays have been removed. RangeError when the job is another one's. */
  recordWithdrawal(work: RecordedWork, batch: string): Promise<void>;
  /** Rejects with AppError `conclusion-outdated` when another one came in between, `unknown-id`. */
  conclude(campaign: string, submission: string, conclusion: NewConclusion, actor: Actor): Promise<Conclusion>;
  /** Concludes `accepted` on essays for which nothing else is proposed and nothing is concluded; all or none. AppError `not-acceptable`, `unknown-id`. */
  acceptAll(campaign: string, submissions: readonly string[], actor: Actor): Promise<void>;
}
