import type { ReactNode } from 'react';
import { formatCount, formatPercent, NO_FIGURE } from '../../../api/format.js';
import type { TrackedFiguresView } from '../../../api/tracker.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { outOf } from './out-of.js';
import type { UnitRow } from './unit-rows.js';

interface UnitCellsProps {
  readonly row: UnitRow;
  /** Those required of the unit that has the most, for the length of the bars. */
  readonly widest: number;
  readonly toggle: (unit: string) => void;
}

/** The cells of one unit. */
export function UnitCells({ row, widest, toggle }: UnitCellsProps): ReactNode {
  const say = useWords();
  const { figures, unit, isSelf } = row;
  const { submitted, required, attended, attendanceKnown, overdue, overdueDays } = figures;
  const counts = ['accepted', 'rewrite', 'open', 'exempt'] as const;
  return (
    <>
      <th scope="row" className="full">
        <UnitName row={row} toggle={toggle} />
      </th>
      <td className="tbar-cell">
        <UnitBar figures={figures} widest={widest} name={isSelf ? say('tracker.self', { name: unit.name }) : unit.name} />
      </td>
      <td className="num" data-label={say('tracker.col.submitted')}>
        {outOf(submitted, required)}
      </td>
      <td className="num" data-label={say('tracker.col.share')}>
        {formatPercent(submitted, required)}
      </td>
      <td className="num" data-label={say('tracker.col.attended')}>
        {attendanceKnown === 0 ? NO_FIGURE : `${outOf(attended, attendanceKnown)}, ${formatPercent(attended, attendanceKnown)}`}
      </td>
      <Count of={figures.late} label={say('tracker.col.late')} />
      <Count of={figures.missing} label={say('tracker.col.missing')} />
      <td className="num" data-label={say('tracker.col.overdue')}>
        {overdue === 0 ? (
          NO_FIGURE
        ) : (
          <span className="overdue">
            <Icon name="warn" />
            {say('tracker.overdueCell', { n: formatCount(overdue), days: formatCount(overdueDays) })}
          </span>
        )}
      </td>
      {counts.map((name) => (
        <Count key={name} of={figures[name]} label={say(`tracker.col.${name}`)} />
      ))}
    </>
  );
}

function UnitName({ row, toggle }: Pick<UnitCellsProps, 'row' | 'toggle'>): ReactNode {
  const say = useWords();
  const { unit, level, isOpen, isSelf } = row;
  const indent = { paddingInlineStart: `${level * 1.25}rem` };
  if (isSelf)
    return (
      <span className="unitname unitname--leaf muted" style={indent}>
        {say('tracker.self', { name: unit.name })}
      </span>
    );
  if (isOpen === null)
    return (
      <span className="unitname unitname--leaf" style={indent}>
        <OutsideText text={unit.name} />
      </span>
    );
  return (
    <span className="unitname" style={indent}>
      <button
        type="button"
        aria-expanded={isOpen}
        title={say(isOpen ? 'tracker.close' : 'tracker.open', { name: unit.name })}
        onClick={() => toggle(unit.id)}
      >
        <Icon name={isOpen ? 'down' : 'right'} />
        <OutsideText text={unit.name} />
      </button>
    </span>
  );
}

function Count({ of, label }: { of: number; label: string }): ReactNode {
  return (
    <td className="num" data-label={label}>
      {of === 0 ? NO_FIGURE : formatCount(of)}
    </td>
  );
}

/** Pixels of a bar that stands for everybody. */
const WIDTH = 132;

/** On time, late, missing, each by its pattern; its figures stand beside it. Units are drawn by the square root of their size. */
function UnitBar({ figures, widest, name }: { figures: TrackedFiguresView; widest: number; name: string }): ReactNode {
  const say = useWords();
  const { required, submitted, late, missing } = figures;
  const scale = required === 0 ? 0 : (WIDTH * Math.sqrt(required / Math.max(1, widest))) / required;
  const [onTime, lateWidth] = [(submitted - late) * scale, late * scale];
  const label = say('tracker.bar', { name, onTime: submitted - late, late, missing });
  return (
    <svg className="tbar" width={WIDTH} height="16" viewBox={`0 0 ${WIDTH} 16`} role="img" aria-label={label}>
      <rect className="on" x="0" y="2" width={onTime} height="12" />
      <rect className="late" x={onTime} y="2" width={lateWidth} height="12" />
      {missing > 0 && (
        <rect className="miss" x={onTime + lateWidth + 0.75} y="2.75" width={Math.max(0, missing * scale - 1.5)} height="10.5" />
      )}
    </svg>
  );
}

/** What the parts of the bars mean. */
export function BarKey(): ReactNode {
  const say = useWords();
  return (
    <span className="legend">
      {(['onTime', 'late', 'missing'] as const).map((part) => (
        <span key={part}>
          <svg className="tbar" width="20" height="12" aria-hidden="true">
            <rect className={{ onTime: 'on', late: 'late', missing: 'miss' }[part]} x="1" y="1" width="18" height="10" />
          </svg>
          {say(`tracker.legend.${part}`)}
        </span>
      ))}
    </span>
  );
}
