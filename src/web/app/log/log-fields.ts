import { DECISION_KINDS } from '../../../api/log.js';
import type { LogEventView } from '../../../api/service.js';
import { parseDay } from '../form/days.js';

type Kind = LogEventView['kind'];

/** Kinds of lines that one looks for together. */
export const LOG_SORTS = {
  views: ['viewed'],
  exports: ['exported'],
  decisions: DECISION_KINDS,
  intake: [
    'batch-created',
    'batch-sealed',
    'batch-assessed',
    'batch-withdrawn',
    'essay-matched',
    'member-submitted',
    'new-overlap',
    'job-failed',
    'job-retried',
  ],
  campaigns: [
    'campaign-created',
    'campaign-changed',
    'draft-discarded',
    'roster-imported',
    'roster-changed',
    'due-set',
    'round-opened',
    'outline-given',
    'assigned',
    ...(['session-added', 'session-changed', 'session-removed', 'attendance-marked'] as const),
    ...(['situation-changed', 'situation-imported'] as const),
    ...(['material-added', 'material-changed', 'material-removed', 'material-given'] as const),
    ...(['question-imported', 'question-changed', 'quiz-changed', 'quiz-opened', 'quiz-closed', 'door-opened', 'door-closed'] as const),
    'duties-set',
    'programme-changed',
    'programme-remarked',
  ],
  entry: ['signed-in', 'sign-in-failed', 'password-set'],
  accounts: [
    ...(['account-created', 'account-invited', 'account-changed', 'roles-changed', 'unit-created', 'unit-changed'] as const),
    ...(['in-charge-set'] as const),
    ...(['settings-changed', 'erased', 'backup-made', 'restored', 'token-created', 'token-revoked'] as const),
  ],
} as const satisfies Readonly<Record<string, readonly Kind[]>>;
export type LogSort = keyof typeof LOG_SORTS;

/** What is typed and chosen above the log; empty stands for all. Days as they are typed. */
export interface LogFields {
  readonly who: string;
  readonly sort: LogSort | '';
  readonly essay: string;
  readonly from: string;
  readonly to: string;
}

export const NO_FIELDS: LogFields = { who: '', sort: '', essay: '', from: '', to: '' };

/** Whether a day that was typed is none. */
export const isNoDay = (text: string): boolean => text.trim() !== '' && parseDay(text) === null;

/** The fields as the service is asked; days that are none are left out. */
export function toQuery({ who, sort, essay, from, to }: LogFields): string {
  const query = new URLSearchParams();
  if (who.trim() !== '') query.set('who', who.trim());
  if (sort !== '') query.set('kinds', LOG_SORTS[sort].join(','));
  if (essay.trim() !== '') query.set('essay', essay.trim());
  const [first, last] = [parseDay(from), parseDay(to)];
  if (first !== null) query.set('from', first);
  if (last !== null) query.set('to', last);
  return query.toString();
}
