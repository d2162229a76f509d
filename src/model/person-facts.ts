import type { YearFigures } from './year-figures.js';

/** How somebody stands to the studying: whoever attended both a session and a catch-up has attended. `unknown`: nobody has said. */
export type Study = 'unknown' | 'not-yet' | 'caught-up' | 'attended';
/** Why somebody need not write. */
export type Exempt = 'none' | 'retired' | 'health' | 'other';
/** What became of the newest essay. */
export type EssayState =
  | 'none'
  | 'acceptedFirst'
  | 'acceptedAfter'
  | 'rewriteCopied'
  | 'rewriteContent'
  | 'rewriteBoth'
  | 'pending'
  | 'unreadable';

/** What one person of a roster has done, as far as figures count it. */
export interface PersonFacts {
  readonly isKeyCadre: boolean;
  readonly isProbationary: boolean;
  readonly isHead: boolean;
  readonly cell: string;
  readonly exempt: Exempt;
  readonly study: Study;
  readonly hasMaterial: boolean;
  readonly hasSubmitted: boolean;
  /** Handed in first after the day that it was due. */
  readonly isLate: boolean;
  /** Has handed in nothing, and the day is over. */
  readonly isMissed: boolean;
  /** Answers a situation in place of an essay. */
  readonly hasSituation: boolean;
  readonly state: EssayState;
  /** Concluded on otherwise than the machine proposed. */
  readonly isDiffering: boolean;
  /** Concluded as copied, or proposed as copied and not concluded on. */
  readonly isCopied: boolean;
  readonly quiz: 'none' | 'taken' | 'passed';
  readonly plan: 'none' | 'begun' | 'issued';
  /** Days past a due day, a rewriting's included; 0 for none. */
  readonly overdueDays: number;
}

/** Facts that several people of one unit have in common. */
export interface LikePeople {
  readonly facts: PersonFacts;
  readonly people: number;
}

/** What is counted of a unit besides the figures of the year. */
export interface UnitFigures extends YearFigures {
  /** People of whom it is known whether they studied. */
  readonly attendanceKnown: number;
  readonly overdue: number;
  /** The most days that anybody is overdue. */
  readonly overdueDays: number;
  /** Of those submitted: copied by conclusion, or by proposal where there is none. */
  readonly copied: number;
}

/** What a unit itself does, people apart. */
export type UnitFacts = Pick<
  YearFigures,
  | 'sessions'
  | 'inPerson'
  | 'online'
  | 'catchUps'
  | 'ledByHead'
  | 'points'
  | 'comments'
  | 'questions'
  | 'answered'
  | 'nonMembers'
  | 'secondLooks'
  | 'secondLooksAnswered'
  | 'secondLooksChanged'
  | 'programmesRequired'
  | 'programmesBegun'
  | 'programmesIssued'
  | 'exemplaryEssays'
  | 'exemplaryUnits'
> & {
  /** Cells that were given material, as the unit's roster writes them. */
  readonly givenCells: readonly string[];
  /** Whether heads are to have a personal plan. */
  readonly asksForPlans: boolean;
};

/** The figures of one unit itself. */
export function countUnit(groups: readonly LikePeople[], facts: UnitFacts): UnitFigures {
  const { givenCells, asksForPlans, ...told } = facts;
  const count = (fits: (facts: PersonFacts) => boolean): number =>
    groups.reduce((sum, group) => (fits(group.facts) ? sum + group.people : sum), 0);
  const members = count(() => true);
  const writing = groups.filter(({ facts: { exempt } }) => exempt === 'none');
  const written = countWriting(writing);
  const cells = new Set(groups.map(({ facts: { cell } }) => cell));
  const attended = count(({ study }) => study === 'attended');
  const caughtUp = count(({ study }) => study === 'caught-up');
  const probationary = count(({ isProbationary }) => isProbationary);
  const planned = (fits: (plan: PersonFacts['plan']) => boolean): number =>
    asksForPlans ? count(({ isHead, plan }) => isHead && fits(plan)) : 0;
  return {
    ...told,
    ...written,
    ...countExempt(count),
    members,
    official: members - probationary,
    probationary,
    keyCadres: count(({ isKeyCadre }) => isKeyCadre),
    attended,
    caughtUp,
    notYet: members - attended - caughtUp,
    attendanceKnown: count(({ study }) => study !== 'unknown'),
    materialMembers: count(({ hasMaterial }) => hasMaterial),
    cells: cells.size,
    materialCells: givenCells.filter((cell) => cells.has(cell)).length,
    quizTaken: count(({ quiz }) => quiz !== 'none'),
    quizPassed: count(({ quiz }) => quiz === 'passed'),
    plansRequired: planned(() => true),
    plansBegun: planned((plan) => plan !== 'none'),
    plansIssued: planned((plan) => plan === 'issued'),
    ...standingOf({ ...written, members }, writing),
    unitsWithSituations: count(({ hasSituation }) => hasSituation) > 0 ? 1 : 0,
  };
}

