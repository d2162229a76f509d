import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { formatCount } from '../../../api/format.js';
import { STUDY_LISTS, type StudyFiguresView } from '../../../api/study.js';
import { Icon } from '../../look/icons.js';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { ORGANISERS, useHolds } from '../frame/account.js';
import { Page } from '../frame/page.js';
import { Waiting } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { readChosen } from './chosen-people.js';
import { NewSession } from './new-session.js';
import { NoRoster } from './no-roster.js';
import { figuresQuery, sessionsQuery } from './queries.js';
import { Rate } from './rate.js';
import { SessionTable } from './session-table.js';
import { StudyTabs } from './study-tabs.js';

/** Study sessions of a campaign, and how far the studying is. `?hoc-bu` opens the form for a catch-up session. */
export function SessionsPage(): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  const navigate = useNavigate();
  const mayChange = useHolds(ORGANISERS);
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation();
  const [isAdding, setAdding] = useState(false);
  const sessions = useQuery(sessionsQuery(id));
  const figures = useQuery(figuresQuery(id));
  if (sessions.data === undefined || figures.data === undefined)
    return <Waiting error={sessions.error ?? figures.error} retry={() => Promise.all([sessions.refetch(), figures.refetch()])} />;
  const isCatchUp = search.has('hoc-bu');
  const isOpen = mayChange && (isAdding || isCatchUp);
  const close = (): void => {
    setAdding(false);
    setSearch({}, { replace: true });
  };
  const add = (
    <button type="button" className="btn btn--main" onClick={() => setAdding(true)}>
      <Icon name="plus" />
      {say('studies.add')}
    </button>
  );
  return (
    <Page
      title={say('studies.title')}
      short={`${say('studies.title')} · ${name}`}
      lead={say('studies.lead')}
      {...(mayChange && !isOpen && sessions.data.length > 0 && { actions: add })}
    >
      <StudyTabs campaign={id} />
      {figures.data.members === 0 ? <NoRoster campaign={id} /> : <Summary campaign={id} figures={figures.data} />}
      {isOpen && (
        <NewSession
          key={String(isCatchUp)}
          campaign={id}
          figures={figures.data}
          isCatchUp={isCatchUp}
          chosen={isCatchUp ? readChosen(state) : null}
          onSaved={({ session }) => void navigate(paths.studySession(id, session.id))}
          onCancel={close}
        />
      )}
      {sessions.data.length > 0 && <SessionTable campaign={id} sessions={sessions.data} />}
      {sessions.data.length === 0 && !isOpen && (
        <div className="panel">
          <Empty title={say('studies.empty')} {...(mayChange && { actions: add })}>
            {say(mayChange ? 'studies.emptyText' : 'studies.emptyElse')}
          </Empty>
        </div>
      )}
    </Page>
  );
}

function Summary({ campaign, figures }: { campaign: string; figures: StudyFiguresView }): ReactNode {
  const say = useWords();
  const { members, attended, caughtUp, lists } = figures;
  return (
    <section className="panel strip strip--study" aria-label={say('studies.summary')}>
      <Rate
        label={say('studies.studied')}
        part={attended + caughtUp}
        whole={members}
        {...(caughtUp > 0 && { note: say('studies.caughtUpOf', { n: caughtUp }) })}
      />
      <div className="rosterfigures">
        {STUDY_LISTS.map((list) => (
          <Link key={list} to={paths.studyList(campaign, list)}>
            <span className="small">{say(`studies.lists.${list}`)}</span>
            <b>{formatCount(lists[list])}</b>
          </Link>
        ))}
      </div>
    </section>
  );
}
