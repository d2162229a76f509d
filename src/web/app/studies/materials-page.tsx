import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatCount } from '../../../api/format.js';
import type { MaterialRatesView, MaterialView } from '../../../api/study.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { Empty } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { ORGANISERS, useHolds } from '../frame/account.js';
import { Page } from '../frame/page.js';
import { Waiting } from '../frame/waiting.js';
import { GivenPanel } from './given-panel.js';
import { MaterialForm } from './material-form.js';
import { NoRoster } from './no-roster.js';
import { materialsQuery } from './queries.js';
import { Rate } from './rate.js';
import { StudyTabs } from './study-tabs.js';

/** Which material is open, in the address. */
const OPEN = 'mo';

/** What is handed out to study from: how far it has come, by member and by cell. */
export function MaterialsPage(): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  const mayChange = useHolds(ORGANISERS);
  const [search, setSearch] = useSearchParams();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(materialsQuery(id));
  if (data === undefined) return <Waiting error={error} retry={refetch} />;
  const { materials, rates } = data;
  const open = materials.find((material) => material.id === search.get(OPEN));
  const show = (material: string): void => setSearch({ [OPEN]: material }, { replace: true, preventScrollReset: true });
  const add = (
    <button type="button" className="btn btn--main" onClick={() => setAdding(true)}>
      <Icon name="plus" />
      {say('studies.addMaterial')}
    </button>
  );
  return (
    <Page
      title={say('studies.materialsTitle')}
      short={`${say('studies.materialsTitle')} · ${name}`}
      lead={say('studies.materialsLead')}
      {...(mayChange && !isAdding && materials.length > 0 && { actions: add })}
    >
      <StudyTabs campaign={id} />
      {rates.members === 0 ? <NoRoster campaign={id} /> : <Rates rates={rates} />}
      {isAdding && (
        <MaterialForm
          campaign={id}
          onSaved={(material) => {
            setAdding(false);
            show(material);
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      {materials.length > 0 && <MaterialTable materials={materials} rates={rates} open={open?.id ?? null} show={show} />}
      {materials.length === 0 && !isAdding && (
        <div className="panel">
          <Empty title={say('studies.materialsEmpty')} {...(mayChange && { actions: add })}>
            {say('studies.materialsEmptyText')}
          </Empty>
        </div>
      )}
      {open !== undefined && <GivenPanel key={open.id} campaign={id} material={open.id} close={() => setSearch({}, { replace: true })} />}
    </Page>
  );
}

function Rates({ rates: { members, givenMembers, cells, givenCells } }: { rates: MaterialRatesView }): ReactNode {
  const say = useWords();
  return (
    <section className="panel strip strip--rates" aria-label={say('studies.materialsTitle')}>
      <Rate label={say('studies.members')} part={givenMembers} whole={members} />
      <Rate label={say('studies.cells')} part={givenCells} whole={cells} />
    </section>
  );
}

function MaterialTable(props: {
  materials: readonly MaterialView[];
  rates: MaterialRatesView;
  open: string | null;
  show: (material: string) => void;
}): ReactNode {
  const say = useWords();
  const { materials, rates, open, show } = props;
  const heads = ['material', 'materialKind', 'givenPeople', 'givenCells'] as const;
  return (
    <div className="panel">
      <table className="table table--cards">
        <caption className="vh">{say('studies.materialsCaption')}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head} className={head.startsWith('given') ? 'num' : undefined}>
                {say(`studies.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {materials.map(({ id, title, kind, people, cells }) => (
            <tr key={id} data-picked={id === open || undefined}>
              <th scope="row" className="full">
                <button type="button" className="linklike" aria-expanded={id === open} onClick={() => show(id)}>
                  <OutsideText text={title} />
                </button>
              </th>
              <td data-label={say('studies.materialKind')}>{say(`studies.materialKinds.${kind}`)}</td>
              <td className="num" data-label={say('studies.givenPeople')}>{`${formatCount(people)}/${formatCount(rates.members)}`}</td>
              <td className="num" data-label={say('studies.givenCells')}>{`${formatCount(cells)}/${formatCount(rates.cells)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
