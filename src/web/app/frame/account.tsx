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

/** Whether an account holds one of these roles, anywhere or at one unit. */
export function holds({ grants }: Account, roles: readonly Role[], unit?: string): boolean {
  return grants.some((grant) => roles.includes(grant.role) && (unit === undefined || grant.unit === unit));
}

/** The same of whoever is signed in. */
export const useHolds = (roles: readonly Role[], unit?: string): boolean => holds(useAccount(), roles, unit);

/** Whoever runs campaigns, and whoever works on what was found. */
export const COMMITTEE: readonly Role[] = ['committee'];
/** Whoever may read what was found, and whoever organises the studying. */
export const READERS: readonly Role[] = ['committee', 'reviewer', 'inspection'];
export const ORGANISERS: readonly Role[] = ['committee', 'board'];
export const WRITERS: readonly Role[] = ['committee', 'reviewer'];
