import type { Logger } from 'pino';
import type { Records } from '../corpus/records/records.js';
import type { CampaignKind } from '../model/campaign.js';
import type { Extraction } from '../model/extraction.js';
import type { MeasuredText } from '../model/generic-text.js';
import type { OutlineParagraph } from '../pipeline/outline/outline-from-paragraphs.js';
import type { PreChecked, PreCheckFile } from '../pipeline/pre-check.js';
import type { ProgrammeText } from '../pipeline/programmes/measure-text.js';
import type { SheetRow } from '../pipeline/roster/read-roster.js';
import type { SuggestedCampaign, SuggestionSource } from '../pipeline/suggest-campaign.js';
import type { ExportJob } from '../report/export-job.js';
import type { Backups } from './backups.js';

/** How the service is reached. */
export interface ServiceSettings {
  /** Address under which people know the service, as `https://soatbai.example`; null when it is reached under any name. */
  readonly publicUrl: string | null;
  /** Proxies in front of the service whose forwarding headers are believed; 0 for none. */
  readonly trustProxy: number;
  /** Whether the service itself encrypts its connections. */
  readonly isTls: boolean;
  /** Whether only this machine can reach the service. */
  readonly isLocal: boolean;
  /** What making the first account asks for beside a name and a password; null for nothing. */
  readonly setupCode: string | null;
}

/** Everything that the web process works with; it opens nothing by itself. */
export interface ServiceParts {
  readonly records: Records;
  /** Reads one campaign document apart from this process; a bad file is an Extraction with its state. */
  readDocument(bytes: Uint8Array, name: string): Promise<Extraction>;
  /** What a campaign that rests on these documents could ask for; worked out apart from this process's own thread. */
  suggestCampaign(documents: readonly SuggestionSource[], kind: CampaignKind): Promise<SuggestedCampaign>;
  /** What is kept of a programme's text; worked out apart from this process's own thread. */
  measureProgramme(text: ProgrammeText): Promise<MeasuredText>;
  /** The rows of a workbook's first sheet, read apart from this process's own thread. Rejects with AppError `roster-file`. */
  readSheet(bytes: Uint8Array): Promise<readonly SheetRow[]>;
  /** The paragraphs of a Word file with their levels, read apart from this process's own thread. Rejects with AppError `reference-unreadable`. */
  readHeadings(bytes: Uint8Array): Promise<readonly OutlineParagraph[]>;
  /** Compares a file with all that is kept, apart from this process; nothing of it is kept. Rejects with AppError `pre-checks-busy` when too many wait. */
  preCheck(file: PreCheckFile): Promise<PreChecked>;
  /** Makes a file to be taken along, apart from this process's own thread: a large one takes seconds. */
  makeFile(job: ExportJob): Promise<Uint8Array>;
  /** Folder of the sample campaign: campaign.yaml with its documents, bai-nop.zip, roster.csv. */
  readonly sampleFolder: string;
  /** Folder of the built page: index.html and what it loads. */
  readonly webFolder: string;
  readonly settings: ServiceSettings;
  readonly backups: Backups;
  /** Room on the disk of the corpus. */
  freeBytes(): Promise<number>;
  readonly log: Logger;
  readonly version: string;
  now(): Date;
}
