import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { GroupView } from '../../../api/view.js';
import { OutsideText } from '../../look/outside-text.js';
import { usePaths } from '../paths.js';
import { useWords } from '../words.js';

/** Members of a group that belong to other units: the unit, and the way to what is shared. */
export function OtherUnits({ group: { others, unlinked } }: { group: GroupView }): ReactNode {
  const say = useWords();
  const paths = usePaths();
  return (
    <section className="panel" aria-labelledby="don-vi-khac">
      <div className="panel__head">
        <h2 id="don-vi-khac">{say('group.others')}</h2>
        <p className="small muted">{say('group.othersText')}</p>
      </div>
      <ul className="matchlist">
        {others.map(({ id, unit, beside }) => (
          <li key={id}>
            <Link to={paths.pair(beside, id)}>
              <OutsideText text={say('group.other', { unit })} />
            </Link>{' '}
            {unlinked.includes(id) && <span className="tag">{say('group.unlinkedMember')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
