import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { queueSchema, reviewersSchema } from '../../../api/review.js';
import { type EssayView, essaySchema } from '../../../api/view.js';
import { viewKeys } from '../../viewer/source.js';
import { campaignAddress, campaignQuery } from '../service/queries.js';
import { ask, type Sent } from '../service/request.js';

/** What waits for whoever is signed in. */
export const queueQuery = queryOptions({ queryKey: ['queue'], queryFn: () => ask('/api/queue', queueSchema) });

/** Who may be given essays of a campaign. */
export function reviewersQuery(campaign: string) {
  return queryOptions({ queryKey: ['reviewers', campaign], queryFn: () => ask(`${campaignAddress(campaign)}/reviewers`, reviewersSchema) });
}

/** Address of an essay in the service. */
export const essayAddress = (campaign: string, essay: string): string => `${campaignAddress(campaign)}/essays/${encodeURIComponent(essay)}`;

/** Changes what was found of an essay; the answer is the essay as it is then. */
export const correct = (path: string, sent: Sent): Promise<EssayView> => ask(path, essaySchema, sent);

/** Puts the changed essay in place and has everything asked for anew that rests on it. */
export function showCorrected(client: QueryClient, campaign: string, essay: EssayView): void {
  client.setQueryData(viewKeys.essay(campaign, essay.submission.id), essay);
  void client.invalidateQueries({ queryKey: viewKeys.all(campaign) });
  refreshQueue(client, campaign);
}

/** Has the queue and the counts of a campaign asked for anew. */
export function refreshQueue(client: QueryClient, campaign: string): void {
  void client.invalidateQueries(campaignQuery(campaign));
  void client.invalidateQueries(queueQuery);
  void client.invalidateQueries({ queryKey: ['reviewers', campaign] });
}
