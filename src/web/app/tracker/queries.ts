import { queryOptions } from '@tanstack/react-query';
import { trackerSchema, trackersSchema, unitGroupsSchema } from '../../../api/tracker.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';

/** All campaigns with their figures. */
export const trackersQuery = queryOptions({ queryKey: ['trackers'], queryFn: () => ask('/api/trackers', trackersSchema) });

/** One campaign, unit by unit. What is on the screen stays until the other figures are there. */
export function trackerQuery(campaign: string, keyCadres: boolean) {
  return queryOptions({
    queryKey: ['tracker', campaign, keyCadres],
    queryFn: () => ask(`${campaignAddress(campaign)}/tracker?cadres=${keyCadres ? 1 : 0}`, trackerSchema),
    placeholderData: (before) => (before?.campaign === campaign ? before : undefined),
  });
}

/** Groups across units. */
export function unitGroupsQuery(campaign: string) {
  return queryOptions({
    queryKey: ['unit-groups', campaign],
    queryFn: () => ask(`${campaignAddress(campaign)}/unit-groups`, unitGroupsSchema),
  });
}
