import { memo, type ReactNode, useCallback, useRef } from 'react';
import { Link } from 'react-router';
import { formatFigure, formatShare } from '../../../api/format.js';
import type { QueuedView } from '../../../api/review.js';
import { Icon } from '../../look/icons.js';
import { TONE_ICONS } from '../../look/marks.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { type Measure, VirtualBody } from '../../look/virtual-rows.js';
import { pathsBelow } from '../../viewer/paths.js';
import { useFits } from '../../viewer/results/use-fits.js';
import { useWords } from '../../words/words.js';
import { paths } from '../paths.js';

interface QueueTableProps {
  /** All that pass the filter, in order. */
  readonly rows: readonly QueuedView[];
  /** null: essays cannot be ticked. */
  readonly ticked: ReadonlySet<string> | null;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/** Essays that wait, each with what tells how urgent it is. While letters are typed above it, it is drawn anew only for what they find. */
export const QueueTable = memo(function QueueTable({ rows, ticked, onTick }: QueueTableProps): ReactNode {
  const say = useWords();
  const isAll = ticked !== null && rows.every(({ essay }) => ticked.has(essay));
  const toggle = useToggle(ticked, onTick);
  const box = useRef<HTMLDivElement>(null);
  const fits = useFits(box);
  return (
    <ScrollBox className={fits ? 'table-wrap table-wrap--free' : 'table-wrap'} labelledBy="viec" box={box}>
      <table className="table table--pin table--cards table--queue" aria-rowcount={rows.length + 1}>
        <caption className="vh">{say('review.queue')}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {ticked !== null && (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={say('review.tickAll')}
                  checked={isAll}
                  onChange={() => onTick(new Set(isAll ? [] : rows.map(({ essay }) => essay)))}
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
        <VirtualBody rows={rows} keyOf={keyOf} span={ticked === null ? 7 : 8}>
          {(row, index, measure) => (
            <Row row={row} index={index} measure={measure} isTicked={ticked?.has(row.essay) ?? null} toggle={toggle} />
          )}
        </VirtualBody>
      </table>
    </ScrollBox>
  );
});

const keyOf = ({ essay }: QueuedView): string => essay;

/** Ticks one essay, or takes its tick away; the same function for as long as the table is there, so that rows need not be drawn anew. */
function useToggle(ticked: QueueTableProps['ticked'], onTick: QueueTableProps['onTick']): (essay: string) => void {
  const newest = useRef({ ticked, onTick });
  newest.current = { ticked, onTick };
  return useCallback((essay) => {
    const next = new Set(newest.current.ticked);
    if (!next.delete(essay)) next.add(essay);
    newest.current.onTick(next);
  }, []);
}

interface RowProps {
  readonly row: QueuedView;
  readonly index: number;
  readonly measure: Measure;
  /** null: cannot be ticked. */
  readonly isTicked: boolean | null;
  readonly toggle: (essay: string) => void;
}

const Row = memo(function Row({ row, index, measure, isTicked, toggle }: RowProps): ReactNode {
  const say = useWords();
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      {isTicked !== null && (
        <td className="pick">
          <label className="pick__area">
            <input
              type="checkbox"
              aria-label={say('review.tick', { name: nameOf(row) })}
              checked={isTicked}
              onChange={() => toggle(row.essay)}
            />
          </label>
        </td>
      )}
      <QueueCells row={row} />
    </tr>
  );
});

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
