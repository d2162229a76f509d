/** What people of a roster have done in a campaign: counts, and nothing that tells who. */
export interface TrackedFigures {
  /** People on the roster, and those of them of whom it was noted whether they attended. */
  readonly listed: number;
  readonly attendanceKnown: number;
  readonly attended: number;
  /** Not required to write; `voluntary`: those of them who handed in all the same. */
  readonly exempt: number;
  readonly voluntary: number;
  /** Everything below counts only those who are required to write. */
  readonly required: number;
  readonly submitted: number;
  /** Handed in first after the day that it was due. */
  readonly late: number;
  readonly missing: number;
  /** Past a due day with nothing handed in, a rewriting included, and the days since the oldest of these due days. */
  readonly overdue: number;
  readonly overdueDays: number;
  /** By the newest essay: concluded accepted (at the first attempt, or after a rewriting), to be rewritten, without conclusion. */
  readonly accepted: number;
  readonly acceptedAfter: number;
  readonly rewrite: number;
  readonly open: number;
}

/** A unit of the tree below whoever looks. */
export interface TrackedUnit {
  readonly id: string;
  /** Null for the units that the view begins with. */
  readonly parent: string | null;
  readonly name: string;
  /** Of the unit itself, and with all units below it. */
  readonly own: TrackedFigures;
  readonly all: TrackedFigures;
}

/** How far the units below have come with a campaign. */
export interface Tracker {
  readonly campaign: string;
  readonly name: string;
  /** Day that it is of, YYYY-MM-DD in Vietnam. */
  readonly today: string;
  /** The day that is set for the units that the view begins with; null without one. */
  readonly due: string | null;
  readonly total: TrackedFigures;
  readonly units: readonly TrackedUnit[];
  /** First essays received on each day that had any, in order. */
  readonly days: readonly { readonly day: string; readonly received: number }[];
}

/** A campaign as the list of trackers shows it. */
export interface TrackedCampaign {
  readonly campaign: string;
  readonly name: string;
  readonly createdAt: string;
  readonly total: TrackedFigures;
}

/** A group of near-duplicates that crosses units, as whoever is above them sees it. */
export interface UnitGroup {
  readonly number: number;
  readonly essays: number;
  readonly cohesion: number;
  /** With the number of essays each, the largest first. */
  readonly units: readonly { readonly name: string; readonly essays: number }[];
  /** The longest stretches that essays of different units share, without what stands around them. */
  readonly passages: readonly { readonly text: string; readonly syllables: number; readonly units: readonly [string, string] }[];
}
