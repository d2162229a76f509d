import type { Generated } from 'kysely';
import type { Proposal } from '../../model/assessment.js';
import type { BatchState, ItemState, Job, JobKind, JobStep } from '../../model/batch-record.js';
import type { Encoding, FileFormat, SubmissionState } from '../../model/extraction.js';
import type { EventKind, Verdict } from '../../model/result-record.js';
import { APPLICATION_TABLES, type ApplicationTables } from './schema-application.js';
import { FIGURE_TABLES, type FigureTables } from './schema-figures.js';
import { LIST_TABLES, type ListTables } from './schema-lists.js';

/** An original file by its content, however many members handed it in. */
interface OriginalTable {
  readonly sha256: string;
  readonly bytes: number;
}

interface SubmissionTable {
  /** Order of receipt; never used again after a removal. */
  readonly sequence: Generated<number>;
  readonly id: string;
  readonly campaign: string | null;
  readonly member: string;
  readonly unit: string;
  readonly post: string;
  readonly place: string;
  readonly file: string;
  readonly sha256: string;
  readonly state: SubmissionState;
  /** ISO 8601, UTC. */
  readonly received_at: string;
  /** Id of the unit whose essay it is. */
  readonly tenant: string;
}

/** What extraction gave, for every submission; lists are JSON. */
interface TextTable {
  readonly submission: number;
  readonly text: string;
  readonly extraction_version: number;
  readonly format: FileFormat;
  readonly encoding: Encoding | null;
  readonly messages: string;
  readonly hidden: string;
  readonly furniture: string;
  readonly decoded: string;
  /** Asides, recognised places and font runs of the text: one object. */
  readonly places: string;
  readonly metadata: string;
  /** Tokens of the body; null when the essay could not be read. */
  readonly syllables: number | null;
}

/** How an essay is found again, for every submission. */
interface EssayIndexTable {
  readonly submission: number;
  /** `fingerprintMark` of the settings that it was made with. */
  readonly made_with: number;
  /** See index-blob.ts; null when the essay could not be read. */
  readonly data: Uint8Array | null;
}

/** Of readable essays only; see essay-blob.ts. */
interface EssayBlobTable {
  readonly submission: number;
  readonly version: number;
  readonly bytes: Uint8Array;
}

/** See model/file-traces.ts. */
interface TraceTable {
  readonly key: number;
  readonly submission: number;
}

interface SettingTable {
  readonly name: string;
  readonly value: string;
}

/** Originals that no row names any more and whose file may still be there. */
interface DoomedTable {
  readonly sha256: string;
}

interface CampaignTable {
  readonly id: string;
  /** Whose it is; the units below take part. */
  readonly unit: string;
  readonly name: string;
  /** The version that counts. */
  readonly version: number;
  readonly created_at: string;
}

interface CampaignVersionTable {
  readonly campaign: string;
  readonly version: number;
  readonly definition: string;
  readonly created_at: string;
}

/** At most one a campaign. */
interface DraftTable {
  readonly campaign: string;
  readonly version: number;
  readonly definition: string;
  readonly created_at: string;
  /** The job that works it out: what an earlier one finds is not about this draft. */
  readonly job: number;
  readonly is_ready: 0 | 1;
  /** Pairs, groups and quoted spans, JSON; null while it is not ready. */
  readonly findings: string | null;
}

interface DocumentTable {
  readonly sha256: string;
  readonly file: string;
  readonly text: string;
  /** Keys of its traces, JSON. */
  readonly traces: string;
}

interface BatchTable {
  readonly id: string;
  readonly campaign: string;
  /** Whose essays it brings. */
  readonly unit: string;
  /** Within its campaign and unit, from 1. */
  readonly number: number;
  /** What the page made up, so that one press makes one batch. */
  readonly key: string;
  readonly state: BatchState;
  readonly created_at: string;
  readonly roster: string | null;
  /** Highest number of an upload, removed ones included. */
  readonly last_upload: number;
}

