import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Outlet, useOutletContext, useParams } from 'react-router';
import type { CampaignView } from '../../../api/service.js';
import { Masthead } from '../frame/masthead.js';
import { NotFound } from '../frame/not-found.js';
import { Waiting } from '../frame/waiting.js';
import { campaignQuery } from '../service/queries.js';
import { ServiceError } from '../service/request.js';

/** What stands around all pages of one campaign; they find it with `useCampaign`. */
export function CampaignFrame(): ReactNode {
  const { campaign: id = '' } = useParams();
  const { data, error, refetch } = useQuery(campaignQuery(id));
  const isUnknown = error instanceof ServiceError && (error.status === 404 || error.status === 400);
  return (
    <>
      <Masthead {...(data && { campaign: data })} />
      <main id="noi-dung" tabIndex={-1}>
        {data !== undefined && <Outlet context={data} />}
        {data === undefined && isUnknown && <NotFound />}
        {data === undefined && !isUnknown && <Waiting error={error} retry={refetch} />}
      </main>
    </>
  );
}

/** The campaign whose page one is on. */
export function useCampaign(): CampaignView {
  return useOutletContext<CampaignView>();
}
