/** What was erased, told by ids and hashes alone, so that it can be erased again from a backup made before. */
export interface Erasure {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Unit whose data it was. */
  readonly unit: string;
  /** `person`: all that is kept of somebody, on their request. `campaign`: what people wrote in a campaign that is long over. */
  readonly what: 'person' | 'campaign';
  /** Id of the person; null for a campaign. */
  readonly person: string | null;
  /** Id of the campaign; null for a person, and where an earlier version erased nothing but its essays. */
  readonly campaign: string | null;
  /** Ids of the essays. */
  readonly submissions: readonly string[];
  /** What the contents of their files are told by (see `markOf`): what was received before and not read yet is not read any more. */
  readonly contents: readonly string[];
}
