import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { chargedProgrammesSchema, dutiesSchema, dutyCountsSchema, programmeSchema, unitProgrammesSchema } from '../../../api/programmes.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';

/** Address of one programme in the service. */
export const programmeAddress = (campaign: string, programme: string): string =>
  `${campaignAddress(campaign)}/programmes/${encodeURIComponent(programme)}`;

/** What the own unit has in a campaign. */
export const programmesQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['programmes', campaign],
    queryFn: () => ask(`${campaignAddress(campaign)}/programmes`, unitProgrammesSchema),
  });

/** One programme. */
export const programmeQuery = (campaign: string, programme: string) =>
  queryOptions({
    queryKey: ['programmes', campaign, programme],
    queryFn: () => ask(programmeAddress(campaign, programme), programmeSchema),
  });

/** What one is in charge of. */
export const chargedQuery = queryOptions({
  queryKey: ['programmes-in-charge'],
  queryFn: () => ask('/api/programmes-in-charge', chargedProgrammesSchema),
});

/** What a campaign asks for. */
export const dutiesQuery = (campaign: string) =>
  queryOptions({ queryKey: ['duties', campaign], queryFn: () => ask(`${campaignAddress(campaign)}/duties`, dutiesSchema) });

/** How far the units below have come. */
export const countsQuery = (campaign: string) =>
  queryOptions({ queryKey: ['duty-counts', campaign], queryFn: () => ask(`${campaignAddress(campaign)}/duty-counts`, dutyCountsSchema) });

/** Has lists and counts asked for again once a programme has changed. */
export async function refreshLists(client: QueryClient, campaign: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: programmesQuery(campaign).queryKey, exact: true }),
    client.invalidateQueries(chargedQuery),
    client.invalidateQueries(countsQuery(campaign)),
  ]);
}
