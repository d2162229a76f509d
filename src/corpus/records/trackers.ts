import type { TrackedCampaign, Tracker, UnitGroup } from '../../model/tracker.js';

/** How far units have come, for those above them: figures and the names of units, of nobody's text more than shared passages. */
export interface Trackers {
  /** Campaigns of the units in reach, of those above and of those below, newest first. */
  list(): Promise<readonly TrackedCampaign[]>;
  /** `keyCadres`: of those alone who are marked as such. AppError `unknown-id`. */
  of(campaign: string, options: { readonly keyCadres: boolean }): Promise<Tracker>;
  /** Groups with essays of two units in reach or below at least. AppError `unknown-id`. */
  groups(campaign: string): Promise<readonly UnitGroup[]>;
}
