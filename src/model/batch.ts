import type { Assessment } from './assessment.js';
import type { Campaign } from './campaign.js';
import type { Group } from './detection.js';
import type { Span } from './span.js';

/** An input that is no essay (a lock file, a folder of the system, a second copy) and the Vietnamese reason. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
}

/** The text behind an id that an assessment names, for showing it. */
export interface ShownDocument {
  readonly file: string;
  readonly text: string;
  readonly quotedSpans: readonly Span[];
}

/** A batch assessed under one campaign: what every report is made from. */
export interface BatchAssessment {
  readonly campaign: Campaign;
  /** Every threshold and size in force. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** In the order given. */
  readonly assessments: readonly Assessment[];
  readonly groups: readonly Group[];
  readonly skipped: readonly Skipped[];
  /** Vietnamese sentences on what does not fit together, the roster and the files for instance. */
  readonly warnings: readonly string[];
  /** The assessed essays that could be read, the campaign's samples, and every kept text that a match names, by id. */
  readonly documents: ReadonlyMap<string, ShownDocument>;
}
