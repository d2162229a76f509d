import { memo, type ReactNode, useRef } from 'react';
import type { AudiencePersonView } from '../../../api/audiences.js';
import { NO_FIGURE } from '../../../api/format.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { Gap, useVirtualRows } from '../../look/virtual-rows.js';
import { useFits } from '../../viewer/results/use-fits.js';
import { useWords } from '../../words/words.js';

type SetChosen = (people: readonly AudiencePersonView[], isChosen: boolean) => void;

/** People to be ticked; of many only the rows near the screen are drawn. */
export function GroupTable(props: {
  people: readonly AudiencePersonView[];
  /** Who was ticked or unticked and is not saved yet. */
  changes: ReadonlyMap<string, boolean>;
  set: SetChosen;
}): ReactNode {
  const say = useWords();
  const { people, changes, set } = props;
  const box = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const fits = useFits(box);
  const { shown, above, below, measure } = useVirtualRows(people, body);
  return (
    <ScrollBox className={fits ? 'table-wrap table-wrap--free' : 'table-wrap'} labelledBy="nguoi-trong-nhom" box={box}>
      <table className="table table--cards table--group" aria-rowcount={people.length + 1}>
        <caption className="vh">{say('groups.caption', { n: people.length })}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{say('groups.col.name')}</th>
            <th scope="col">{say('groups.col.cell')}</th>
            <th scope="col">{say('groups.col.post')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          <Gap height={above} span={3} />
          {shown.map(({ row, index }) => (
            <Row key={row.id} person={row} isIn={changes.get(row.id) ?? row.isMember} index={index} set={set} measure={measure} />
          ))}
          <Gap height={below} span={3} />
        </tbody>
      </table>
    </ScrollBox>
  );
}

const Row = memo(function Row(props: {
  person: AudiencePersonView;
  isIn: boolean;
  index: number;
  set: SetChosen;
  measure: (element: HTMLElement | null) => void;
}): ReactNode {
  const say = useWords();
  const { person, isIn, index, set, measure } = props;
  const { name, card, cell, post } = person;
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <th scope="row" className="full">
        <label className="choice">
          <input type="checkbox" checked={isIn} onChange={(event) => set([person], event.target.checked)} />
          <span>
            <b>
              <OutsideText text={name} />
            </b>
            <small>
              <OutsideText text={card} />
            </small>
          </span>
        </label>
      </th>
      <td data-label={say('groups.col.cell')}>
        <OutsideText text={cell || NO_FIGURE} />
      </td>
      <td data-label={say('groups.col.post')}>
        <OutsideText text={post || NO_FIGURE} />
      </td>
    </tr>
  );
});
