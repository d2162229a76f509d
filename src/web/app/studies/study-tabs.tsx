import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { formatCount } from '../../../api/format.js';
import { STUDY_LISTS } from '../../../api/study.js';
import { useWords } from '../../words/words.js';
import { paths } from '../paths.js';
import { figuresQuery } from './queries.js';

/** Leads between sessions, material and the lists that one acts on, with how many are on each. */
export function StudyTabs({ campaign }: { campaign: string }): ReactNode {
  const say = useWords();
  const { data } = useQuery(figuresQuery(campaign));
  return (
    <nav className="parttabs noprint" aria-label={say('studies.tabs')}>
      <NavLink to={paths.studies(campaign)} end>
        {say('studies.tabSessions')}
      </NavLink>
      <NavLink to={paths.materials(campaign)}>{say('studies.tabMaterials')}</NavLink>
      {STUDY_LISTS.map((list) => (
        <NavLink key={list} to={paths.studyList(campaign, list)}>
          {say(`studies.lists.${list}`)}
          {data && ` (${formatCount(data.lists[list])})`}
        </NavLink>
      ))}
    </nav>
  );
}
