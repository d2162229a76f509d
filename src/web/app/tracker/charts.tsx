import type { ReactNode } from 'react';
import { formatCount, formatDay, formatPercent } from '../../../api/format.js';
import type { TrackedFiguresView, TrackerView } from '../../../api/tracker.js';
import { percent } from '../../look/marks.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { useWords } from '../../words/words.js';
import { dayScale, sumUp } from './day-scale.js';

interface DaysChartProps {
  readonly days: TrackerView['days'];
  readonly due: string | null;
  readonly required: number;
}

const [WIDTH, HEIGHT] = [640, 250];
const [LEFT, RIGHT, TOP, BOTTOM] = [24, 612, 22, 216];

/** How essays came in, day by day, against those that are required and the day they are due. A table holds the same figures. */
export function DaysChart({ days, due, required }: DaysChartProps): ReactNode {
  const say = useWords();
  const sums = sumUp(days);
  const last = sums.at(-1);
  return (
    <figure className="panel">
      <figcaption className="panel__head">
        <h2>{say('tracker.daysTitle')}</h2>
      </figcaption>
      <div className="panel__body panel__body--tight stack stack--tight">
        {last === undefined ? (
          <p className="small muted">{say('tracker.none')}</p>
        ) : (
          <>
            <ScrollBox className="table-wrap table-wrap--chart" label={say('tracker.daysChart')}>
              <Curve sums={sums} due={due} required={required} />
            </ScrollBox>
            <DaysTable sums={sums} />
          </>
        )}
      </div>
    </figure>
  );
}

function Curve({ sums, due, required }: { sums: ReturnType<typeof sumUp>; due: string | null; required: number }): ReactNode {
  const say = useWords();
  const scale = dayScale(
    sums.map(({ day }) => day),
    due,
  );
  const x = (day: string): number => LEFT + scale.place(day) * (RIGHT - LEFT);
  const most = Math.max(required, sums.at(-1)?.total ?? 0, 1);
  const y = (count: number): number => BOTTOM - (count / most) * (BOTTOM - TOP);
  const total = sums.at(-1)?.total ?? 0;
  const steps = sums.map(({ day, total: sum }) => `H${x(day)}V${y(sum)}`).join('');
  const line = `M${LEFT} ${BOTTOM}${steps}H${RIGHT}`;
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path className="grid" d={`M${LEFT} ${BOTTOM}H${RIGHT}`} />
      <path className="goal" d={`M${LEFT} ${y(required)}H${RIGHT}`} />
      <text x={LEFT + 6} y={y(required) - 6}>
        {say('tracker.must', { n: required })}
      </text>
      <path className="area" d={`${line}V${BOTTOM}Z`} />
      <path className="line" d={line} />
      {Math.abs(y(total) - y(required)) > 20 && (
        <text className="strong" x={LEFT + 6} y={y(total) - 6}>
          {say('tracker.got', { n: total })}
        </text>
      )}
      {due !== null && (
        <>
          <path className="due" d={`M${x(due)} ${TOP - 6}V${BOTTOM}`} />
          <text className="strong" x={x(due) - 6} y={TOP + 18} textAnchor="end">
            {say('tracker.dueLine', { day: formatDay(due).slice(0, 5) })}
          </text>
        </>
      )}
      {scale.ticks.map((day) => (
        <text className="axis" key={day} x={x(day)} y={BOTTOM + 20} textAnchor="middle">
          {formatDay(day).slice(0, 5)}
        </text>
      ))}
    </svg>
  );
}

function DaysTable({ sums }: { sums: ReturnType<typeof sumUp> }): ReactNode {
  const say = useWords();
  return (
    <details className="small">
      <summary>{say('tracker.daysTable')}</summary>
      <table className="table">
        <caption className="vh">{say('tracker.daysTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('tracker.day')}</th>
            <th scope="col" className="num">
              {say('tracker.onDay')}
            </th>
            <th scope="col" className="num">
              {say('tracker.soFar')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sums.map(({ day, received, total }) => (
            <tr key={day}>
              <th scope="row">{formatDay(day)}</th>
              <td className="num">{formatCount(received)}</td>
              <td className="num">{formatCount(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** What became of the essays, each part with its count and share. */
export function ResultBars({ figures }: { figures: TrackedFiguresView }): ReactNode {
  const say = useWords();
  const { submitted, accepted, acceptedAfter, rewrite, open } = figures;
  const parts = [
    ['first', accepted - acceptedAfter],
    ['after', acceptedAfter],
    ['rewrite', rewrite],
    ['open', open],
  ] as const;
  const most = Math.max(1, ...parts.map(([, count]) => count));
  return (
    <figure className="panel">
      <figcaption className="panel__head">
        <h2>{say('tracker.resultTitle', { n: submitted })}</h2>
      </figcaption>
      <div className="panel__body panel__body--tight">
        <ul className="hbars">
          {parts.map(([name, count]) => (
            <li key={name}>
              <span>{say(`tracker.result.${name}`)}</span>
              <i className={count === 0 ? undefined : `hbar hbar--${name}`} style={{ width: percent(count / most) }} aria-hidden="true" />
              <b>{formatCount(count)}</b>
              <small>{formatPercent(count, submitted)}</small>
            </li>
          ))}
        </ul>
      </div>
    </figure>
  );
}
