import type { DutyCounts } from '../../model/duty-counts.js';
import type { Duty } from '../../model/programme.js';
import type { Actor } from './actor.js';

/** What a campaign asks of units besides essays, and how far they have come with it. */
export interface Duties {
  /** AppError `unknown-id`. */
  of(campaign: string): Promise<readonly Duty[]>;
  /** Sets all of them, of an own campaign; `before`: those on the screen. AppError `duties-outdated`, `unknown-id`. */
  set(campaign: string, duties: readonly Duty[], before: readonly Duty[], actor: Actor): Promise<void>;
  /** Counts of the units in reach and all below them; of texts nothing. AppError `unknown-id`. */
  counts(campaign: string): Promise<DutyCounts>;
}
