import { createContext, useContext } from 'react';
import type { SessionView } from '../../../api/service.js';

/** Whoever is signed in. */
export type Account = NonNullable<SessionView['account']>;
export type Role = Account['grants'][number]['role'];

/** Given to all pages behind the gate. */
export const AccountContext = createContext<Account | null>(null);

/** Whoever is signed in. Throws outside of the gate. */
export function useAccount(): Account {
  const account = useContext(AccountContext);
  if (account === null) throw new Error('used outside of the gate');
  return account;
}

/** Whether an account holds one of these roles anywhere. */
export const holds = ({ grants }: Account, roles: readonly Role[]): boolean => grants.some(({ role }) => roles.includes(role));
