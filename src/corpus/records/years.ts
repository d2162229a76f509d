import type { DocumentParts } from '../../model/unit-report.js';
import type { YearEntry, YearExtract } from '../../model/year-record.js';
import type { Attempt, SecondLook } from './rounds.js';

/** A member's own campaign of a year, with what people concluded and why. */
export interface OwnYearEntry extends YearEntry {
  readonly name: string;
  readonly day: string;
  /** Oldest first. */
  readonly attempts: readonly Attempt[];
  readonly looks: readonly SecondLook[];
}

/** What members did, year by year: of one unit, and of the member who asks. */
export interface Years {
  /** Years with campaigns of the unit, newest first. */
  list(): Promise<readonly { readonly year: number; readonly campaigns: number }[]>;
  /** Everybody on the rosters of the unit's campaigns of a year. */
  of(year: number): Promise<YearExtract>;
  /** What the unit's documents say at head and foot. */
  documentParts(): Promise<DocumentParts>;
  /** The entries of the person of the scope, newest first. */
  own(): Promise<readonly OwnYearEntry[]>;
}
