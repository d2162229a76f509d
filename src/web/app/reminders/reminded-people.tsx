import { type ReactNode, useMemo, useState } from 'react';
import { formatCount, formatDay, NO_FIGURE } from '../../../api/format.js';
import { REMINDER_LISTS, type ReminderList, type ReminderPersonView } from '../../../api/reminders.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { Segments } from '../../look/segments.js';
import { Empty } from '../../look/states.js';
import { type Measure, VirtualBody } from '../../look/virtual-rows.js';
import { type Say, useWords } from '../../words/words.js';
import { useShownPeople } from '../studies/shown-people.js';
import { Messages } from './messages.js';

type Which = ReminderList | 'all';

/** People to remind: how many of each kind, each of them, and the messages to those who are shown. */
export function RemindedPeople({ people, campaign }: { people: readonly ReminderPersonView[]; campaign: string }): ReactNode {
  const say = useWords();
  const [which, choose] = useState<Which>('all');
  const listed = useMemo(() => (which === 'all' ? people : people.filter(({ list }) => list === which)), [people, which]);
  const { shown, fields } = useShownPeople(listed);
  const countOf = (list: Which): number => (list === 'all' ? people.length : people.filter((person) => person.list === list).length);
  const words = (['all', ...REMINDER_LISTS] as const).map((value) => {
    const n = formatCount(countOf(value));
    return {
      value,
      word: value === 'all' ? say('reminders.all', { n }) : say('reminders.withCount', { list: say(`reminders.list.${value}`), n }),
    };
  });
  return (
    <>
      <section className="panel noprint" aria-label={say('reminders.figures')}>
        <search className="filters">
          {fields}
          <Segments label={say('reminders.which')} choices={words} value={which} onChange={choose} />
          <span className="small muted" role="status">
            {say('reminders.people', { n: shown.length })}
          </span>
        </search>
        {shown.length === 0 ? <Empty title={say('reminders.none')}>{say('reminders.noneText')}</Empty> : <People people={shown} />}
      </section>
      {shown.length > 0 && <Messages people={shown} campaign={campaign} />}
    </>
  );
}

const keyOf = ({ id }: ReminderPersonView): string => id;

function People({ people }: { people: readonly ReminderPersonView[] }): ReactNode {
  const say = useWords();
  const caption = say('reminders.caption', { n: people.length });
  const heads = ['colName', 'colCell', 'colState', 'colDue', 'colKeyCadre'] as const;
  return (
    <ScrollBox className="table-wrap" label={caption}>
      <table className="table table--cards table--listed" aria-rowcount={people.length + 1}>
        <caption className="vh">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {say(`reminders.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <VirtualBody rows={people} keyOf={keyOf} span={heads.length}>
          {(person, index, measure) => <Row key={person.id} person={person} index={index} measure={measure} />}
        </VirtualBody>
      </table>
    </ScrollBox>
  );
}

function Row({ person, index, measure }: { person: ReminderPersonView; index: number; measure: Measure }): ReactNode {
  const say = useWords();
  const { name, card, cell, post, isKeyCadre, attempt, due } = person;
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <th scope="row" className="full">
        <b>
          <OutsideText text={name} />
        </b>
        <span className="sub">
          <OutsideText text={[card, post].filter(Boolean).join(' · ')} />
        </span>
      </th>
      <td data-label={say('reminders.colCell')}>
        <OutsideText text={cell || NO_FIGURE} />
      </td>
      <td data-label={say('reminders.colState')}>{attempt > 1 ? say('reminders.rewriting', { n: attempt }) : say('reminders.essay')}</td>
      <td data-label={say('reminders.colDue')}>
        {formatDay(due)}
        <span className={isLate(person) ? 'sub sub--late' : 'sub'}>{farWords(person, say)}</span>
      </td>
      <td data-label={say('reminders.colKeyCadre')}>{isKeyCadre ? say('reminders.yes') : NO_FIGURE}</td>
    </tr>
  );
}

const isLate = ({ list }: ReminderPersonView): boolean => list === 'overdue' || list === 'rewrite-overdue';

function farWords(person: ReminderPersonView, say: Say): string {
  const n = person.days;
  if (isLate(person)) return say('reminders.late', { n });
  return n === 0 ? say('reminders.today') : say('reminders.left', { n });
}
