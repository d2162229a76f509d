import { FIGURE_WORDS } from '../../api/figure-words.js';
import { FIGURE_LISTS, GOALS, SUMS_UNDER } from '../../model/figure-groups.js';
import { checkIdentities } from '../../model/figure-identities.js';
import { formatCount, formatReached } from '../../model/format.js';
import type { FigureGroup } from '../../model/unit-report.js';
import type { YearFigures } from '../../model/year-figures.js';

type FigureName = keyof YearFigures;
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
  return FIGURE_LISTS[group].map(([figure, depth = 0, of]) => ({
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
    .filter(({ parts: [first] }) => first !== undefined && SUMS_UNDER[group].includes(first))
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
