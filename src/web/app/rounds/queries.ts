import { queryOptions } from '@tanstack/react-query';
import { attemptsSchema, looksSchema, rewritingSchema, seatsSchema } from '../../../api/member.js';
import { campaignAddress } from '../service/queries.js';
import { ask } from '../service/request.js';

/** The roster of a campaign with the state of everybody's code. */
export const seatsQuery = (campaign: string) =>
  queryOptions({ queryKey: ['seats', campaign], queryFn: () => ask(`${campaignAddress(campaign)}/seats`, seatsSchema) });

/** Everybody who is to rewrite. */
export const rewritingQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['rounds', campaign, 'rewriting'],
    queryFn: () => ask(`${campaignAddress(campaign)}/rewriting`, rewritingSchema),
  });

/** Requests for a second look, open ones first. */
export const looksQuery = (campaign: string) =>
  queryOptions({ queryKey: ['rounds', campaign, 'looks'], queryFn: () => ask(`${campaignAddress(campaign)}/second-looks`, looksSchema) });

/** The attempts of whoever wrote an essay; asked for anew with each conclusion on it. */
export const attemptsQuery = (campaign: string, essay: string, revision: number) =>
  queryOptions({
    queryKey: ['rounds', campaign, 'essay', essay, revision],
    queryFn: () => ask(`${campaignAddress(campaign)}/essays/${encodeURIComponent(essay)}/attempts`, attemptsSchema),
  });

/** Key of all that changes when a round is opened. */
export const roundsKey = (campaign: string) => ['rounds', campaign] as const;
