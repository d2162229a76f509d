import type { Request, Response } from 'express';
import { credentialsSchema, newCredentialsSchema, type SessionView } from '../../api/service.js';
import type { Account } from '../../model/account.js';
import { AppError } from '../../model/errors.js';
import type { Attempts } from '../attempts.js';
import { isEncrypted } from '../connection.js';
import { RequestError } from '../errors.js';
import { sessionOf } from '../guards.js';
import { jsonBody, readBody } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { createPasswordCheck, hashPassword } from '../passwords.js';
import type { Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import type { Session, Sessions } from '../sessions.js';

const SESSION = '/api/session';

/** Who is signed in, signing in and out, and the first account. */
export function sessionRoutes(parts: ServiceParts, sessions: Sessions, attempts: Attempts): Route[] {
  const { people } = parts.records;
  const isRight = createPasswordCheck();

  const view = async (request: Request, session: Session): Promise<SessionView> => ({
    isSetUp: (await people.count()) > 0,
    account: session.account && { name: session.account.name },
    csrf: session.csrf,
    isEncrypted: isEncrypted(request, parts.settings),
    version: parts.version,
  });

  /** Whoever knew the id of the session before does not know that of the new one. */
  async function renew(request: Request, response: Response, account: Account | null): Promise<void> {
    const before = sessionOf(response);
    if (before !== null) await sessions.end(before);
    response.json(await view(request, await sessions.open(request, response, account)));
  }

  return [
    {
      method: 'get',
      path: SESSION,
      access: 'visitor',
      before: [attempts.newSessions],
      async handle(request, response) {
        response.json(await view(request, sessionOf(response) ?? (await sessions.open(request, response, null))));
      },
    },
    {
      method: 'post',
      path: SESSION,
      access: 'visitor',
      before: [attempts.perAddress, jsonBody, attempts.perAccount],
      async handle(request, response) {
        const { name, password } = readBody(request, credentialsSchema);
        const account = await people.byName(name);
        if (!(await isRight(password, account?.passwordHash ?? null)))
          throw new RequestError(401, 'wrong-credentials', HTTP_MESSAGES.wrongCredentials);
        await renew(request, response, account);
      },
    },
    { method: 'delete', path: SESSION, access: 'visitor', handle: (request, response) => renew(request, response, null) },
    {
      method: 'post',
      path: '/api/setup',
      access: 'visitor',
      before: [attempts.perAddress, jsonBody],
      async handle(request, response) {
        const { name, password } = readBody(request, newCredentialsSchema);
        // Asked before the costly hash, and once more by the records when they write.
        if ((await people.count()) > 0) throw new AppError('already-set-up', HTTP_MESSAGES.alreadySetUp);
        await renew(request, response, await people.createFirst({ name, passwordHash: await hashPassword(password) }));
      },
    },
  ];
}
