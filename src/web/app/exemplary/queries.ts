import { queryOptions } from '@tanstack/react-query';
import { exemplarySchema } from '../../../api/exemplary.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';

/** Address of what is exemplary in a campaign. */
export const exemplaryAddress = (campaign: string): string => `${campaignAddress(campaign)}/exemplary`;

/** Essays and units of a campaign that are marked. */
export const exemplaryQuery = (campaign: string) =>
  queryOptions({ queryKey: ['exemplary', campaign], queryFn: () => ask(exemplaryAddress(campaign), exemplarySchema) });
