import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { paths } from '../paths.js';

/** Stands where people would, while the campaign has none. */
export function NoRoster({ campaign }: { campaign: string }): ReactNode {
  const say = useWords();
  return (
    <div className="panel">
      <Empty
        title={say('studies.noRoster')}
        actions={
          <Link className="btn" to={paths.roster(campaign)}>
            {say('studies.toRoster')}
          </Link>
        }
      >
        {say('studies.noRosterText')}
      </Empty>
    </div>
  );
}
