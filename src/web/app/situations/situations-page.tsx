import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { SituationView } from '../../../api/situations.js';
import { Icon } from '../../look/icons.js';
import { Segments } from '../../look/segments.js';
import { Empty } from '../../look/states.js';
import { VirtualList } from '../../look/virtual-rows.js';
import { useWords } from '../../words/words.js';
import { ExportMenu } from '../export/export-menu.js';
import { Page } from '../frame/page.js';
import { Waiting } from '../frame/waiting.js';
import { LIBRARY, situationsQuery } from './queries.js';
import { SituationForm } from './situation-form.js';
import { SituationImport } from './situation-import.js';
import { SituationItem } from './situation-item.js';
import { useSoughtSituations } from './sought-situations.js';

/** Prompts that are tied to a job: the unit's own, and what units above offer. */
export function SituationsPage(): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(situationsQuery);
  const [isAdding, setAdding] = useState(false);
  const [isImporting, setImporting] = useState(false);
  if (data === undefined) return <Waiting error={error} retry={refetch} />;
  const add = (
    <button type="button" className="btn btn--main" onClick={() => setAdding(true)}>
      <Icon name="plus" />
      {say('situations.add')}
    </button>
  );
  const imports = (
    <button type="button" className="btn" aria-expanded={isImporting} onClick={() => setImporting(!isImporting)}>
      {say('situations.import')}
    </button>
  );
  const choices = [{ id: 'csv', word: say('situations.csv'), hint: say('situations.csvHint'), path: `${LIBRARY}/export` }];
  const isEmpty = data.length === 0;
  const actions = (
    <>
      {!isEmpty && <ExportMenu word={say('situations.export')} choices={choices} />}
      {!isEmpty && imports}
      {!isEmpty && !isAdding && add}
    </>
  );
  return (
    <Page title={say('situations.title')} lead={say('situations.lead')} actions={actions}>
      {isImporting && <SituationImport />}
      {isAdding && <SituationForm close={() => setAdding(false)} />}
      {isEmpty && !isAdding && (
        <div className="panel">
          <Empty
            title={say('situations.empty')}
            actions={
              <>
                {add}
                {imports}
              </>
            }
          >
            {say('situations.emptyText')}
          </Empty>
        </div>
      )}
      {!isEmpty && <Library situations={data} />}
    </Page>
  );
}

const keyOf = ({ id }: SituationView): string => id;

function Library({ situations }: { situations: readonly SituationView[] }): ReactNode {
  const say = useWords();
  const [isArchived, setArchived] = useState<'offered' | 'archived'>('offered');
  const [edited, edit] = useState<string | null>(null);
  const lists = {
    offered: situations.filter(({ archivedAt }) => archivedAt === null),
    archived: situations.filter(({ archivedAt }) => archivedAt !== null),
  };
  const { shown, fields, clear } = useSoughtSituations(lists[isArchived]);
  return (
    <section className="panel" aria-label={say('situations.list')}>
      <search className="filters">
        {fields}
        {lists.archived.length > 0 && (
          <Segments
            label={say('situations.which')}
            choices={(['offered', 'archived'] as const).map((value) => ({
              value,
              word: say(`situations.${value}`, { n: lists[value].length }),
            }))}
            value={isArchived}
            onChange={setArchived}
          />
        )}
        <span className="small muted" role="status">
          {say('situations.shown', { n: shown.length })}
        </span>
      </search>
      {shown.length === 0 ? (
        <Empty
          title={say('situations.none')}
          actions={
            <button type="button" className="btn" onClick={clear}>
              {say('situations.clear')}
            </button>
          }
        >
          {say('situations.noneText')}
        </Empty>
      ) : (
        <VirtualList rows={shown} keyOf={keyOf} className="situations" itemClass="situation">
          {(situation) =>
            situation.id === edited ? (
              <SituationForm situation={situation} close={() => edit(null)} />
            ) : (
              <SituationItem situation={situation} edit={() => edit(situation.id)} />
            )
          }
        </VirtualList>
      )}
    </section>
  );
}
