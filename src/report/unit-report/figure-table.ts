import { checkIdentities } from '../../model/figure-identities.js';
import { formatCount, formatReached } from '../../model/format.js';
import type { FigureGroup } from '../../model/unit-report.js';
import type { YearFigures } from '../../model/year-figures.js';
import { FIGURE_WORDS } from './figure-words.js';

type FigureName = keyof YearFigures;
/** A figure, how far it is set in below another, and of which one it is a share. */
type Listed = readonly [figure: FigureName, depth?: 0 | 1, of?: FigureName];

/** The figures of each group in their order. */
const LISTS: Readonly<Record<FigureGroup, readonly Listed[]>> = {
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
const GOALS: ReadonlySet<FigureName> = new Set([
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
const WHERE: Readonly<Record<FigureGroup, readonly FigureName[]>> = {
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

/** A count with what it is a share of; null where it is a share of nothing. */
export interface FigureCell {
  readonly count: number;
  readonly of: number | null;
  /** "35.599/35.900, đạt 99,16%", or the count alone. */
  readonly told: string;
}

/** One line of a table of figures. */
export interface FigureRow {
  readonly figure: FigureName;
  readonly label: string;
  readonly depth: 0 | 1;
  readonly all: FigureCell;
  readonly keyCadres: FigureCell;
}

/** What must add up, as it is written under a table. */
export interface ControlSum {
  /** "351 = 340 + 11 (Tổng số đảng viên = Đảng viên chính thức + Đảng viên dự bị)". */
  readonly told: string;
  readonly holds: boolean;
}

/** The lines of one group. */
export function figureRows(group: FigureGroup, all: YearFigures, keyCadres: YearFigures): readonly FigureRow[] {
  return LISTS[group].map(([figure, depth = 0, of]) => ({
    figure,
    label: FIGURE_WORDS[figure],
    depth,
    all: cellOf(all, figure, of),
    keyCadres: cellOf(keyCadres, figure, of),
  }));
}

/** The sums that hold the figures of a group together. */
export function controlSums(group: FigureGroup, figures: YearFigures): readonly ControlSum[] {
  return checkIdentities(figures)
    .filter(({ parts: [first] }) => first !== undefined && WHERE[group].includes(first))
    .map(({ whole, parts, count, sum }) => {
      const counts = `${formatCount(count)} = ${parts.map((part) => formatCount(figures[part])).join(' + ')}`;
      const words = `${FIGURE_WORDS[whole]} = ${parts.map((part) => FIGURE_WORDS[part].toLocaleLowerCase('vi')).join(' + ')}`;
      return { told: `${counts} (${words})`, holds: count === sum };
    });
}

function cellOf(figures: YearFigures, figure: FigureName, of: FigureName | undefined): FigureCell {
  const count = figures[figure];
  const whole = of === undefined ? null : figures[of];
  return { count, of: whole, told: whole === null ? formatCount(count) : formatReached(count, whole, GOALS.has(figure)) };
}
