import type { ReactNode } from 'react';
import type { YearFiguresView } from '../../../api/figures.js';
import { formatPercent, NO_FIGURE } from '../../../api/format.js';
import { useWords } from '../../words/words.js';
import { outOf } from '../tracker/out-of.js';

/** Two counts with the share that they come to, "35.599/35.900, 99,16%"; a dash where there is nothing to be a share of. */
export function Share({ part, whole }: { part: number; whole: number }): ReactNode {
  const say = useWords();
  return whole === 0 ? NO_FIGURE : say('figures.share', { counts: outOf(part, whole), share: formatPercent(part, whole) });
}

/** The shares that a unit is looked at by, each of two counts. */
export const SHARES = {
  attended: ({ attended, caughtUp, members }: YearFiguresView) => [attended + caughtUp, members],
  material: ({ materialMembers, members }: YearFiguresView) => [materialMembers, members],
  submitted: ({ submitted, required }: YearFiguresView) => [submitted, required],
  onTime: ({ onTime, submitted }: YearFiguresView) => [onTime, submitted],
  accepted: ({ acceptedFirst, acceptedAfter, submitted }: YearFiguresView) => [acceptedFirst + acceptedAfter, submitted],
} as const satisfies Readonly<Record<string, (figures: YearFiguresView) => readonly [part: number, whole: number]>>;
