import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import {
  batchDetailSchema,
  campaignSchema,
  campaignSummarySchema,
  defaultsSchema,
  differencesSchema,
  logSchema,
  sessionSchema,
} from '../../../api/service.js';
import { documentSchema, essaySchema, overviewSchema } from '../../../api/view.js';
import type { ViewSource } from '../../viewer/source.js';
import { inOrder } from '../batch/file-order.js';
import { ask, askAgain, keepToken, Unreachable } from './request.js';

/** Milliseconds between questions while the machine works on something and no stream tells of it. */
const WHILE_BUSY = 2000;

/** What is kept of answers; questions are asked on a network without internet too. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 5000,
      retry: (failures, error) => error instanceof Unreachable && failures < 2,
    },
    mutations: { networkMode: 'always' },
  },
});

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () => {
    const session = await ask('/api/session', sessionSchema);
    keepToken(session);
    return session;
  },
});

export const campaignsQuery = queryOptions({
  queryKey: ['campaigns'],
  queryFn: () => ask('/api/campaigns', z.array(campaignSummarySchema)),
  refetchInterval: ({ state }) => (state.data?.some(({ isBusy }) => isBusy) ? WHILE_BUSY : false),
});

/** Address of a campaign in the service. */
export function campaignAddress(id: string): string {
  return `/api/campaigns/${encodeURIComponent(id)}`;
}

/** Address of a batch in the service. */
export function batchAddress(id: string): string {
  return `/api/batches/${encodeURIComponent(id)}`;
}

/** One campaign; asked for every two seconds while the machine works for it. */
export function campaignQuery(id: string) {
  return queryOptions({
    queryKey: ['campaign', id],
    queryFn: () => ask(campaignAddress(id), campaignSchema),
    refetchInterval: ({ state }) => (state.data?.isBusy ? WHILE_BUSY : false),
  });
}

/** One batch with its files, in the order of their names. */
export function batchQuery(id: string) {
  return queryOptions({ queryKey: ['batch', id], queryFn: async () => inOrder(await ask(batchAddress(id), batchDetailSchema)) });
}

/** What a campaign of a kind starts from. */
export function defaultsQuery(kind: string) {
  return queryOptions({
    queryKey: ['defaults', kind],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => ask(`/api/defaults?kind=${encodeURIComponent(kind)}`, defaultsSchema),
  });
}

/** What the draft of a campaign would change; `version` is the draft's. */
export function differencesQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['differences', id, version],
    queryFn: () => ask(`${campaignAddress(id)}/draft/differences`, differencesSchema),
  });
}

/** Lines on a page of the log. */
const LOG_PAGE = 100;

/** The log of a campaign, or of all units that one watches over, newest first, page by page. `query`: as log-fields.ts writes it. */
export function logQuery(campaign: string | null, query: string) {
  const address = campaign === null ? '/api/log' : `${campaignAddress(campaign)}/log`;
  return infiniteQueryOptions({
    queryKey: ['log', campaign, query],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => ask(`${address}?${query}${pageParam === null ? '' : `&before=${pageParam}`}`, logSchema),
    getNextPageParam: (page) => (page.length < LOG_PAGE ? null : (page.at(-1)?.sequence ?? null)),
  });
}

/** A campaign's results for the viewer. */
export function campaignSource(id: string): ViewSource {
  const address = campaignAddress(id);
  return {
    key: id,
    overview: () => askAgain(`${address}/overview`, overviewSchema),
    essay: (essay) => ask(`${address}/essays/${encodeURIComponent(essay)}`, essaySchema),
    document: (document) => ask(`${address}/documents/${encodeURIComponent(document)}`, documentSchema),
  };
}
