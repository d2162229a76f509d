import type { UnitStanding } from './campaign-figures.js';
import type { YearFigures } from './year-figures.js';

/** Figures as an outline asks for them together. */
export const FIGURE_GROUPS = [
  'members',
  'sessions',
  'attendance',
  'material',
  'essays',
  'results',
  'secondLooks',
  'programmes',
  'units',
  'exemplary',
] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

export const SECTION_KINDS = ['figures', 'text'] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];
export type SectionLevel = 1 | 2 | 3;

/** A heading of an outline with what belongs under it: figures that are counted, or a text that people type. */
export interface OutlineSection {
  /** Stays when the heading changes: what was typed is kept under it. */
  readonly id: string;
  readonly heading: string;
  readonly level: SectionLevel;
  readonly kind: SectionKind;
  /** Of `figures`; a heading that only stands above others has none. */
  readonly groups: readonly FigureGroup[];
  /** Of `text`: what whoever types it is to write of. */
  readonly hint: string;
  /** Of `text`: whether a report cannot be sent without it. */
  readonly isRequired: boolean;
}

/** An outline as it is written down. */
export interface OutlineDraft {
  readonly title: string;
  readonly sections: readonly OutlineSection[];
  /** Day by which reports are due, YYYY-MM-DD; null without one. */
  readonly due: string | null;
}

/** What an upper committee asks the reports of the units below it to hold. */
export interface Outline extends OutlineDraft {
  readonly id: string;
  readonly unit: { readonly id: string; readonly name: string };
  /** ISO 8601; null while only the committee itself sees it. */
  readonly givenAt: string | null;
  readonly revision: number;
  readonly changedBy: string;
}

/** The parts of a Party document that are the unit's own; an empty one takes its usual value, or dots to be filled in by hand. */
export const DOCUMENT_PARTS = ['upperIssuer', 'issuer', 'number', 'place', 'signerPost', 'signerName', 'recipients'] as const;
export type DocumentPart = (typeof DOCUMENT_PARTS)[number];
/** Recipients are a line each. */
export type DocumentParts = Readonly<Record<DocumentPart, string>>;

/** What one report says otherwise than its unit's documents do; title and day are the report's alone. */
export type ReportParts = Readonly<Partial<Record<DocumentPart | 'title' | 'day', string>>>;

/** What people typed, by the section's id. */
export type ReportTexts = Readonly<Record<string, string>>;

export type ReportState = 'writing' | 'sent' | 'returned' | 'accepted';

/** Figures of a unit with everything below it; of everybody, and of key cadres alone. */
export interface ReportedFigures {
  readonly all: YearFigures;
  readonly keyCadres: YearFigures;
  readonly standing: UnitStanding;
}

/** All that a report says, as it is sent: nothing of it changes afterwards. */
export interface ReportContent {
  readonly campaign: string;
  readonly unit: string;
  readonly outline: OutlineDraft;
  readonly texts: ReportTexts;
  readonly figures: ReportedFigures;
  readonly parts: DocumentParts & { readonly title: string; readonly day: string };
  /** ISO 8601: when the figures were counted. */
  readonly countedAt: string;
}

export const REPORT_VERDICTS = ['returned', 'accepted'] as const;
export type ReportVerdict = (typeof REPORT_VERDICTS)[number];

/** One sending of a report, and what became of it. */
export interface ReportSending {
  readonly number: number;
  readonly signer: string;
  readonly sentBy: string;
  readonly sentAt: string;
  /** Days after the due day; 0 in time, null without a due day. */
  readonly daysLate: number | null;
  readonly verdict: ReportVerdict | null;
  readonly remark: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/** How far units have come with their reports. */
export const REPORTING_STATES = ['none', 'writing', 'sent', 'returned', 'accepted'] as const;
export type ReportingState = (typeof REPORTING_STATES)[number];

/** A unit that is to report, as the committee above sees it: nothing of what it writes before it sends. */
export interface ReportingUnit {
  readonly id: string;
  readonly name: string;
  readonly state: ReportingState;
  /** The newest sending; null before the first. */
  readonly number: number | null;
  readonly sentAt: string | null;
  /** Days that the first sending came after the due day, or that it has been missing since; 0 in time, null without a due day. */
  readonly daysLate: number | null;
  readonly remark: string;
}

/** Sections that must be written before a report can be sent, and are empty; in the order of the outline. */
export function emptySections(sections: readonly OutlineSection[], texts: ReportTexts): readonly OutlineSection[] {
  return sections.filter(({ id, kind, isRequired }) => kind === 'text' && isRequired && (texts[id] ?? '').trim() === '');
}

/** Days from one day to another, YYYY-MM-DD; 0 when it is not after it. */
export function daysAfter(due: string, day: string): number {
  return Math.max(0, Math.round((Date.parse(day) - Date.parse(due)) / 86_400_000));
}

/** A figure that is another now than it was when a report was sent. */
export interface FigureChange {
  readonly figure: keyof YearFigures;
  readonly sent: number;
  readonly now: number;
}

/** What has changed since figures were sent, in their order. */
export function changedFigures(sent: YearFigures, now: YearFigures): readonly FigureChange[] {
  const names = Object.keys(now) as (keyof YearFigures)[];
  // A figure that an older version did not count is not one that changed.
  return names.flatMap((figure) => {
    const before = sent[figure] as number | undefined;
    return before === undefined || before === now[figure] ? [] : [{ figure, sent: before, now: now[figure] }];
  });
}
