import type { ShownDocument } from '../../model/batch.js';
import type { CampaignRecord } from '../../model/campaign-record.js';
import type { Conclusion, ResultRecord } from '../../model/result-record.js';
import type { StoredOriginal } from './originals.js';
import type { Attempt, SecondLook } from './rounds.js';
import type { GroupTask } from './writers.js';

/** A file that was handed in and has no result yet. `failed`: the machine could not go on with it; `skipped` says why it is no new essay. */
export interface Pending {
  readonly file: string;
  readonly number: number;
  readonly at: string;
  readonly state: 'working' | 'failed' | 'skipped';
  readonly reason: string | null;
}

/** How it stands with a member in one campaign. */
export interface Standing {
  readonly campaign: CampaignRecord;
  /** What is to be written, and by when the first essay is due (YYYY-MM-DD), for this member; null where nobody said. */
  readonly prompt: string;
  readonly due: string | null;
  readonly exemption: string;
  /** Oldest first. */
  readonly attempts: readonly Attempt[];
  readonly pending: Pending | null;
  /** The round that an essay may be handed in for now, and by when; null when none may. */
  readonly open: { readonly number: number; readonly due: string | null } | null;
  readonly looks: readonly SecondLook[];
  /** Times that an essay may still be compared without being handed in. */
  readonly preChecks: number;
}

/** Another campaign that the member wrote for. */
export interface PastCampaign {
  readonly id: string;
  readonly name: string;
  readonly attempts: readonly Attempt[];
}

/** What a member sees and does: everything is that of the person of the scope. Every call rejects with AppError `unknown-id` for what is not theirs. */
export interface Own {
  standing(campaign: string): Promise<Standing>;
  /** Other campaigns with essays of theirs, newest first. */
  past(campaign: string): Promise<readonly PastCampaign[]>;
  /** An essay of theirs that people have concluded on, with what was found of it and of the attempt before. */
  result(submission: string): Promise<OwnResult>;
  /** Keeps a received file as their essay and queues its assessment. AppError `round-closed` when none may be handed in now. */
  handIn(campaign: string, file: string, original: StoredOriginal): Promise<void>;
  /** Asks the committee to look at a conclusion again, once for each. AppError `look-asked`. */
  askLook(submission: string, words: string): Promise<SecondLook>;
  /** Counts one comparison without handing in, and tells what it needs. AppError `no-pre-check-left`. */
  takePreCheck(campaign: string): Promise<PreCheckWriter>;
}

export interface OwnResult {
  readonly campaign: CampaignRecord;
  readonly attempt: Attempt & { readonly conclusion: Conclusion };
  readonly result: ResultRecord;
  /** The last attempt before it that was read and concluded on. */
  readonly before: { readonly number: number; readonly result: ResultRecord } | null;
  /** By when it is to be handed in again, if it is: the day of the round that was opened for that, else the campaign's; YYYY-MM-DD. */
  readonly rewriteBy: string | null;
  /** Null when the text could not be read. */
  readonly document: ShownDocument | null;
}

/** Who has an essay compared that is not handed in. */
export interface PreCheckWriter {
  readonly person: string;
  /** Under which essays of theirs are kept. */
  readonly member: string;
  readonly tenant: string;
  /** Unit as essays name it. */
  readonly unit: string;
  /** What their group is to write about; null for what everybody is. */
  readonly task: GroupTask | null;
}
