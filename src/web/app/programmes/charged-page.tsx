import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Empty, Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { ProgrammeTable } from './programme-table.js';
import { chargedQuery } from './queries.js';

/** Programmes and plans of the units that one is in charge of. */
export function ChargedPage(): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(chargedQuery);
  return (
    <Page title={say('programmes.chargedTitle')} short={say('programmes.chargedPlace')} lead={say('programmes.chargedLead')}>
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data?.length === 0 && (
        <div className="panel">
          <Empty title={say('programmes.chargedEmpty')}>{say('programmes.chargedEmptyText')}</Empty>
        </div>
      )}
      {data !== undefined && data.length > 0 && (
        <div className="panel">
          <ProgrammeTable
            caption={say('programmes.chargedList')}
            programmes={data}
            hasUnits
            to={(programme) => paths.chargedProgramme(programme.campaign, programme.id)}
          />
        </div>
      )}
    </Page>
  );
}
