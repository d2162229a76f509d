import type { FigureGroup } from './unit-report.js';
import type { YearFigures } from './year-figures.js';

type FigureName = keyof YearFigures;
/** A figure, how far it is set in below another, and of which one it is a share. */
export type Listed = readonly [figure: FigureName, depth?: 0 | 1, of?: FigureName];

/** The figures of each group in their order. */
export const FIGURE_LISTS: Readonly<Record<FigureGroup, readonly Listed[]>> = {
  members: [
    ['members'],
    ['official', 1, 'members'],
    ['probationary', 1, 'members'],
    ['keyCadres', 1, 'members'],
    ['exempt', 0, 'members'],
    ['exemptRetired', 1],
    ['exemptHealth', 1],
    ['exemptOther', 1],
    ['voluntary', 1, 'exempt'],
    ['required', 0, 'members'],
  ],
  sessions: [
    ['sessions'],
    ['inPerson', 1, 'sessions'],
    ['online', 1, 'sessions'],
    ['catchUps', 1, 'sessions'],
    ['ledByHead', 1, 'sessions'],
    ['points'],
    ['comments'],
    ['questions'],
    ['answered', 1, 'questions'],
  ],
  attendance: [['attended', 0, 'members'], ['caughtUp', 0, 'members'], ['notYet', 0, 'members'], ['nonMembers']],
  material: [['materialMembers', 0, 'members'], ['cells'], ['materialCells', 1, 'cells']],
  essays: [
    ['required'],
    ['submitted', 0, 'required'],
    ['onTime', 1, 'submitted'],
    ['late', 1, 'submitted'],
    ['essays', 1, 'submitted'],
    ['situations', 1, 'submitted'],
    ['missing', 0, 'required'],
    ['quizTaken', 0, 'members'],
    ['quizPassed', 1, 'quizTaken'],
  ],
  results: [
    ['acceptedFirst', 0, 'submitted'],
    ['acceptedAfter', 0, 'submitted'],
    ['rewriteCopied', 0, 'submitted'],
    ['rewriteContent', 0, 'submitted'],
    ['rewriteBoth', 0, 'submitted'],
    ['pending', 0, 'submitted'],
    ['unreadable', 0, 'submitted'],
  ],
  secondLooks: [
    ['differing', 0, 'submitted'],
    ['secondLooks'],
    ['secondLooksAnswered', 1, 'secondLooks'],
    ['secondLooksChanged', 1, 'secondLooks'],
  ],
  programmes: [
    ['programmesRequired'],
    ['programmesBegun', 1, 'programmesRequired'],
    ['programmesIssued', 1, 'programmesRequired'],
    ['plansRequired'],
    ['plansBegun', 1, 'plansRequired'],
    ['plansIssued', 1, 'plansRequired'],
  ],
  units: [
    ['units'],
    ['unitsSetting', 1, 'units'],
    ['unitsAssessing', 1, 'units'],
    ['unitsWithSituations', 1, 'units'],
    ['unitsFinished', 1, 'units'],
    ['unitsLate', 1, 'units'],
    ['unitsSilent', 1, 'units'],
  ],
  exemplary: [['exemplaryEssays'], ['exemplaryUnits', 0, 'units']],
};

/** Shares that are to be as large as can be: of these a report says "đạt", of the others "chiếm". */
export const GOALS: ReadonlySet<FigureName> = new Set([
  ...(['answered', 'attended', 'caughtUp', 'materialMembers', 'materialCells', 'submitted', 'onTime', 'quizTaken', 'quizPassed'] as const),
  ...([
    'acceptedFirst',
    'acceptedAfter',
    'secondLooksAnswered',
    'programmesBegun',
    'programmesIssued',
    'plansBegun',
    'plansIssued',
  ] as const),
  ...(['unitsSetting', 'unitsAssessing', 'unitsWithSituations', 'unitsFinished'] as const),
]);

/** The sums that are shown under a group's figures, by the first of their parts. */
export const SUMS_UNDER: Readonly<Record<FigureGroup, readonly FigureName[]>> = {
  members: ['official', 'exempt', 'exemptRetired'],
  sessions: ['inPerson'],
  attendance: ['attended'],
  material: [],
  essays: ['submitted', 'onTime', 'essays'],
  results: ['acceptedFirst'],
  secondLooks: [],
  programmes: [],
  units: [],
  exemplary: [],
};
