import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatCount, NO_FIGURE } from '../../../api/format.js';
import type { UnitReminderView } from '../../../api/reminders.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { type Measure, VirtualBody } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';
import { useAccount } from '../frame/account.js';
import { Problem } from '../frame/problem.js';
import { unitRemindersQuery } from './queries.js';

const FIGURES = ['overdue', 'soon', 'rewriteOverdue', 'rewriteSoon'] as const;
const LISTS = { overdue: 'overdue', soon: 'soon', rewriteOverdue: 'rewrite-overdue', rewriteSoon: 'rewrite-soon' } as const;
const keyOf = ({ id }: UnitReminderView): string => id;

/** How many are due or overdue at each unit, for whoever has units below; names of people are those of the units themselves. */
export function UnitReminders({ campaign }: { campaign: string }): ReactNode {
  const say = useWords();
  const { grants } = useAccount();
  const { data, error, refetch } = useQuery(unitRemindersQuery(campaign));
  if (data === undefined) return <Problem error={error} retry={() => void refetch()} />;
  const isAbove = data.units.some(({ id }) => grants.every(({ unit }) => unit !== id));
  if (!isAbove) return null;
  const caption = say('reminders.unitsCaption', { n: data.units.length });
  return (
    <section className="panel noprint" aria-labelledby="don-vi-den-han">
      <div className="panel__head">
        <div>
          <h2 id="don-vi-den-han">{say('reminders.units')}</h2>
          <p className="small muted">{say('reminders.unitsLead')}</p>
        </div>
      </div>
      <ScrollBox className="table-wrap" label={caption}>
        <table className="table table--cards" aria-rowcount={data.units.length + 1}>
          <caption className="vh">{caption}</caption>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{say('reminders.colUnit')}</th>
              {FIGURES.map((figure) => (
                <th scope="col" className="num" key={figure}>
                  {say(`reminders.list.${LISTS[figure]}`)}
                </th>
              ))}
              <th scope="col" className="num">
                {say('reminders.colMostDays')}
              </th>
            </tr>
          </thead>
          <VirtualBody rows={data.units} keyOf={keyOf} span={FIGURES.length + 2}>
            {(unit, index, measure) => <Row key={unit.id} unit={unit} index={index} measure={measure} />}
          </VirtualBody>
        </table>
      </ScrollBox>
    </section>
  );
}

function Row({ unit, index, measure }: { unit: UnitReminderView; index: number; measure: Measure }): ReactNode {
  const say = useWords();
  const { name, above, mostDays } = unit;
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <th scope="row" className="full">
        <b>
          <OutsideText text={name} />
        </b>
        {above !== '' && (
          <span className="sub">
            <OutsideText text={above} />
          </span>
        )}
      </th>
      {FIGURES.map((figure) => (
        <td className="num" data-label={say(`reminders.list.${LISTS[figure]}`)} key={figure}>
          {formatCount(unit[figure])}
        </td>
      ))}
      <td className="num" data-label={say('reminders.colMostDays')}>
        {mostDays === 0 ? NO_FIGURE : say('reminders.days', { n: mostDays })}
      </td>
    </tr>
  );
}
