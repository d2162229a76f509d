import type { ReactNode } from 'react';
import { formatCount, formatPercent } from '../../../api/format.js';
import type { TrackedFiguresView } from '../../../api/tracker.js';
import { useWords } from '../../words/words.js';
import { outOf } from './out-of.js';

/** The five figures that say how far all units have come together. */
export function FigureStrip({ figures }: { figures: TrackedFiguresView }): ReactNode {
  const say = useWords();
  const { attended, attendanceKnown, submitted, required, exempt, late, accepted, rewrite, overdue, overdueDays } = figures;
  const concluded = accepted + rewrite;
  const share = (part: number, whole: number): string => say('tracker.share', { share: formatPercent(part, whole) });
  const told = [
    ['attended', outOf(attended, attendanceKnown), attendanceKnown === 0 ? say('tracker.unknown') : share(attended, attendanceKnown)],
    ['submitted', outOf(submitted, required), say('tracker.exempt', { share: share(submitted, required), n: formatCount(exempt) })],
    [
      'onTime',
      outOf(submitted - late, submitted),
      say('tracker.late', { share: share(submitted - late, submitted), n: formatCount(late) }),
    ],
    ['concluded', outOf(concluded, submitted), share(concluded, submitted)],
    ['overdue', formatCount(overdue), overdue === 0 ? say('tracker.none') : say('tracker.days', { n: formatCount(overdueDays) })],
  ] as const;
  return (
    <dl className="panel figures">
      {told.map(([key, figure, note]) => (
        <div key={key}>
          <dt>{say(`tracker.figure.${key}`)}</dt>
          <dd>
            {figure}
            <small>{note}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
