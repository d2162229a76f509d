import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { FiguresView } from '../../../api/figures.js';
import { formatCount } from '../../../api/format.js';
import { OutsideText } from '../../look/outside-text.js';
import { Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { NotFound } from '../frame/not-found.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { ServiceError } from '../service/request.js';
import { AllFigures } from './all-figures.js';
import { CadresAndPrint } from './cadres-and-print.js';
import { ChildrenTable } from './children-table.js';
import { figuresQuery } from './queries.js';
import { Standing } from './standing.js';
import { Summary } from './summary.js';

/** What a unit answers for in one campaign, down to the units below it. */
export function FiguresPage(): ReactNode {
  const { campaign = '' } = useParams();
  const [search] = useSearchParams();
  const say = useWords();
  const [keyCadres, setKeyCadres] = useState(false);
  const { data, error, refetch } = useQuery(figuresQuery(campaign, search.get('don-vi'), keyCadres));
  if (error instanceof ServiceError && error.status === 404) return <NotFound />;
  return (
    <Page
      title={data === undefined ? say('figures.place') : say('figures.title', { name: data.campaign.name })}
      short={say('figures.place')}
      above={<Link to={paths.figureCampaigns}>{say('figures.listTitle')}</Link>}
      {...(data && { lead: say('figures.lead', { unit: data.unit.name, n: formatCount(data.all.units) }) })}
      actions={<CadresAndPrint keyCadres={keyCadres} change={setKeyCadres} />}
    >
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data !== undefined && (
        <>
          <Above figures={data} />
          <Summary figures={data.all} />
          <ChildrenTable figures={data} to={(unit) => `${paths.figures(data.campaign.id)}?don-vi=${encodeURIComponent(unit)}`} />
          <Standing standing={data.standing} />
          <AllFigures figures={data} />
        </>
      )}
    </Page>
  );
}

/** The way back up to where whoever looks works. */
function Above({ figures: { above, unit, campaign } }: { figures: FiguresView }): ReactNode {
  const say = useWords();
  if (above.length === 0) return null;
  return (
    <nav className="row small" aria-label={say('figures.above')}>
      {above.map((one) => (
        <Fragment key={one.id}>
          <Link to={`${paths.figures(campaign.id)}?don-vi=${encodeURIComponent(one.id)}`}>
            <OutsideText text={one.name} />
          </Link>
          <span aria-hidden="true">›</span>
        </Fragment>
      ))}
      <b>
        <OutsideText text={unit.name} />
      </b>
    </nav>
  );
}
