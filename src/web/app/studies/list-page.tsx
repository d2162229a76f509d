import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { formatDay, NO_FIGURE } from '../../../api/format.js';
import { type ListedPersonView, STUDY_LISTS, type StudyList } from '../../../api/study.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { Empty } from '../../look/states.js';
import { type Measure, VirtualBody } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { ExportMenu } from '../export/export-menu.js';
import { ORGANISERS, useHolds } from '../frame/account.js';
import { NotFound } from '../frame/not-found.js';
import { Page } from '../frame/page.js';
import { Waiting } from '../frame/waiting.js';
import { paths } from '../paths.js';
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
        <People people={people} title={title} />
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
      {mayChange && list === 'no-attendance' && (
        <Link className="btn btn--main" to={paths.studies(id)}>
          {say('studies.markThem')}
        </Link>
      )}
    </>
  );
}

function People({ people, title }: { people: readonly ListedPersonView[]; title: string }): ReactNode {
  const say = useWords();
  const { shown: sought, fields } = useShownPeople(people);
  const caption = say('studies.listCaption', { list: title, n: sought.length });
  const heads = [say('studies.colName'), say('studies.colCell'), say('studies.due'), say('studies.keyCadre')];
  return (
    <section className="panel" aria-label={title}>
      <search className="filters">{fields}</search>
      <ScrollBox className="table-wrap" label={caption}>
        <table className="table table--cards table--listed" aria-rowcount={sought.length + 1}>
          <caption className="vh">{caption}</caption>
          <thead>
            <tr aria-rowindex={1}>
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <VirtualBody rows={sought} keyOf={keyOf} span={4}>
            {(person, index, measure) => <Row person={person} index={index} measure={measure} />}
          </VirtualBody>
        </table>
      </ScrollBox>
    </section>
  );
}

const keyOf = ({ id }: ListedPersonView): string => id;

function Row(props: { person: ListedPersonView; index: number; measure: Measure }): ReactNode {
  const say = useWords();
  const { person, index, measure } = props;
  const { name, card, cell, post, isKeyCadre, isProbationary, isExempt, due, daysOverdue } = person;
  const flags = [isProbationary ? say('studies.probationary') : '', isExempt ? say('studies.exempt') : ''];
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <th scope="row" className="full">
        <b>
          <OutsideText text={name} />
        </b>
        <span className="sub">
          <OutsideText text={[card, post, ...flags].filter(Boolean).join(' · ')} />
        </span>
      </th>
      <td data-label={say('studies.colCell')}>
        <OutsideText text={cell || NO_FIGURE} />
      </td>
      <td data-label={say('studies.due')}>
        {due === null || isExempt ? NO_FIGURE : formatDay(due)}
        {daysOverdue > 0 && <span className="sub">{say('studies.overdue', { n: daysOverdue })}</span>}
      </td>
      <td data-label={say('studies.keyCadre')}>{isKeyCadre ? say('studies.yes') : NO_FIGURE}</td>
    </tr>
  );
}
