import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { isOnList, ROSTER_LISTS, type RosterList, type RosterPersonView } from '../../../api/roster.js';
import { Icon } from '../../look/icons.js';
import { SearchField } from '../../look/search-field.js';
import { Segments } from '../../look/segments.js';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { Problem } from '../frame/problem.js';
import { saveAs } from '../frame/save-as.js';
import { askFile } from '../service/request.js';
import { PeopleTable } from './people-table.js';
import { rosterAddress } from './roster-queries.js';
import { findPeople } from './search-people.js';

/** The people of a roster: list, search, download, table. `edit`: null for whoever may only read. */
export function PeoplePanel(props: {
  people: readonly RosterPersonView[];
  list: RosterList;
  setList: (list: RosterList) => void;
  edit: ((person: RosterPersonView) => void) | null;
}): ReactNode {
  const say = useWords();
  const { people, list, setList, edit } = props;
  const [search, setSearch] = useState('');
  const lists = useMemo(
    () => new Map(ROSTER_LISTS.map((one) => [one, people.filter((person) => isOnList(one, person))] as const)),
    [people],
  );
  // Letters are on the screen before what they find.
  const [listed, sought] = [useDeferredValue(list), useDeferredValue(search)];
  const shown = useMemo(() => findPeople(lists.get(listed) ?? [], sought), [lists, listed, sought]);
  return (
    <section className="panel" aria-labelledby="dang-vien">
      <h2 className="vh" id="dang-vien">
        {say('roster.tableTitle')}
      </h2>
      <search className="filters">
        <SearchField label={say('roster.search')} value={search} onChange={setSearch} />
        <Segments
          label={say('roster.lists')}
          choices={ROSTER_LISTS.map((one) => ({ value: one, word: say(`roster.list.${one}`, { n: lists.get(one)?.length ?? 0 }) }))}
          value={list}
          onChange={setList}
        />
        <span className="small muted" role="status">
          {say('roster.shown', { n: shown.length, all: people.length })}
        </span>
        <ListDownload list={list} />
      </search>
      {shown.length === 0 ? (
        <Empty
          title={say('roster.none')}
          actions={
            <button
              type="button"
              className="btn"
              onClick={() => {
                setSearch('');
                setList('all');
              }}
            >
              {say('roster.clear')}
            </button>
          }
        >
          {say('roster.noneText')}
        </Empty>
      ) : (
        <PeopleTable people={shown} edit={edit} />
      )}
    </section>
  );
}

function ListDownload({ list }: { list: RosterList }): ReactNode {
  const say = useWords();
  const { id } = useCampaign();
  const download = useMutation({
    mutationFn: async () => saveAs(await askFile(`${rosterAddress(id)}.csv?list=${list}`), say('roster.listFile', { list })),
  });
  return (
    <>
      <button type="button" className="btn btn--small" onClick={() => download.mutate()} disabled={download.isPending}>
        <Icon name="out" />
        {say(download.isPending ? 'roster.downloading' : 'roster.download')}
      </button>
      <Problem error={download.error} />
    </>
  );
}
