import type { Generated } from 'kysely';
import type { Encoding, FileFormat, SubmissionState } from '../../model/extraction.js';

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
  readonly file: string;
  readonly sha256: string;
  readonly state: SubmissionState;
  /** ISO 8601, UTC. */
  readonly received_at: string;
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
  readonly metadata: string;
  /** Tokens; null when the essay could not be read. */
  readonly syllables: number | null;
}

/** Of readable essays only; see essay-blob.ts. */
interface EssayBlobTable {
  readonly submission: number;
  readonly version: number;
  readonly bytes: Uint8Array;
}

interface SettingTable {
  readonly name: string;
  readonly value: string;
}

/** The database as the newest migration leaves it. */
export interface CorpusTables {
  readonly original: OriginalTable;
  readonly submission: SubmissionTable;
  readonly text: TextTable;
  readonly essay_blob: EssayBlobTable;
  readonly setting: SettingTable;
}

export const TABLE_NAMES: readonly (keyof CorpusTables)[] = ['original', 'submission', 'text', 'essay_blob', 'setting'];
