import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatCount } from '../../../api/format.js';
import { useWords } from '../../words/words.js';
import { holds, useAccount } from '../frame/account.js';
import { waitingQuery } from './queries.js';

/** How many requests wait for the own committee; nothing while none does. */
export function WaitingSign(): ReactNode {
  const say = useWords();
  const account = useAccount();
  const { data = 0 } = useQuery({ ...waitingQuery, enabled: holds(account, ['committee']) });
  if (data === 0) return null;
  return (
    <span className="badge" title={say('requests.waiting', { n: data })}>
      {formatCount(data)}
      <span className="vh"> {say('requests.waiting', { n: data })}</span>
    </span>
  );
}
