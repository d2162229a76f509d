import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useWords } from '../../words/words.js';
import { READERS, useHolds } from '../frame/account.js';
import { paths } from '../paths.js';

/** Leads between the parts of a campaign's roster. */
export function RosterTabs({ campaign, unsigned }: { campaign: string; unsigned?: number }): ReactNode {
  const say = useWords();
  const showsWriters = useHolds(READERS);
  return (
    <nav className="parttabs noprint" aria-label={say('roster.tabs')}>
      <NavLink to={paths.roster(campaign)} end>
        {say('roster.tabPeople')}
      </NavLink>
      {showsWriters && (
        <NavLink to={paths.writers(campaign)}>
          {unsigned === undefined ? say('roster.tabWritersPlain') : say('roster.tabWriters', { n: unsigned })}
        </NavLink>
      )}
      <NavLink to={paths.dueDays(campaign)}>{say('roster.tabDue')}</NavLink>
      <NavLink to={paths.reminders(campaign)}>{say('reminders.title')}</NavLink>
    </nav>
  );
}
