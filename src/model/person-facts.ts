import type { Study } from './study.js';
import type { YearFigures } from './year-figures.js';

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

/** Facts that several people of one cell have in common. */
export interface LikePeople {
  readonly facts: PersonFacts;
  readonly cell: string;
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

/** The facts of a unit that has done nothing. */
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
export const NO_FIGURES: UnitFigures = {
  members: 0,
  official: 0,
  probationary: 0,
  keyCadres: 0,
  exempt: 0,
  exemptRetired: 0,
  exemptHealth: 0,
  exemptOther: 0,
  voluntary: 0,
  sessions: 0,
  inPerson: 0,
  online: 0,
  catchUps: 0,
  ledByHead: 0,
  points: 0,
  comments: 0,
  questions: 0,
  answered: 0,
  attended: 0,
  caughtUp: 0,
  notYet: 0,
  nonMembers: 0,
  materialMembers: 0,
  cells: 0,
  materialCells: 0,
  required: 0,
  submitted: 0,
  onTime: 0,
  late: 0,
  missing: 0,
  essays: 0,
  situations: 0,
  acceptedFirst: 0,
  acceptedAfter: 0,
  rewriteCopied: 0,
  rewriteContent: 0,
  rewriteBoth: 0,
  pending: 0,
  unreadable: 0,
  differing: 0,
  secondLooks: 0,
  secondLooksAnswered: 0,
  secondLooksChanged: 0,
  quizTaken: 0,
  quizPassed: 0,
  programmesRequired: 0,
  programmesBegun: 0,
  programmesIssued: 0,
  plansRequired: 0,
  plansBegun: 0,
  plansIssued: 0,
  exemplaryEssays: 0,
  exemplaryUnits: 0,
  units: 0,
  unitsSetting: 0,
  unitsAssessing: 0,
  unitsWithSituations: 0,
  unitsFinished: 0,
  unitsLate: 0,
  unitsSilent: 0,
  attendanceKnown: 0,
  overdue: 0,
  overdueDays: 0,
  copied: 0,
};
const NAMES = Object.keys(NO_FIGURES) as (keyof UnitFigures)[];
const BESIDES = ['attendanceKnown', 'overdue', 'overdueDays', 'copied'] as const satisfies readonly (keyof UnitFigures)[];

/** Names of the figures of the year. */
export const YEAR_FIGURE_NAMES = NAMES.filter((name): name is keyof YearFigures => !(BESIDES as readonly string[]).includes(name));

/** The figures of several units together. */
export function addFigures(figures: readonly UnitFigures[]): UnitFigures {
  const sum: Tally = { ...NO_FIGURES };
  for (const one of figures) {
    for (const name of NAMES) sum[name] = name === 'overdueDays' ? Math.max(sum[name], one[name]) : sum[name] + one[name];
  }
  return sum;
}

type Tally = { -readonly [Name in keyof UnitFigures]: number };

/** The figures of one unit itself. */
export function countUnit(groups: readonly LikePeople[], { givenCells, asksForPlans, ...told }: UnitFacts): UnitFigures {
  const tally: Tally = Object.assign({ ...NO_FIGURES }, told);
  const cells = new Set<string>();
  let [isMissed, hasSituations] = [false, false];
  for (const { facts, cell, people } of groups) {
    countPerson(tally, facts, people);
    if (facts.exempt === 'none') countWriting(tally, facts, people);
    else countExempt(tally, facts, people);
    if (asksForPlans && facts.isHead) countPlan(tally, facts, people);
    cells.add(cell);
    isMissed ||= facts.isMissed && facts.exempt === 'none';
    hasSituations ||= facts.hasSituation;
  }
  tally.cells = cells.size;
  tally.materialCells = givenCells.filter((cell) => cells.has(cell)).length;
  if (groups.length > 0) countStanding(tally, isMissed, hasSituations);
  return tally;
}

function countPerson(tally: Tally, { isProbationary, isKeyCadre, study, hasMaterial, quiz }: PersonFacts, people: number): void {
  tally.members += people;
  if (isProbationary) tally.probationary += people;
  else tally.official += people;
  if (isKeyCadre) tally.keyCadres += people;
  if (study === 'attended') tally.attended += people;
  else if (study === 'caught-up') tally.caughtUp += people;
  else tally.notYet += people;
  if (study !== 'unknown') tally.attendanceKnown += people;
  if (hasMaterial) tally.materialMembers += people;
  if (quiz !== 'none') tally.quizTaken += people;
  if (quiz === 'passed') tally.quizPassed += people;
}

function countExempt(tally: Tally, { exempt, hasSubmitted }: PersonFacts, people: number): void {
  tally.exempt += people;
  if (exempt === 'retired') tally.exemptRetired += people;
  else if (exempt === 'health') tally.exemptHealth += people;
  else tally.exemptOther += people;
  if (hasSubmitted) tally.voluntary += people;
}

function countPlan(tally: Tally, { plan }: PersonFacts, people: number): void {
  tally.plansRequired += people;
  if (plan !== 'none') tally.plansBegun += people;
  if (plan === 'issued') tally.plansIssued += people;
}

/** Somebody who is required to write. */
function countWriting(tally: Tally, facts: PersonFacts, people: number): void {
  tally.required += people;
  if (facts.overdueDays > 0) tally.overdue += people;
  tally.overdueDays = Math.max(tally.overdueDays, facts.overdueDays);
  if (!facts.hasSubmitted) {
    tally.missing += people;
    return;
  }
  tally.submitted += people;
  tally[facts.isLate ? 'late' : 'onTime'] += people;
  tally[facts.hasSituation ? 'situations' : 'essays'] += people;
  if (facts.state !== 'none') tally[facts.state] += people;
  if (facts.isDiffering) tally.differing += people;
  if (facts.isCopied) tally.copied += people;
}

/** How far a unit with people on the roster has come. */
function countStanding(tally: Tally, isMissed: boolean, hasSituations: boolean): void {
  const { required, submitted, missing, pending, unreadable } = tally;
  tally.units = 1;
  if (required > 0) tally.unitsSetting = 1;
  if (submitted > pending + unreadable) tally.unitsAssessing = 1;
  if (hasSituations) tally.unitsWithSituations = 1;
  if (missing + pending + unreadable === 0) tally.unitsFinished = 1;
  if (isMissed) tally.unitsLate = 1;
  if (required > 0 && submitted === 0) tally.unitsSilent = 1;
}
