import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useCampaign } from '../campaign/campaign-frame.js';
import { COMMITTEE, useHolds } from '../frame/account.js';
import { NotFound } from '../frame/not-found.js';
import { Waiting } from '../frame/waiting.js';
import { ServiceError } from '../service/request.js';
import { useLiveBatch } from './live-batch.js';
import { ReceivingPage } from './receiving-page.js';
import { WorkPage } from './work-page.js';

/** One batch: taking its files, then watching the machine, then what became of them. */
export function BatchPage(): ReactNode {
  const { batch: id = '' } = useParams();
  const campaign = useCampaign();
  const { data, error, refetch, isPolling } = useLiveBatch(id);
  const isAllowed = useHolds(COMMITTEE);
  const isUnknown = error instanceof ServiceError && (error.status === 404 || error.status === 400);
  const isForeign = data !== undefined && data.batch.campaign !== campaign.id;
  if (isForeign || (data === undefined && isUnknown)) return <NotFound />;
  if (data === undefined) return <Waiting error={error} retry={refetch} />;
  if (data.batch.state === 'receiving' && isAllowed) return <ReceivingPage detail={data} />;
  return <WorkPage detail={data} isPolling={isPolling} />;
}
