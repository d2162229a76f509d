import type { SubmissionState } from './extraction.js';

/**
 * `receiving`: files may still come. `queued`: all are here, and the machine goes on by itself. `working`, `done`,
 * `failed` (its job says why; it can be tried again), `withdrawing` and `withdrawn` (its essays are gone, the log stays).
 */
export const BATCH_STATES = ['receiving', 'queued', 'working', 'done', 'failed', 'withdrawing', 'withdrawn'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** A batch of files handed in together for one campaign. */
export interface BatchRecord {
  /** Random. */
  readonly id: string;
  readonly campaign: string;
  /** Id of the unit whose essays it brings. */
  readonly unit: string;
  /** Number within its campaign and unit, from 1. */
  readonly number: number;
  readonly state: BatchState;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** Text of the roster that came with it, CSV; null without one. */
  readonly roster: string | null;
  /** Files handed in, archives counted as one; what they take up in bytes. */
  readonly uploads: number;
  readonly bytes: number;
  /** Essay files found in them, and how many are through; 0 until the machine has looked into the archives. */
  readonly items: number;
  readonly done: number;
}

/** A file as it was handed in: stored for good once this record is there. */
export interface Upload {
  /** Number within its batch, from 1, in the order of arrival. */
  readonly number: number;
  /** Name as given, folders included, joined by "/", NFC. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** `waiting` for its turn, `read` (kept as a submission, whatever its state) or `skipped` (no essay; `reason` says why). */
export type ItemState = 'waiting' | 'read' | 'skipped';

/** One file that may be an essay: an upload, or what lies in one. Names are those of the report: `archive.zip/inner/path.docx`. */
export interface BatchItem {
  /** Number within its batch, from 1. */
  readonly number: number;
  readonly file: string;
  readonly state: ItemState;
  /** What it was kept as; of a skipped one, the essay of another batch that it is. Null without either, and once that has been removed. */
  readonly submission: string | null;
  /** Of a read one; null otherwise. */
  readonly submissionState: SubmissionState | null;
  /** Vietnamese: why it was skipped, or what is wrong with a file that was read; null when nothing is. */
  readonly reason: string | null;
}

export const JOB_KINDS = ['assess', 'withdraw', 'reassess', 'refresh'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** What the machine is at, in the order of its work. */
export const JOB_STEPS = ['waiting', 'list', 'read', 'match', 'refresh', 'record'] as const;
export type JobStep = (typeof JOB_STEPS)[number];

/** Work that survives the process that does it: whoever finds it unfinished goes on with it. */
export interface Job {
  readonly id: number;
  readonly kind: JobKind;
  readonly campaign: string;
  /** Of `assess` and `withdraw`; null for `reassess`. */
  readonly batch: string | null;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  /** Times it was begun. */
  readonly attempts: number;
  readonly step: JobStep;
  readonly done: number;
  readonly total: number;
  /** Vietnamese; null unless it failed. */
  readonly error: string | null;
  /** Who asked for it. */
  readonly actor: string;
}
