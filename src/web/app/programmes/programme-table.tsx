import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount, NO_FIGURE } from '../../../api/format.js';
import { type ListedProgrammeView, TASK_KINDS } from '../../../api/programmes.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { writeDay } from '../form/days.js';
import { StateTag } from './state-tag.js';

/** Programmes and plans in a table; `to` leads to one, `hasUnits` where they are of several units. */
export function ProgrammeTable(props: {
  caption: string;
  programmes: readonly ListedProgrammeView[];
  hasUnits: boolean;
  to: (programme: ListedProgrammeView) => string;
}): ReactNode {
  const say = useWords();
  const { caption, programmes, hasUnits, to } = props;
  const columns = (['title', 'unit', 'state', 'tasks', 'due', 'issued'] as const).filter((column) => hasUnits || column !== 'unit');
  return (
    <table className="table table--cards">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column} className={column === 'tasks' ? 'num' : undefined}>
              {say(`programmes.col.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {programmes.map((programme) => (
          <Row key={programme.id} programme={programme} hasUnits={hasUnits} to={to(programme)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ programme, hasUnits, to }: { programme: ListedProgrammeView; hasUnits: boolean; to: string }): ReactNode {
  const say = useWords();
  const { title, kind, person, unitName, campaignName, state, tasks, due, issuedNumber, issuedOn } = programme;
  const counted = TASK_KINDS.reduce((sum, one) => sum + tasks[one], 0);
  return (
    <tr>
      <th scope="row" className="full">
        <Link className="who" to={to}>
          <OutsideText text={title} />
        </Link>
        <span className="sub small muted">
          {say(`programmes.kind.${kind}`)}
          {person !== null && ` · ${person.name}`}
        </span>
      </th>
      {hasUnits && (
        <td data-label={say('programmes.col.unit')}>
          <OutsideText text={unitName} />
          <span className="sub small muted">
            <OutsideText text={campaignName} />
          </span>
        </td>
      )}
      <td data-label={say('programmes.col.state')}>
        <StateTag state={state} />
      </td>
      <td className="num" data-label={say('programmes.col.tasks')}>
        {counted === 0 ? NO_FIGURE : formatCount(counted)}
      </td>
      <td data-label={say('programmes.col.due')}>{due === null ? NO_FIGURE : writeDay(due)}</td>
      <td data-label={say('programmes.col.issued')}>
        {issuedOn === null ? NO_FIGURE : say('programmes.issuedAs', { number: issuedNumber, day: writeDay(issuedOn) })}
      </td>
    </tr>
  );
}