/** Its original is needed until the batch is done or withdrawn. */
interface UploadTable {
  readonly batch: string;
  readonly number: number;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

interface BatchItemTable {
  readonly batch: string;
  readonly number: number;
  readonly file: string;
  readonly state: ItemState;
  /** Null once the essay has been removed. */
  readonly submission: string | null;
  readonly submission_state: SubmissionState | null;
  readonly reason: string | null;
}

/** Inputs of a batch that turned out to be no essays when it was assessed. */
interface SkippedTable {
  readonly batch: string;
  readonly position: number;
  readonly file: string;
  readonly reason: string;
}

interface WarningTable {
  readonly batch: string;
  readonly position: number;
  readonly text: string;
}

interface JobTable {
  readonly id: Generated<number>;
  readonly kind: JobKind;
  readonly campaign: string;
  readonly batch: string | null;
  readonly state: Job['state'];
  readonly attempts: number;
  readonly step: JobStep;
  readonly done: number;
  readonly total: number;
  readonly error: string | null;
  readonly actor: string;
  /** Why a batch is withdrawn; null for other jobs. */
  readonly reason: string | null;
}

/** An assessment without its submission: `brief` and `detail` are JSON, see result-json.ts. */
interface ResultTable {
  readonly submission: string;
  readonly campaign: string;
  readonly batch: string | null;
  readonly version: number;
  readonly proposal: Proposal;
  readonly brief: string;
  readonly detail: string;
  /** `brief` and `detail` as the machine found them, where people corrected them; null otherwise. */
  readonly found: string | null;
}

interface SimilarPairTable {
  readonly first: string;
  readonly second: string;
  readonly campaign: string;
  readonly similarity: number;
  readonly share_of_first: number | null;
  readonly share_of_second: number | null;
}

interface CampaignGroupTable {
  readonly campaign: string;
  readonly id: string;
  readonly position: number;
  readonly cohesion: number;
}

interface GroupMemberTable {
  readonly submission: string;
  readonly campaign: string;
  readonly group_id: string;
  readonly position: number;
  /** Similarity to the group's leader; null for the leader, and for all of a group that an earlier version gathered. */
  readonly to_leader: number | null;
}

interface QuotedSpanTable {
  readonly campaign: string;
  readonly id: string;
  readonly spans: string;
}

interface ConclusionTable {
  readonly submission: string;
  readonly revision: number;
  readonly verdict: Verdict;
  /** JSON. */
  readonly grounds: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

interface EventTable {
  readonly sequence: number;
  /** Whose log it belongs to; null for lines written before there were units, and for what concerns no unit. */
  readonly unit: string | null;
  readonly at: string;
  readonly actor: string;
  readonly kind: EventKind;
  readonly campaign: string | null;
  readonly batch: string | null;
  readonly submission: string | null;
  /** JSON. */
  readonly details: string;
  /** SHA-256 over the hash of the line before and this line, lower-case hexadecimal. */
  readonly hash: string;
}

/** The database as the newest migration leaves it. */
export interface CorpusTables extends ApplicationTables, ListTables, FigureTables {
  readonly original: OriginalTable;
  readonly submission: SubmissionTable;
  readonly text: TextTable;
  readonly essay_blob: EssayBlobTable;
  readonly essay_index: EssayIndexTable;
  readonly trace: TraceTable;
  readonly setting: SettingTable;
  readonly doomed: DoomedTable;
  readonly campaign: CampaignTable;
  readonly campaign_version: CampaignVersionTable;
  readonly draft: DraftTable;
  readonly document: DocumentTable;
  readonly batch: BatchTable;
  readonly upload: UploadTable;
  readonly batch_item: BatchItemTable;
  readonly skipped: SkippedTable;
  readonly warning: WarningTable;
  readonly job: JobTable;
  readonly draft_result: Omit<ResultTable, 'batch' | 'version' | 'found'>;
  readonly result: ResultTable;
  readonly similar_pair: SimilarPairTable;
  readonly campaign_group: CampaignGroupTable;
  readonly group_member: GroupMemberTable;
  readonly quoted_span: QuotedSpanTable;
  readonly conclusion: ConclusionTable;
  readonly event: EventTable;
}

/** Every table that a corpus must have. */
export const TABLE_NAMES: readonly (keyof CorpusTables)[] = [
  ...(['original', 'submission', 'text', 'essay_blob', 'essay_index', 'trace', 'setting', 'doomed', 'account', 'session'] as const),
  ...(['campaign', 'campaign_version', 'draft', 'document', 'batch', 'upload', 'batch_item', 'skipped', 'warning', 'job'] as const),
  ...(['draft_result', 'result', 'similar_pair', 'campaign_group', 'group_member', 'quoted_span', 'conclusion', 'event'] as const),
  ...APPLICATION_TABLES,
  ...LIST_TABLES,
  ...FIGURE_TABLES,
];
