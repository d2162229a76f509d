import { memo, type ReactNode, useRef } from 'react';
import type { AudiencePersonView } from '../../../api/audiences.js';
import { NO_FIGURE } from '../../../api/format.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { type Measure, VirtualBody } from '../../look/virtual-rows.js';
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
  const fits = useFits(box);
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
        <VirtualBody rows={people} keyOf={keyOf} span={3}>
          {(person, index, measure) => (
            <Row person={person} isIn={changes.get(person.id) ?? person.isMember} index={index} set={set} measure={measure} />
          )}
        </VirtualBody>
      </table>
    </ScrollBox>
  );
}

const keyOf = ({ id }: AudiencePersonView): string => id;

const Row = memo(function Row(props: {
  person: AudiencePersonView;
  isIn: boolean;
  index: number;
  set: SetChosen;
  measure: Measure;
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
