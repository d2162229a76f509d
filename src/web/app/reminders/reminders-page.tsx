import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { RemindersView } from '../../../api/reminders.js';
import { Empty, Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { ExportMenu } from '../export/export-menu.js';
import { Page } from '../frame/page.js';
import { Waiting } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { RosterTabs } from '../roster/roster-tabs.js';
import { remindersAddress, remindersQuery } from './queries.js';
import { RemindedPeople } from './reminded-people.js';
import { UnitReminders } from './unit-reminders.js';

/** Who is due soon or overdue, what can be sent to them by hand, and how many there are at each unit below. */
export function RemindersPage(): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  const { data, error, refetch } = useQuery(remindersQuery(id));
  if (data === undefined) return <Waiting error={error} retry={refetch} />;
  const { people, warningDays } = data;
  return (
    <Page
      title={say('reminders.title')}
      short={`${say('reminders.title')} · ${name}`}
      lead={say('reminders.lead', { n: warningDays })}
      {...(people.length > 0 && { actions: <Actions count={people.length} /> })}
    >
      <RosterTabs campaign={id} />
      <WithoutDay reminders={data} />
      {people.length === 0 ? (
        <div className="panel">
          <Empty title={say('reminders.empty')}>{say('reminders.emptyText', { n: warningDays })}</Empty>
        </div>
      ) : (
        <RemindedPeople people={people} campaign={name} />
      )}
      <UnitReminders campaign={id} />
    </Page>
  );
}

function Actions({ count }: { count: number }): ReactNode {
  const say = useWords();
  const { id } = useCampaign();
  const choices = (['xlsx', 'csv'] as const).map((format) => {
    const hint = say('reminders.exportHint', { n: count });
    return { id: format, word: say(`export.${format}`), hint, path: `${remindersAddress(id)}/${format}` };
  });
  return (
    <>
      <ExportMenu word={say('reminders.exportList')} choices={choices} />
      <button type="button" className="btn btn--main" onClick={() => window.print()}>
        {say('reminders.print')}
      </button>
    </>
  );
}

/** Whoever owes an essay without a day stands on no list; that is said, so that nobody is forgotten. */
function WithoutDay({ reminders: { noDue } }: { reminders: RemindersView }): ReactNode {
  const say = useWords();
  const { id } = useCampaign();
  if (noDue === 0) return null;
  return (
    <div className="noprint">
      <Note kind="warn" title={say('reminders.noDue', { n: noDue })}>
        <p>
          {say('reminders.noDueText')} <Link to={paths.dueDays(id)}>{say('reminders.noDueGo')}</Link>
        </p>
      </Note>
    </div>
  );
}
