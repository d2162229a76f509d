import type { Campaign, GroupThemes } from './campaign.js';

/** A file that a campaign rests on, known by its content; `sha256` is lower-case hexadecimal. */
export interface DocumentRef {
  /** Name as given. */
  readonly file: string;
  readonly sha256: string;
}

/** A campaign as the service keeps it: as its file would have it, but with its documents known by their content. */
export interface CampaignDefinition extends Omit<Campaign, 'references' | 'templates' | 'samples'> {
  readonly references: readonly DocumentRef[];
  readonly templates: readonly DocumentRef[];
  readonly samples: readonly DocumentRef[];
  /** Groups with themes of their own, each once. */
  readonly groups: readonly GroupThemes[];
}

/** A kept document that could be read; `text` is what was extracted of it. */
export interface CampaignDocument extends DocumentRef {
  readonly text: string;
  /** Keys of the traces in its file (model/file-traces.ts): who fills in a form takes them over. */
  readonly traces: readonly string[];
}

/** A campaign in force. Its name, one of a kind within its unit, never changes: essays belong to the campaign of that name, whoever handed them in. */
export interface CampaignRecord {
  /** Random; says nothing of what it names. */
  readonly id: string;
  /** Id of the unit whose it is; those below take part. */
  readonly unit: string;
  readonly name: string;
  /** From 1; every change of the definition that counts is a new version. */
  readonly version: number;
  readonly definition: CampaignDefinition;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** A changed definition whose consequences are being worked out, or are there to be looked at; it does not count yet. */
export interface CampaignDraft {
  readonly version: number;
  readonly definition: CampaignDefinition;
  /** Whether its differences can be shown. */
  readonly isReady: boolean;
  readonly createdAt: string;
}

/** What a changed definition would do to one essay that has a result. Figures are shares 0..1 or null, as in `Copied`. */
export interface DraftDifference {
  readonly id: string;
  readonly file: string;
  readonly before: DraftFigures;
  readonly after: DraftFigures;
}

export interface DraftFigures {
  readonly proposal: 'accept' | 'review' | 'rewrite';
  readonly best: number | null;
  readonly quoted: number | null;
  /** Required themes that are met, and all of them. */
  readonly met: number;
  readonly required: number;
}
