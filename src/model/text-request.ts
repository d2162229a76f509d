/** What a request for another unit's whole text has come to; `withdrawn`: approved, and taken back since. */
export const TEXT_REQUEST_STATES = ['waiting', 'approved', 'refused', 'withdrawn'] as const;
export type TextRequestState = (typeof TEXT_REQUEST_STATES)[number];

/** What the unit that is asked may answer: `withdrawn` takes back what was approved. */
export const TEXT_REQUEST_ANSWERS = ['approved', 'refused', 'withdrawn'] as const;
export type TextRequestAnswer = (typeof TEXT_REQUEST_ANSWERS)[number];

/** Days that an approved text can be read. */
export const READABLE_DAYS = 30;

/** A unit's request to see the whole of an essay of another unit. Neither learns more of the other than its name. */
export interface TextRequest {
  readonly id: string;
  readonly campaign: string;
  readonly campaignName: string;
  /** Whether whoever looks asked (`sent`) or is asked (`received`). */
  readonly side: 'sent' | 'received';
  /** Name of the unit on the other side. */
  readonly unit: string;
  /** The own essay: the one beside which it was asked, or the one that is asked for. */
  readonly essay: string;
  /** File of that essay, and whether it has a result in the campaign; empty once it is gone. */
  readonly file: string;
  /** The asking side's name for the other essay; null for the side that is asked. */
  readonly other: string | null;
  readonly reason: string;
  /** Who asked; null for the side that is asked. */
  readonly askedBy: string | null;
  /** ISO 8601, UTC. */
  readonly askedAt: string;
  readonly state: TextRequestState;
  /** Counts the answers. */
  readonly revision: number;
  /** A word with the answer; may be empty. */
  readonly answer: string;
  /** Who answered; null for the side that asked. */
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  /** Until when an approved text can be read, ISO 8601; null in any other state. */
  readonly until: string | null;
}
