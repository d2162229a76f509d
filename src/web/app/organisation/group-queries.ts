import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { audiencePersonSchema, unitAudienceSchema } from '../../../api/audiences.js';
import { ask } from '../service/request.js';
import { unitAddress } from './queries.js';

/** Address of the groups of a unit in the service. */
export const groupsAddress = (unit: string): string => `${unitAddress(unit)}/audiences`;

/** Address of one group. */
export const groupAddress = (unit: string, group: string): string => `${groupsAddress(unit)}/${encodeURIComponent(group)}`;

/** Groups of a unit, by name. */
export const groupsQuery = (unit: string) =>
  queryOptions({ queryKey: ['groups', unit], queryFn: () => ask(groupsAddress(unit), z.array(unitAudienceSchema)) });

/** Everybody of the unit, with whether they are in the group. */
export const groupPeopleQuery = (unit: string, group: string) =>
  queryOptions({
    queryKey: ['groups', unit, group, 'people'],
    queryFn: () => ask(`${groupAddress(unit, group)}/people`, z.array(audiencePersonSchema)),
  });

/** Has the groups of a unit asked for again, and the rosters that name them. */
export async function refreshGroups(client: QueryClient, unit: string): Promise<void> {
  await Promise.all([client.invalidateQueries({ queryKey: ['groups', unit] }), client.invalidateQueries({ queryKey: ['roster'] })]);
}
