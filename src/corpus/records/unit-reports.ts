import type {
  DocumentParts,
  Outline,
  OutlineDraft,
  ReportContent,
  ReportedFigures,
  ReportingState,
  ReportingUnit,
  ReportParts,
  ReportSending,
  ReportState,
  ReportTexts,
  ReportVerdict,
} from '../../model/unit-report.js';
import type { Actor } from './actor.js';

/** Outlines of a campaign around the unit in reach. */
export interface Outlines {
  readonly unit: { readonly id: string; readonly name: string };
  /** The unit's own, for those below it; null before it is begun. */
  readonly own: Outline | null;
  /** What the unit's report is written by: the nearest one given above it, else its own; null without one. */
  readonly followed: Outline | null;
}

/** A unit's report as those see it who write it. */
export interface OwnReport {
  readonly campaign: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly outline: Outline | null;
  readonly texts: ReportTexts;
  /** What this report says otherwise than the unit's documents. */
  readonly parts: ReportParts;
  /** What the unit's documents say, with its usual values where nobody has set any. */
  readonly usual: DocumentParts;
  readonly state: ReportState;
  /** 0 before anything was written. */
  readonly revision: number;
  readonly changedBy: string;
  /** Newest first. */
  readonly sendings: readonly ReportSending[];
}

export interface ReportChange {
  readonly texts: ReportTexts;
  readonly parts: ReportParts;
  /** Of the report on the screen. */
  readonly revision: number;
}

/** One sending with all that it said. */
export interface SentReport {
  readonly unit: { readonly id: string; readonly name: string };
  readonly sending: ReportSending;
  readonly content: ReportContent;
  /** Number of the newest sending of the report. */
  readonly newest: number;
}

/** Which of the units that report are asked for. */
export interface ReportingFilter {
  readonly state: ReportingState | 'late' | null;
  /** Words of the name. */
  readonly search: string;
  /** Place of the first one, from 0. */
  readonly from: number;
  readonly most: number;
}

/** Units that report by the outline of the one in reach; none while it has no outline. */
export interface ReportingUnits {
  readonly outline: Outline | null;
  readonly counts: Readonly<Record<ReportingState, number>>;
  /** Of all of them: sent after the due day, or not sent and past it. */
  readonly late: number;
  /** How many fit what was asked for. */
  readonly fitting: number;
  readonly units: readonly ReportingUnit[];
}

/**
 * Reports of units to the committees above them. All of it is of the unit in reach, in campaigns that it takes part in or that are of units
 * below; another unit's report is found by the unit whose outline it follows, and only once it is sent. AppError `unknown-id` for all else.
 */
export interface UnitReports {
  outlines(campaign: string): Promise<Outlines>;
  /** `revision`: 0 for the first. AppError `outline-outdated` when somebody has changed it since. */
  saveOutline(campaign: string, draft: OutlineDraft, revision: number, actor: Actor): Promise<Outline>;
  /** From now on the units below see it, with every later change. AppError `outline-outdated`, `report-incomplete` without a section. */
  giveOutline(campaign: string, revision: number, actor: Actor): Promise<Outline>;

  own(campaign: string): Promise<OwnReport>;
  /** Gives the new revision. AppError `report-outdated` with what the other wrote. */
  save(campaign: string, change: ReportChange, actor: Actor): Promise<number>;
  /** What the unit's documents say from now on. */
  saveUsual(parts: DocumentParts, actor: Actor): Promise<void>;
  /** Keeps what the report says with these figures. Gives the sending's number. AppError `report-outdated`, `report-incomplete`. */
  send(campaign: string, sent: { readonly revision: number; readonly figures: ReportedFigures }, actor: Actor): Promise<number>;
  /** One of the own sendings. */
  sending(campaign: string, number: number): Promise<SentReport>;

  reporting(campaign: string, filter: ReportingFilter): Promise<ReportingUnits>;
  /** A sending of a unit that reports by the own outline. */
  received(campaign: string, unit: string, number: number): Promise<SentReport>;
  /** AppError `report-decided` when somebody has decided on it, or a newer one was sent. */
  decide(
    campaign: string,
    of: { readonly unit: string; readonly number: number },
    decision: { readonly verdict: ReportVerdict; readonly remark: string },
    actor: Actor,
  ): Promise<void>;
}