function countExempt(count: (fits: (facts: PersonFacts) => boolean) => number) {
  return {
    exempt: count(({ exempt }) => exempt !== 'none'),
    exemptRetired: count(({ exempt }) => exempt === 'retired'),
    exemptHealth: count(({ exempt }) => exempt === 'health'),
    exemptOther: count(({ exempt }) => exempt === 'other'),
    voluntary: count(({ exempt, hasSubmitted }) => exempt !== 'none' && hasSubmitted),
  };
}

/** Of those who are required to write alone. */
function countWriting(writing: readonly LikePeople[]) {
  const count = (fits: (facts: PersonFacts) => boolean): number =>
    writing.reduce((sum, group) => (fits(group.facts) ? sum + group.people : sum), 0);
  const required = count(() => true);
  const submitted = count(({ hasSubmitted }) => hasSubmitted);
  const late = count(({ hasSubmitted, isLate }) => hasSubmitted && isLate);
  const situations = count(({ hasSubmitted, hasSituation }) => hasSubmitted && hasSituation);
  const inState = (wanted: EssayState): number => count(({ state }) => state === wanted);
  return {
    required,
    submitted,
    onTime: submitted - late,
    late,
    missing: required - submitted,
    essays: submitted - situations,
    situations,
    acceptedFirst: inState('acceptedFirst'),
    acceptedAfter: inState('acceptedAfter'),
    rewriteCopied: inState('rewriteCopied'),
    rewriteContent: inState('rewriteContent'),
    rewriteBoth: inState('rewriteBoth'),
    pending: inState('pending'),
    unreadable: inState('unreadable'),
    differing: count(({ isDiffering }) => isDiffering),
    copied: count(({ isCopied }) => isCopied),
    overdue: count(({ overdueDays }) => overdueDays > 0),
    overdueDays: writing.reduce((most, { facts: { overdueDays } }) => Math.max(most, overdueDays), 0),
  };
}

/** How far a unit has come: counted only where it has people on the roster. */
function standingOf(
  { members, required, submitted, missing, pending, unreadable }: ReturnType<typeof countWriting> & { readonly members: number },
  writing: readonly LikePeople[],
) {
  const asNumber = (is: boolean): number => (members > 0 && is ? 1 : 0);
  return {
    units: asNumber(true),
    unitsSetting: asNumber(required > 0),
    unitsAssessing: asNumber(submitted > pending + unreadable),
    unitsFinished: asNumber(missing === 0 && pending === 0 && unreadable === 0),
    unitsLate: asNumber(writing.some(({ facts: { isMissed } }) => isMissed)),
    unitsSilent: asNumber(required > 0 && submitted === 0),
  };
}

/** What a unit does that does nothing. */
export const NO_UNIT_FACTS: UnitFacts = {
  sessions: 0,
  inPerson: 0,
  online: 0,
  catchUps: 0,
  ledByHead: 0,
  points: 0,
  comments: 0,
  questions: 0,
  answered: 0,
  nonMembers: 0,
  secondLooks: 0,
  secondLooksAnswered: 0,
  secondLooksChanged: 0,
  programmesRequired: 0,
  programmesBegun: 0,
  programmesIssued: 0,
  exemplaryEssays: 0,
  exemplaryUnits: 0,
  givenCells: [],
  asksForPlans: false,
};

/** Figures of a unit without people and facts. */
export const NO_FIGURES: UnitFigures = countUnit([], NO_UNIT_FACTS);
const NAMES = Object.keys(NO_FIGURES) as (keyof UnitFigures)[];

/** The figures of several units together. */
export function addFigures(figures: readonly UnitFigures[]): UnitFigures {
  const sum: { -readonly [Name in keyof UnitFigures]: number } = { ...NO_FIGURES };
  for (const one of figures) {
    for (const name of NAMES) sum[name] = name === 'overdueDays' ? Math.max(sum[name], one[name]) : sum[name] + one[name];
  }
  return sum;
}
