import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { RosterList, RosterPersonView, RosterView } from '../../../api/roster.js';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { holds, useAccount } from '../frame/account.js';
import { Page } from '../frame/page.js';
import { Waiting } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { EntryDialog } from './entry-dialog.js';
import { PeoplePanel } from './people-panel.js';
import { rosterQuery } from './roster-queries.js';
import { RosterSummary } from './roster-summary.js';
import { RosterTabs } from './roster-tabs.js';
import { TemplateLinks } from './template-links.js';
import { UnsignedNote } from './unsigned-note.js';

/** Who must write in a campaign, and how far they are. */
export function RosterPage(): ReactNode {
  const { id } = useCampaign();
  const { data, error, refetch } = useQuery(rosterQuery(id));
  return data === undefined ? <Waiting error={error} retry={refetch} /> : <Roster roster={data} />;
}

function Roster({ roster }: { roster: RosterView }): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  const mayChange = holds(useAccount(), ['committee']);
  const [list, setList] = useState<RosterList>('all');
  const [edited, edit] = useState<RosterPersonView | null>(null);
  const { people, unsigned } = roster;
  const isEmpty = people.length === 0;
  const importLink = (
    <Link className={isEmpty ? 'btn btn--main' : 'btn'} to={paths.rosterImport(id)}>
      {say(isEmpty ? 'roster.import' : 'roster.importMore')}
    </Link>
  );
  return (
    <Page
      title={say('roster.title')}
      short={`${say('roster.title')} · ${name}`}
      lead={say('roster.lead')}
      {...(!isEmpty && mayChange && { actions: importLink })}
    >
      <RosterTabs campaign={id} unsigned={unsigned} />
      {isEmpty ? (
        <div className="panel">
          <Empty
            title={say('roster.emptyTitle')}
            {...(mayChange && {
              actions: (
                <>
                  {importLink}
                  <TemplateLinks />
                </>
              ),
            })}
          >
            {say('roster.emptyText')}
          </Empty>
        </div>
      ) : (
        <>
          <RosterSummary roster={roster} choose={setList} />
          {mayChange && <UnsignedNote campaign={id} />}
          <PeoplePanel people={people} list={list} setList={setList} edit={mayChange ? edit : null} />
        </>
      )}
      {edited !== null && <EntryDialog key={edited.id} campaign={id} person={edited} close={() => edit(null)} />}
    </Page>
  );
}
