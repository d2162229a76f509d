import type { Verdict } from './result-record.js';
import type { ExemptionKind } from './roster.js';
import type { Study } from './study.js';

/** What one member has done in one campaign: facts alone. No rating, no figure of what a machine compared. */
export interface YearEntry {
  /** Id of the campaign. */
  readonly campaign: string;
  readonly study: Study;
  readonly exemption: ExemptionKind | null;
  /** The day by which this member was to hand in, and the day of the first essay, YYYY-MM-DD; null without one. */
  readonly due: string | null;
  readonly handedIn: string | null;
  /** Days that the first essay came after the due day; 0 in time. */
  readonly daysLate: number;
  /** What was concluded on the newest essay; null while nothing is. */
  readonly verdict: Verdict | null;
  /** Essays that were concluded to be written again. */
  readonly rewrites: number;
}

/** A campaign of a year, and the day that puts it there. */
export interface YearCampaign {
  readonly id: string;
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly day: string;
}

export interface YearMember {
  readonly id: string;
  readonly card: string;
  readonly name: string;
  readonly cell: string;
  readonly post: string;
  readonly isKeyCadre: boolean;
  /** In the order of the campaigns; those on whose roster the member is not are left out. */
  readonly entries: readonly YearEntry[];
}

/** A unit's members over one year. */
export interface YearExtract {
  readonly year: number;
  readonly unit: { readonly id: string; readonly name: string };
  /** Oldest first. */
  readonly campaigns: readonly YearCampaign[];
  /** By cell, then by given name. */
  readonly members: readonly YearMember[];
}

/** A member's entries added up; `required` = `submitted` + those not handed in, `submitted` = `onTime` + `late`. */
export interface YearTotals {
  readonly campaigns: number;
  readonly attended: number;
  readonly caughtUp: number;
  readonly exempt: number;
  readonly required: number;
  readonly submitted: number;
  readonly onTime: number;
  readonly late: number;
  readonly accepted: number;
  readonly rewrites: number;
}

/**
 * The year that a campaign belongs to: that of the day due in the unit, since the meeting at the year's end looks back on what was
 * to be done in it; without one, that of the day when the campaign was made (in Vietnam).
 */
export const dayOfCampaign = (due: string | null, madeOn: string): string => due ?? madeOn;

/** The year of a day, YYYY-MM-DD. */
export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** What a member's entries come to. An essay of somebody who need not write counts nowhere but among the conclusions. */
export function totalsOf(entries: readonly YearEntry[]): YearTotals {
  const count = (is: (entry: YearEntry) => boolean): number => entries.filter(is).length;
  const submitted = entries.filter(({ exemption, handedIn }) => exemption === null && handedIn !== null);
  const late = submitted.filter(({ daysLate }) => daysLate > 0).length;
  return {
    campaigns: entries.length,
    attended: count(({ study }) => study === 'attended'),
    caughtUp: count(({ study }) => study === 'caught-up'),
    exempt: count(({ exemption }) => exemption !== null),
    required: count(({ exemption }) => exemption === null),
    submitted: submitted.length,
    onTime: submitted.length - late,
    late,
    accepted: count(({ verdict }) => verdict === 'accepted'),
    rewrites: entries.reduce((sum, { rewrites }) => sum + rewrites, 0),
  };
}
