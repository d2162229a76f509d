import { queryOptions } from '@tanstack/react-query';
import { openWritersSchema, rosterSchema } from '../../../api/roster.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';

/** Address of a campaign's roster in the service. */
export const rosterAddress = (campaign: string): string => `${campaignAddress(campaign)}/roster`;

/** Everybody on the roster, with how they stand. */
export function rosterQuery(campaign: string) {
  return queryOptions({ queryKey: ['roster', campaign], queryFn: () => ask(rosterAddress(campaign), rosterSchema) });
}

/** Essays whose writer a person must name. */
export function writersQuery(campaign: string) {
  return queryOptions({
    queryKey: ['writers', campaign],
    queryFn: () => ask(`${campaignAddress(campaign)}/writers`, openWritersSchema),
  });
}
