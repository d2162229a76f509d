import { queryOptions } from '@tanstack/react-query';
import { requestedTextSchema, type TextRequestView, textRequestsSchema, waitingRequestsSchema } from '../../../api/text-requests.js';
import { ask } from '../service/request.js';

const ADDRESS = '/api/text-requests';
/** Milliseconds between two looks at what has come in. */
const NOW_AND_THEN = 60_000;

/** Requests sent and received. */
export const requestsQuery = queryOptions({ queryKey: ['text-requests', 'all'], queryFn: () => ask(ADDRESS, textRequestsSchema) });

/** How many wait for the own committee. */
export const waitingQuery = queryOptions({
  queryKey: ['text-requests', 'waiting'],
  queryFn: async () => (await ask(`${ADDRESS}/waiting`, waitingRequestsSchema)).count,
  refetchInterval: NOW_AND_THEN,
});

/** Everything about requests, for whoever has changed one. */
export const REQUESTS_KEY = ['text-requests'] as const;

/** The whole text. Asked for once: each time is logged. */
export function requestedTextQuery(id: string) {
  return queryOptions({
    queryKey: ['requested-text', id],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: () => ask(`${requestAddress(id)}/text`, requestedTextSchema),
  });
}

/** Address of a request in the service. */
export const requestAddress = (id: string): string => `${ADDRESS}/${encodeURIComponent(id)}`;

/** What a request has come to by now. */
export type RequestStanding = TextRequestView['state'] | 'over';

/** `over`: approved, and its time has passed. */
export function standingOf({ state, until }: TextRequestView, now: number): RequestStanding {
  return state === 'approved' && until !== null && Date.parse(until) <= now ? 'over' : state;
}
