import type { YearFigures } from './year-figures.js';

type FigureName = keyof YearFigures;

/** Figures that must come to the same: the first one, and the sum of the others. */
export interface Identity {
  readonly whole: FigureName;
  readonly parts: readonly FigureName[];
}

/** What must add up in every unit, and in every sum of units. */
const IDENTITIES: readonly Identity[] = [
  { whole: 'members', parts: ['official', 'probationary'] },
  { whole: 'members', parts: ['attended', 'caughtUp', 'notYet'] },
  { whole: 'members', parts: ['exempt', 'required'] },
  { whole: 'exempt', parts: ['exemptRetired', 'exemptHealth', 'exemptOther'] },
  { whole: 'required', parts: ['submitted', 'missing'] },
  { whole: 'submitted', parts: ['onTime', 'late'] },
  { whole: 'submitted', parts: ['essays', 'situations'] },
  {
    whole: 'submitted',
    parts: ['acceptedFirst', 'acceptedAfter', 'rewriteCopied', 'rewriteContent', 'rewriteBoth', 'pending', 'unreadable'],
  },
  { whole: 'sessions', parts: ['inPerson', 'online'] },
];

/** Figures that are part of another one: never more than it. */
export const PARTS: readonly (readonly [part: FigureName, whole: FigureName])[] = [
  ['keyCadres', 'members'],
  ['voluntary', 'exempt'],
  ['catchUps', 'sessions'],
  ['ledByHead', 'sessions'],
  ['materialMembers', 'members'],
  ['materialCells', 'cells'],
  ['secondLooksAnswered', 'secondLooks'],
  ['secondLooksChanged', 'secondLooksAnswered'],
  ['quizTaken', 'members'],
  ['quizPassed', 'quizTaken'],
  ['programmesBegun', 'programmesRequired'],
  ['programmesIssued', 'programmesBegun'],
  ['plansBegun', 'plansRequired'],
  ['plansIssued', 'plansBegun'],
  ['unitsSetting', 'units'],
  ['unitsAssessing', 'units'],
  ['unitsWithSituations', 'units'],
  ['unitsFinished', 'units'],
  ['unitsLate', 'units'],
  ['unitsSilent', 'units'],
];

/** An identity with its two sides. */
export interface CheckedIdentity extends Identity {
  readonly count: number;
  readonly sum: number;
}

/** Every identity with what its two sides come to; where they differ the facts themselves contradict each other. */
export function checkIdentities(figures: YearFigures): readonly CheckedIdentity[] {
  return IDENTITIES.map(({ whole, parts }) => ({
    whole,
    parts,
    count: figures[whole],
    sum: parts.reduce((sum, part) => sum + figures[part], 0),
  }));
}
