import type { YearFigures } from './year-figures.js';

/** A unit as figures name it. */
export interface FiguredUnit {
  readonly id: string;
  readonly name: string;
}

/** What a unit answers for in a campaign: itself, and with every unit below it. */
export interface ReckonedUnit {
  readonly campaign: { readonly id: string; readonly name: string };
  readonly unit: FiguredUnit;
  /** Units from the one that whoever looks works at down to this one, itself left out. */
  readonly above: readonly FiguredUnit[];
  readonly own: YearFigures;
  readonly all: YearFigures;
}

/** A unit directly below the one that is looked at, with every unit below it. */
export interface ReckonedChild {
  readonly unit: FiguredUnit;
  /** Whether there are units below it. */
  readonly isParent: boolean;
  readonly all: YearFigures;
}

/** Names of the units with people on the roster by how far they have come, in the order of their names. */
export interface UnitStanding {
  /** Everybody required has handed in and is concluded on. */
  readonly finished: readonly string[];
  /** Past the day with somebody missing. */
  readonly late: readonly string[];
  /** Nobody has handed in. */
  readonly silent: readonly string[];
}

/** One campaign beside the others of a unit. */
export interface CampaignFigures {
  readonly campaign: string;
  readonly name: string;
  /** Day that it was made, YYYY-MM-DD in Vietnam. */
  readonly day: string;
  readonly all: YearFigures;
  /** Of those submitted: copied, by conclusion, or by proposal where there is none. */
  readonly copied: number;
}
