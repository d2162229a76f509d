import type { CampaignRecord } from '../../model/campaign-record.js';
import type { Actor } from './actor.js';

/** The public page of a unit in a campaign. */
export interface Door {
  /** What its address ends with: 128 random bits. */
  readonly key: string;
  readonly openedBy: string;
  readonly openedAt: string;
}

/** What whoever comes through a door is shown. */
export interface OpenDoor {
  readonly campaign: CampaignRecord;
  readonly unitName: string;
  /** YYYY-MM-DD; null where nobody said. */
  readonly due: string | null;
  /** Quizzes of the unit that are open to everybody now. */
  readonly quizzes: readonly { readonly key: string; readonly title: string; readonly closes: string | null }[];
}

/** One public page for each unit in each campaign, open while the unit wants it. */
export interface Doors {
  /** Null while there is none. AppError `unknown-id`. */
  of(campaign: string): Promise<Door | null>;
  /** Opens it under a new address; an earlier one leads nowhere from then on. */
  open(campaign: string, actor: Actor): Promise<Door>;
  close(campaign: string, actor: Actor): Promise<void>;
  /** AppError `unknown-id` for an address that leads nowhere, or no more. */
  enter(key: string): Promise<OpenDoor>;
}
