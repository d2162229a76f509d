import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Outlet, useOutletContext, useParams } from 'react-router';
import type { CampaignView } from '../../../api/service.js';
import { Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { Masthead } from '../frame/masthead.js';
import { NotFound } from '../frame/not-found.js';
import { Problem } from '../frame/problem.js';
import { campaignQuery } from '../service/queries.js';
import { ServiceError } from '../service/request.js';

/** What stands around all pages of one campaign; they find it with `useCampaign`. */
export function CampaignFrame(): ReactNode {
  const say = useWords();
  const account = useOutletContext<string>();
  const { campaign: id = '' } = useParams();
  const { data, error, refetch } = useQuery(campaignQuery(id));
  const isUnknown = error instanceof ServiceError && (error.status === 404 || error.status === 400);
  return (
    <>
      <Masthead account={account} {...(data && { campaign: data })} />
      <main id="noi-dung" tabIndex={-1}>
        {data !== undefined && <Outlet context={data} />}
        {data === undefined && isUnknown && <NotFound />}
        {data === undefined && !isUnknown && (
          <div className="page">
            {error === null ? <Loading label={say('frame.loading')} /> : <Problem error={error} retry={() => void refetch()} />}
          </div>
        )}
      </main>
    </>
  );
}

/** The campaign whose page one is on. */
export function useCampaign(): CampaignView {
  return useOutletContext<CampaignView>();
}
