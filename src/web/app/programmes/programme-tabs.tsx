import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useWords } from '../../words/words.js';
import { useHolds } from '../frame/account.js';
import { paths } from '../paths.js';

/** Leads between what the unit has, what the campaign asks and how far the units below have come. */
export function ProgrammeTabs({ campaign }: { campaign: string }): ReactNode {
  const say = useWords();
  const mayCount = useHolds(['committee', 'secretary', 'inspection']);
  return (
    <nav className="parttabs noprint" aria-label={say('programmes.tabs')}>
      <NavLink to={paths.programmes(campaign)} end>
        {say('programmes.tabOwn')}
      </NavLink>
      <NavLink to={paths.duties(campaign)}>{say('programmes.tabDuties')}</NavLink>
      {mayCount && <NavLink to={paths.dutyCounts(campaign)}>{say('programmes.tabCounts')}</NavLink>}
    </nav>
  );
}
