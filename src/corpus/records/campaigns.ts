import type {
  CampaignDefinition,
  CampaignDocument,
  CampaignDraft,
  CampaignRecord,
  DocumentRef,
  DraftDifference,
} from '../../model/campaign-record.js';
import type { RecordedWork } from '../../model/result-record.js';
import type { Actor } from './actor.js';
import type { StoredOriginal } from './originals.js';

/** A campaign as a list shows it. */
export interface CampaignSummary extends CampaignRecord {
  /** Name of the unit whose it is. */
  readonly unitName: string;
  readonly batches: number;
  /** Essays with a result, by what is proposed, and how many of them people have concluded on. */
  readonly accept: number;
  readonly review: number;
  readonly rewrite: number;
  readonly concluded: number;
  /** Whether the machine has something to do for it. */
  readonly isBusy: boolean;
  /** Whether that is to compare essays anew whose writers are others, or are gone. */
  readonly isRefreshing: boolean;
  /** Whether something failed that may be tried again. */
  readonly isStopped: boolean;
}

export interface Campaigns {
  /** Newest first. */
  list(): Promise<readonly CampaignSummary[]>;
  get(id: string): Promise<CampaignRecord | null>;
  byName(name: string): Promise<CampaignRecord | null>;
  /** Rejects with AppError `campaign-exists` when the name is taken, `unknown-document` when a document is not kept. */
  create(definition: CampaignDefinition, actor: Actor): Promise<CampaignRecord>;
  /** Keeps a document that was received and read; the same content again keeps its name, and what was read of it this time. */
  addDocument(original: StoredOriginal, document: CampaignDocument): Promise<void>;
  /** Kept documents by SHA-256, each with the name that it was first kept under; unknown ones are left out. */
  documents(refs: readonly DocumentRef[]): Promise<ReadonlyMap<string, CampaignDocument>>;
  /**
   * Takes a changed definition. While the campaign has no result it counts at once, as a new version. Otherwise it
   * becomes the draft (in place of an earlier one) and a `reassess` job, and counts once `applyDraft` is called. Without
   * a difference from the draft, or from what counts where there is none, nothing changes unless the draft's job failed.
   * AppError `unknown-id`; `campaign-exists` when it changes the name, which never changes.
   */
  change(id: string, definition: CampaignDefinition, actor: Actor): Promise<CampaignRecord>;
  draft(id: string): Promise<CampaignDraft | null>;
  /** Keeps what a draft's job worked out, beside what counts, and ends the job. Nothing is kept of a draft that has been changed or discarded since. */
  recordDraft(work: RecordedWork, version: number): Promise<void>;
  /** What the draft would change, essays whose proposal changes first; null while it is not ready. AppError `unknown-id`. */
  differences(id: string): Promise<readonly DraftDifference[] | null>;
  /** The draft counts from now on; conclusions stay. AppError `no-draft` when there is none that is ready, or essays were added since: it is worked out again then. */
  applyDraft(id: string, actor: Actor): Promise<CampaignRecord>;
  /** Without a draft nothing changes. */
  discardDraft(id: string, actor: Actor): Promise<void>;
}
