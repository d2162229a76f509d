import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import { type ListedPersonView, STUDY_LISTS, type StudyList } from '../../../api/study.js';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { ExportMenu } from '../export/export-menu.js';
import { ORGANISERS, useHolds } from '../frame/account.js';
import { NotFound } from '../frame/not-found.js';
import { Page } from '../frame/page.js';
import { Waiting } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { ChosenBar } from './chosen-bar.js';
import { ListedTable } from './listed-table.js';
import { listAddress, listQuery } from './queries.js';
import { useShownPeople } from './shown-people.js';
import { StudyTabs } from './study-tabs.js';

/** One of the lists that somebody acts on. */
export function StudyListPage(): ReactNode {
  const named = useParams().list;
  const list = STUDY_LISTS.find((one) => one === named);
  return list === undefined ? <NotFound /> : <List key={list} list={list} />;
}

function List({ list }: { list: StudyList }): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  const { data, error, refetch } = useQuery(listQuery(id, list));
  if (data === undefined) return <Waiting error={error} retry={refetch} />;
  const { people } = data;
  const title = say(`studies.lists.${list}`);
  return (
    <Page
      title={`${title}: ${say('studies.people', { n: people.length })}`}
      short={`${title} · ${name}`}
      lead={say(`studies.listLead.${list}`)}
      {...(people.length > 0 && { actions: <Actions list={list} count={people.length} /> })}
    >
      <StudyTabs campaign={id} />
      {people.length === 0 ? (
        <div className="panel">
          <Empty title={say(`studies.listEmpty.${list}`)}>{say('studies.listEmptyText')}</Empty>
        </div>
      ) : (
        <People people={people} list={list} />
      )}
    </Page>
  );
}

function Actions({ list, count }: { list: StudyList; count: number }): ReactNode {
  const say = useWords();
  const { id } = useCampaign();
  const mayChange = useHolds(ORGANISERS);
  const choices = (['xlsx', 'csv'] as const).map((format) => {
    return {
      id: format,
      word: say(`export.${format}`),
      hint: say('studies.listHint', { n: count }),
      path: `${listAddress(id, list)}/${format}`,
    };
  });
  return (
    <>
      <ExportMenu word={say('studies.exportList')} choices={choices} />
      <button type="button" className={list === 'no-essay' ? 'btn btn--main' : 'btn'} onClick={() => window.print()}>
        {say('studies.print')}
      </button>
      {mayChange && list === 'not-studied' && (
        <Link className="btn btn--main" to={`${paths.studies(id)}?hoc-bu`}>
          {say('studies.makeCatchUp')}
        </Link>
      )}
    </>
  );
}

/** Lists of people whom no session has noted: one marks them, or has them catch up. */
const TO_BE_MARKED: readonly StudyList[] = ['not-studied', 'no-attendance'];

function People({ people, list }: { people: readonly ListedPersonView[]; list: StudyList }): ReactNode {
  const say = useWords();
  const { id } = useCampaign();
  const mayChoose = useHolds(ORGANISERS) && TO_BE_MARKED.includes(list);
  const { shown, fields } = useShownPeople(people);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => shown.filter((person) => ticked.has(person.id)), [shown, ticked]);
  const title = say(`studies.lists.${list}`);
  return (
    <section className="panel" aria-label={title}>
      <search className="filters">{fields}</search>
      {shown.length === 0 ? (
        <Empty title={say('studies.nobodyShown')}>{say('studies.nobodyShownText')}</Empty>
      ) : (
        <ListedTable people={shown} title={title} ticked={mayChoose ? ticked : null} onTick={setTicked} />
      )}
      {chosen.length > 0 && <ChosenBar campaign={id} chosen={chosen} clear={() => setTicked(new Set())} />}
    </section>
  );
}
