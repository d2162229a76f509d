import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { paths } from '../paths.js';
import { rosterQuery, writersQuery } from './roster-queries.js';

/** How many files, of one batch or of all, still need a writer; nothing where there is no roster or every writer is known. */
export function UnsignedNote({ campaign, batch }: { campaign: string; batch?: string }): ReactNode {
  const say = useWords();
  const { data: files = [] } = useQuery(writersQuery(campaign));
  const { data: roster } = useQuery(rosterQuery(campaign));
  const count = files.filter((file) => batch === undefined || file.batch === batch).length;
  if (count === 0 || roster === undefined || roster.people.length === 0) return null;
  return (
    <Note kind="warn" icon="ask" title={say(batch === undefined ? 'roster.unsignedTitle' : 'roster.unsignedOfBatch', { n: count })}>
      <p>
        {say('roster.unsignedText')} <Link to={paths.writers(campaign)}>{say('roster.unsignedGo')}</Link>
      </p>
    </Note>
  );
}
