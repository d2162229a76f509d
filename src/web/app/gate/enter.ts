import type { QueryClient } from '@tanstack/react-query';
import { type SessionView, sessionSchema } from '../../../api/service.js';
import { sessionQuery } from '../service/queries.js';
import { ask, forgetKept, keepToken } from '../service/request.js';
import { isSignedOut } from '../service/signals.js';

interface Credentials {
  readonly name: string;
  readonly password: string;
  /** Where the first account asks for one; the code of an invitation. */
  readonly code?: string;
  /** Name of the organisation, with the first account. */
  readonly unit?: string;
}

/** Signs in, or makes an account and signs in with it. */
export async function enter(
  client: QueryClient,
  path: '/api/session' | '/api/setup' | '/api/codes/accept',
  given: Credentials,
): Promise<void> {
  // The token of a session that has ended is of no use; the service tells the one that counts now.
  const now = await ask('/api/session', sessionSchema);
  keepToken(now);
  take(client, await ask(path, sessionSchema, { method: 'POST', json: { ...given, name: given.name.trim() } }));
  isSignedOut.set(false);
}

/** Comes in as a member, by a code that is used up by it. */
export async function enterByCode(client: QueryClient, code: string): Promise<void> {
  keepToken(await ask('/api/session', sessionSchema));
  const session = await ask('/api/member-session', sessionSchema, { method: 'POST', json: { code } });
  client.clear();
  take(client, session);
}

/** Signs out; what was read for the account is forgotten. */
export async function leave(client: QueryClient): Promise<void> {
  const session = await ask('/api/session', sessionSchema, { method: 'DELETE' });
  forgetKept();
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  take(client, session);
}

function take(client: QueryClient, session: SessionView): void {
  keepToken(session);
  client.setQueryData(sessionQuery.queryKey, session);
}
