import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatFigure, formatShare } from '../../../api/format.js';
import type { QueuedView } from '../../../api/review.js';
import { Icon } from '../../look/icons.js';
import { TONE_ICONS } from '../../look/marks.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { pathsBelow } from '../../viewer/paths.js';
import { useWords } from '../../words/words.js';
import { paths } from '../paths.js';

interface QueueTableProps {
  readonly rows: readonly QueuedView[];
  /** All that pass the filter, of which the rows are the first. */
  readonly all: readonly QueuedView[];
  /** null: essays cannot be ticked. */
  readonly ticked: ReadonlySet<string> | null;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/** Essays that wait, each with what tells how urgent it is. */
export function QueueTable({ rows, all, ticked, onTick }: QueueTableProps): ReactNode {
  const say = useWords();
  const isAll = ticked !== null && all.every(({ essay }) => ticked.has(essay));
  return (
    <ScrollBox className="table-wrap" labelledBy="viec">
      <table className="table table--cards table--queue" aria-rowcount={all.length + 1}>
        <caption className="vh">{say('review.queue')}</caption>
        <thead>
          <tr>
            {ticked !== null && (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={say('review.tickAll')}
                  checked={isAll}
                  onChange={() => onTick(new Set(isAll ? [] : all.map(({ essay }) => essay)))}
                />
              </th>
            )}
            <th scope="col" className="full">
              {say('review.col.essay')}
            </th>
            <th scope="col">{say('review.col.group')}</th>
            <th scope="col" className="num">
              {say('review.col.longestRun')}
            </th>
            <th scope="col" className="num">
              {say('review.col.overlap')}
            </th>
            <th scope="col">{say('review.col.proposal')}</th>
            <th scope="col">{say('review.col.received')}</th>
            <th scope="col">{say('review.col.assigned')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.essay}>
              {ticked !== null && <Tick row={row} ticked={ticked} onTick={onTick} />}
              <QueueCells row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Tick({ row, ticked, onTick }: { row: QueuedView; ticked: ReadonlySet<string>; onTick: QueueTableProps['onTick'] }): ReactNode {
  const say = useWords();
  const toggle = (): void => {
    const next = new Set(ticked);
    if (!next.delete(row.essay)) next.add(row.essay);
    onTick(next);
  };
  return (
    <td className="pick">
      <label className="pick__area">
        <input type="checkbox" aria-label={say('review.tick', { name: nameOf(row) })} checked={ticked.has(row.essay)} onChange={toggle} />
      </label>
    </td>
  );
}

function QueueCells({ row }: { row: QueuedView }): ReactNode {
  const say = useWords();
  const view = pathsBelow(paths.results(row.campaign));
  const who = row.person === '' ? [] : [row.member, row.post];
  const details = [...who, nameOf(row) === baseName(row.file) ? '' : baseName(row.file), row.unit, row.campaignName]
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <>
      <th scope="row" className="full">
        <Link className="who" to={view.essay(row.essay)}>
          <OutsideText text={nameOf(row)} />
        </Link>
        <span className="sub">
          <OutsideText text={details} />
        </span>
      </th>
      <td data-label={say('review.col.group')}>
        {row.group === null ? '–' : <Link to={view.group(row.group.id)}>{say('review.group', { n: row.group.number })}</Link>}
      </td>
      <td className="num" data-label={say('review.col.longestRun')}>
        {formatFigure(row.longestRun)}
      </td>
      <td className="num" data-label={say('review.col.overlap')}>
        {formatShare(row.best)}
      </td>
      <td data-label={say('review.col.proposal')}>
        <span className={`chip chip--proposal chip--${row.proposal}`}>
          <Icon name={TONE_ICONS[row.proposal]} />
          {say(`review.proposal.${row.proposal}`)}
        </span>
      </td>
      <td data-label={say('review.col.received')}>{new Date(row.receivedAt).toLocaleDateString('vi-VN', DAY)}</td>
      <td data-label={say('review.col.assigned')}>
        {row.assigned === null ? <span className="muted">{say('review.nobody')}</span> : row.isMine ? say('review.me') : row.assigned.name}
      </td>
    </>
  );
}

const DAY = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
const nameOf = ({ person, member, file }: QueuedView): string => person || member || baseName(file);
