import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { BatchView } from '../../../api/service.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { paths } from '../paths.js';
import { rosterQuery } from '../roster/roster-queries.js';
import { RosterField } from './roster-field.js';

/** How writers are found: from the campaign's roster, else from a list that goes with the batch. */
export function BatchRoster({ campaign, batch }: { campaign: string; batch: BatchView }): ReactNode {
  const say = useWords();
  const { data } = useQuery(rosterQuery(campaign));
  if (data === undefined) return null;
  // A list that is there already counts, and can be taken back.
  if (data.people.length === 0 || batch.hasRoster) return <RosterField batch={batch.id} hasRoster={batch.hasRoster} />;
  return (
    <Note kind="info" icon="info" title={say('roster.ofBatch', { n: data.people.length })}>
      <p>
        {say('roster.ofBatchText')} <Link to={paths.roster(campaign)}>{say('roster.ofBatchGo')}</Link>
      </p>
    </Note>
  );
}
