import type { Assessment } from './assessment.js';
import type { Campaign } from './campaign.js';
import type { Calibration, Group, NewOverlap } from './detection.js';
import type { Extraction } from './extraction.js';
import type { NamedQuotes } from './quote.js';
import type { Span } from './span.js';

/** An input that is no essay (a lock file, a folder of the system, a second copy) and the Vietnamese reason. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
}

/** The campaign (null for essays that were only added to the corpus) and the unit that an essay was handed in for. */
export interface Origin {
  readonly campaign: string | null;
  readonly unit: string;
}

/** Places of a text that are shown apart from its body, or with a word of how they were read. */
export type ShownPlaces = Pick<Extraction, 'hidden' | 'asides' | 'recognised'>;

/** The text behind an id that an assessment names, for showing it. */
export interface ShownDocument extends ShownPlaces {
  readonly file: string;
  /** Where an essay of an earlier batch comes from; null for the essays of this batch and for samples. */
  readonly origin: Origin | null;
  /** Whether it is another unit's essay: then the text holds only the passages that a result names, unless the whole was approved. */
  readonly isForeign?: true;
  /** The own essay that such passages are shown beside; missing where the whole was approved. */
  readonly beside?: string;
  readonly text: string;
  readonly quotedSpans: readonly Span[];
  /** The same stretches cut by where they come from; missing where nobody looked for that. */
  readonly named?: NamedQuotes;
}

/** A batch assessed under one campaign: what every report is made from. */
export interface BatchAssessment {
  readonly campaign: Campaign;
  /** Every threshold and size in force. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** In the order given. */
  readonly assessments: readonly Assessment[];
  readonly groups: readonly Group[];
  /** null with too few essays, and where it was not worked out. */
  readonly calibration: Calibration | null;
  /** Kept essays of before that essays of this batch overlap. */
  readonly newOverlap: readonly NewOverlap[];
  readonly skipped: readonly Skipped[];
  /** Vietnamese sentences on what does not fit together, the roster and the files for instance. */
  readonly warnings: readonly string[];
  /** The assessed essays that could be read, the campaign's samples, and every kept text that a match names, by id. */
  readonly documents: ReadonlyMap<string, ShownDocument>;
}
