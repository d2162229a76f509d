import { type ReactNode, useMemo, useState } from 'react';
import { NO_FIGURE } from '../../../api/format.js';
import type { DutyUnitView } from '../../../api/programmes.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { VirtualBody } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';
import { outOf } from '../tracker/out-of.js';
import { Share } from './share.js';
import { StateTag } from './state-tag.js';

interface Row {
  readonly key: string;
  readonly unit: DutyUnitView;
  readonly level: number;
  /** Null for one without units below it. */
  readonly isOpen: boolean | null;
}
const COLUMNS = 5;

const keyOf = ({ key }: Row): string => key;

/** The tree of units, which open and close, each with the state of its programme and what it comes to with all below it. */
export function DutyUnits({ units }: { units: readonly DutyUnitView[] }): ReactNode {
  const say = useWords();
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(units.flatMap(({ id, parent }) => (parent === null ? id : []))));
  const rows = useMemo(() => rowsOf(units, opened), [units, opened]);
  const toggle = (id: string): void => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };
  return (
    <section className="panel" aria-labelledby="theo-don-vi">
      <div className="panel__head">
        <h2 id="theo-don-vi">{say('programmes.byUnit')}</h2>
      </div>
      <ScrollBox className="table-wrap" labelledBy="theo-don-vi">
        <table className="table table--cards table--report" aria-rowcount={rows.length + 1}>
          <caption className="vh">{say('programmes.byUnit')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('programmes.col.unit')}</th>
              <th scope="col">{say('programmes.col.state')}</th>
              <th scope="col" className="num">
                {say('programmes.short.collective')}
              </th>
              <th scope="col" className="num">
                {say('programmes.short.plans')}
              </th>
              <th scope="col" className="num">
                {say('programmes.weak')}
              </th>
            </tr>
          </thead>
          <VirtualBody rows={rows} keyOf={keyOf} span={COLUMNS}>
            {(row, index, measure) => (
              <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
                <Cells row={row} toggle={toggle} />
              </tr>
            )}
          </VirtualBody>
        </table>
      </ScrollBox>
    </section>
  );
}

function Cells({ row: { unit, level, isOpen }, toggle }: { row: Row; toggle: (id: string) => void }): ReactNode {
  const say = useWords();
  const { id, name, state, own, all } = unit;
  return (
    <>
      <th scope="row" className="full">
        <span className={isOpen === null ? 'unitname unitname--leaf' : 'unitname'} style={{ paddingLeft: `${level * 1.25}rem` }}>
          {isOpen === null ? (
            <OutsideText text={name} />
          ) : (
            <button type="button" aria-expanded={isOpen} onClick={() => toggle(id)}>
              <Icon name={isOpen ? 'down' : 'right'} />
              <OutsideText text={name} />
            </button>
          )}
        </span>
      </th>
      <td data-label={say('programmes.col.state')}>
        {own.programmesRequired === 0 && state === null ? NO_FIGURE : <StateTag state={state} />}
      </td>
      <td className="num" data-label={say('programmes.short.collective')}>
        <Share part={all.programmesIssued} whole={all.programmesRequired} />
      </td>
      <td className="num" data-label={say('programmes.short.plans')}>
        <Share part={all.plansIssued} whole={all.plansRequired} />
      </td>
      <td className="num" data-label={say('programmes.weak')}>
        {all.reviewed === 0 ? NO_FIGURE : outOf(all.weak, all.reviewed)}
      </td>
    </>
  );
}

const byName = new Intl.Collator('vi', { numeric: true });

/** The tree as rows, those of closed units left out; where most is missing first among its like. */
function rowsOf(units: readonly DutyUnitView[], opened: ReadonlySet<string>): Row[] {
  const below = new Map<string | null, DutyUnitView[]>();
  for (const unit of units) below.set(unit.parent, [...(below.get(unit.parent) ?? []), unit]);
  const missing = ({ all }: DutyUnitView): number => all.programmesRequired - all.programmesIssued + all.plansRequired - all.plansIssued;
  const sorted = (list: readonly DutyUnitView[]): DutyUnitView[] =>
    [...list].sort((one, other) => missing(other) - missing(one) || byName.compare(one.name, other.name));
  const rows: Row[] = [];
  const add = (unit: DutyUnitView, level: number): void => {
    const children = below.get(unit.id) ?? [];
    const isOpen = children.length === 0 ? null : opened.has(unit.id);
    rows.push({ key: unit.id, unit, level, isOpen });
    if (isOpen === true) for (const child of sorted(children)) add(child, level + 1);
  };
  for (const root of sorted(below.get(null) ?? [])) add(root, 0);
  return rows;
}
