import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { UnitProgrammesView } from '../../../api/programmes.js';
import { Icon } from '../../look/icons.js';
import { Loading, Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { writeDay } from '../form/days.js';
import { useHolds } from '../frame/account.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { InCharge } from './in-charge.js';
import { NewProgramme } from './new-programme.js';
import { ProgrammeTable } from './programme-table.js';
import { ProgrammeTabs } from './programme-tabs.js';
import { programmesQuery } from './queries.js';

/** What the own unit has and is asked for in a campaign. */
export function ProgrammesPage(): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  const { data, error, refetch } = useQuery(programmesQuery(id));
  const [isAdding, add] = useState(false);
  const mayAdd = useHolds(['committee']);
  return (
    <Page
      title={say('programmes.title')}
      short={`${say('programmes.place')} · ${name}`}
      lead={say('programmes.lead')}
      actions={
        mayAdd && (
          <button type="button" className="btn btn--main" aria-expanded={isAdding} onClick={() => add(!isAdding)}>
            <Icon name="plus" />
            {say('programmes.add')}
          </button>
        )
      }
    >
      <ProgrammeTabs campaign={id} />
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data !== undefined && (
        <>
          <AskedNote told={data} />
          {isAdding && <NewProgramme campaign={id} name={name} heads={data.heads} onDone={() => add(false)} />}
          <section className="panel" aria-labelledby="chuong-trinh">
            <div className="panel__head">
              <h2 id="chuong-trinh">{say('programmes.list')}</h2>
            </div>
            {data.programmes.length === 0 ? (
              <p className="panel__body small muted">{say('programmes.emptyText')}</p>
            ) : (
              <ProgrammeTable
                caption={say('programmes.list')}
                programmes={data.programmes}
                hasUnits={false}
                to={(programme) => paths.programme(id, programme.id)}
              />
            )}
          </section>
        </>
      )}
    </Page>
  );
}

/** What is asked of the unit by when, and who gives an opinion. */
function AskedNote({ told: { asked, inCharge } }: { told: UnitProgrammesView }): ReactNode {
  const say = useWords();
  return (
    <Note kind={inCharge.length === 0 ? 'warn' : 'info'}>
      {asked.map(({ kind, due }) => {
        const what = say(`programmes.asked.${kind}`);
        return (
          <p key={kind}>
            {due === null ? say('programmes.askedNoDay', { what }) : say('programmes.askedBy', { what, day: writeDay(due) })}
          </p>
        );
      })}
      {inCharge.length === 0 ? <p>{say('programmes.noOneInCharge')}</p> : <InCharge names={inCharge} />}
    </Note>
  );
}
