import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { CampaignSummaryView } from '../../../api/service.js';
import { Icon } from '../../look/icons.js';
import { Empty, Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { COMMITTEE, READERS, useHolds } from '../frame/account.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { useWorkingUnit } from '../frame/working-unit.js';
import { paths } from '../paths.js';
import { campaignsQuery } from '../service/queries.js';
import { CampaignRow } from './campaign-row.js';
import { loadSample } from './load-sample.js';

/** All campaigns, newest first. */
export function HomePage(): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(campaignsQuery);
  const unit = useWorkingUnit();
  const navigate = useNavigate();
  const client = useQueryClient();
  const sample = useMutation({
    mutationFn: () => loadSample(unit),
    onSuccess: async ({ campaign, batch }) => {
      await navigate(paths.batch(campaign, batch));
      await client.invalidateQueries(campaignsQuery);
    },
  });
  const actions = useHolds(COMMITTEE) && (
    <>
      <button type="button" className="btn" onClick={() => sample.mutate()} disabled={sample.isPending}>
        {say(sample.isPending ? 'home.sampleBusy' : 'home.sample')}
      </button>
      <Link className="btn btn--main" to={paths.newCampaign}>
        <Icon name="plus" />
        {say('home.create')}
      </Link>
    </>
  );
  const isEmpty = data?.length === 0;
  return (
    <Page
      title={say('home.title')}
      {...(data && !isEmpty && { lead: say('home.lead', { n: data.length }) })}
      {...(!isEmpty && { actions })}
    >
      <Problem error={sample.error} />
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {isEmpty && (
        <div className="panel">
          <Empty title={say('home.emptyTitle')} actions={actions}>
            {say(actions === false ? 'home.emptyElse' : 'home.emptyText')}
          </Empty>
        </div>
      )}
      {data !== undefined && !isEmpty && <CampaignTable campaigns={data} />}
    </Page>
  );
}

function CampaignTable({ campaigns }: { campaigns: readonly CampaignSummaryView[] }): ReactNode {
  const say = useWords();
  const showsResults = useHolds(READERS);
  return (
    <div className="panel">
      <table className="table table--cards campaigns">
        <caption className="vh">{say('home.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('home.campaign')}</th>
            {showsResults && (
              <>
                <th scope="col">{say('home.proposals')}</th>
                <th scope="col">{say('home.concluded')}</th>
                <th scope="col">{say('home.work')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <CampaignRow key={campaign.id} campaign={campaign} showsResults={showsResults} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
