import { type ReactNode, useMemo, useState } from 'react';
import { formatCount, formatShare } from '../../../api/format.js';
import type { DifferenceView } from '../../../api/service.js';
import { Icon } from '../../look/icons.js';
import { Chip } from '../../look/marks.js';
import { type Measure, VirtualBody } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';
import { FileName } from '../frame/file-name.js';

const PROPOSALS = ['accept', 'review', 'rewrite'] as const;

/** Essays that a changed definition would touch: those whose proposal changes first. */
export function DifferenceTable({ differences }: { differences: readonly DifferenceView[] }): ReactNode {
  const say = useWords();
  const [isOnly, setOnly] = useState(false);
  const { changed, rest } = useMemo(() => parted(differences), [differences]);
  const rows = useMemo(() => (isOnly ? changed : [...changed, ...rest]), [isOnly, changed, rest]);
  return (
    <>
      <Summary changed={changed} rest={rest.length} />
      <section className="panel">
        {changed.length > 0 && rest.length > 0 && (
          <div className="filters">
            <label className="choice">
              <input type="checkbox" checked={isOnly} onChange={(event) => setOnly(event.target.checked)} />
              {say('form.differences.only')}
            </label>
          </div>
        )}
        <table className="table table--cards" aria-rowcount={rows.length + 1}>
          <caption className="vh">{say('form.differences.caption')}</caption>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{say('form.differences.file')}</th>
              <th scope="col">{say('form.differences.proposal')}</th>
              <th scope="col">{say('form.differences.overlap')}</th>
              <th scope="col">{say('form.differences.quoted')}</th>
              <th scope="col">{say('form.differences.themes')}</th>
            </tr>
          </thead>
          <VirtualBody rows={rows} keyOf={keyOf} span={5}>
            {(difference, index, measure) => <Row difference={difference} index={index} measure={measure} />}
          </VirtualBody>
        </table>
      </section>
    </>
  );
}

function parted(differences: readonly DifferenceView[]) {
  const isChanged = ({ before, after }: DifferenceView): boolean => before.proposal !== after.proposal;
  return { changed: differences.filter(isChanged), rest: differences.filter((one) => !isChanged(one)) };
}

const keyOf = ({ id }: DifferenceView): string => id;

/** How many essays go from which proposal to which. */
function Summary({ changed, rest }: { changed: readonly DifferenceView[]; rest: number }): ReactNode {
  const say = useWords();
  const moves = PROPOSALS.flatMap((from) =>
    PROPOSALS.map((to) => ({
      from,
      to,
      count: changed.filter(({ before, after }) => before.proposal === from && after.proposal === to).length,
    })),
  ).filter(({ count }) => count > 0);
  return (
    <div className="panel panel__body--tight stack stack--tight">
      <p>
        <b>{say('form.differences.summary', { changed: formatCount(changed.length), figures: formatCount(rest) })}</b>
      </p>
      {moves.length > 0 && (
        <ul className="moves">
          {moves.map(({ from, to, count }) => (
            <li className="moves__one" key={`${from} ${to}`}>
              <b className="figure">{formatCount(count)}</b>
              <Move from={from} to={to} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Move({ from, to }: { from: (typeof PROPOSALS)[number]; to: (typeof PROPOSALS)[number] }): ReactNode {
  const say = useWords();
  return (
    <span className="move">
      <Chip tone={from} prefix={say('form.differences.from')} word={say(`home.proposal.${from}`)} />
      <Icon name="right" />
      <Chip tone={to} prefix={say('form.differences.to')} word={say(`home.proposal.${to}`)} />
    </span>
  );
}

function Row(props: { difference: DifferenceView; index: number; measure: Measure }): ReactNode {
  const say = useWords();
  const { index, measure } = props;
  const { file, before, after } = props.difference;
  const themes = ({ met, required }: DifferenceView['before']): string => `${met}/${required}`;
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <td className="full">
        <FileName file={file} />
      </td>
      <td className="full" data-label={say('form.differences.proposal')}>
        {before.proposal === after.proposal ? (
          <Chip tone={after.proposal} prefix="" word={say(`home.proposal.${after.proposal}`)} />
        ) : (
          <Move from={before.proposal} to={after.proposal} />
        )}
      </td>
      <Figure label={say('form.differences.overlap')} before={formatShare(before.best)} after={formatShare(after.best)} />
      <Figure label={say('form.differences.quoted')} before={formatShare(before.quoted)} after={formatShare(after.quoted)} />
      <Figure label={say('form.differences.themes')} before={themes(before)} after={themes(after)} />
    </tr>
  );
}

function Figure({ label, before, after }: { label: string; before: string; after: string }): ReactNode {
  const say = useWords();
  if (before === after)
    return (
      <td className="nowrap muted" data-label={label}>
        {after}
      </td>
    );
  return (
    <td className="nowrap" data-label={label}>
      <span className="vh">{say('form.differences.from')}</span>
      {before} <Icon name="right" /> <span className="vh">{say('form.differences.to')}</span>
      <b>{after}</b>
    </td>
  );
}
