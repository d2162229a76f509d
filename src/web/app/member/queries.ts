import { queryOptions } from '@tanstack/react-query';
import { ownResultSchema, type StandingView, standingSchema } from '../../../api/member.js';
import { ownYearsSchema } from '../../../api/years.js';
import { ask } from '../service/request.js';

/** Milliseconds between questions while a file that was handed in has no result yet. */
const WHILE_PENDING = 3000;

/** How it stands with the member. */
export const standingQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => ask('/api/me', standingSchema),
  refetchInterval: ({ state }) => (state.data?.pending?.state === 'working' ? WHILE_PENDING : false),
});

/** Address of an essay of the member's. */
export const ownAddress = (essay: string): string => `/api/me/essays/${encodeURIComponent(essay)}`;

/** The result of an essay that was concluded on. */
export function ownResultQuery(essay: string) {
  return queryOptions({ queryKey: ['me', 'essay', essay], queryFn: () => ask(ownAddress(essay), ownResultSchema) });
}

/** What is on record of the member, year by year. */
export const ownYearsQuery = queryOptions({ queryKey: ['me', 'years'], queryFn: () => ask('/api/me/years', ownYearsSchema) });

/** What a member is to know first. */
export type Phase = 'first' | 'again' | 'unread' | 'received' | 'waitRound' | 'accepted' | 'exempt';

/** What stands first on the member's page. */
export function phaseOf({ attempts, open, pending, isExempt }: StandingView): Phase {
  const last = attempts.at(-1);
  if (pending !== null && pending.state !== 'skipped') return 'received';
  if (last === undefined) return isExempt ? 'exempt' : 'first';
  if (last.conclusion?.verdict === 'accepted') return 'accepted';
  if (last.conclusion?.verdict === 'rewrite') return open === null ? 'waitRound' : 'again';
  return open === null ? 'received' : 'unread';
}
