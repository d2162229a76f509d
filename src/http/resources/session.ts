import type { Request, Response } from 'express';
import { credentialsSchema, type SessionView, setupSchema } from '../../api/service.js';
import type { Account } from '../../model/account.js';
import { AppError } from '../../model/errors.js';
import type { Attempts } from '../attempts.js';
import { RequestError } from '../errors.js';
import { sessionOf } from '../guards.js';
import { credentialsBody, readBody } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { createPasswordCheck, hashPassword } from '../passwords.js';
import type { Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import type { Session, Sessions } from '../sessions.js';
import { isSetupCode } from '../setup-code.js';
import { noteFailedSignIn, noteSignIn } from '../sign-in-notes.js';

const SESSION = '/api/session';

/** Who is signed in, signing in and out, and the first account. */
export function sessionRoutes(parts: ServiceParts, sessions: Sessions, attempts: Attempts): Route[] {
  const { people } = parts.records;
  const { setupCode } = parts.settings;
  const isRight = createPasswordCheck();

  async function view({ account, csrf }: Session): Promise<SessionView> {
    const isSetUp = (await people.count()) > 0;
    const needsCode = !isSetUp && setupCode !== null;
    return {
      isSetUp,
      needsCode,
      account: account && { name: account.name, grants: account.grants.map((grant) => ({ ...grant })) },
      csrf,
      version: parts.version,
    };
  }

  /** Whoever knew the id of the session before does not know that of the new one. */
  async function renew(request: Request, response: Response, account: Account | null): Promise<void> {
    const before = sessionOf(response);
    if (before !== null) await sessions.end(before);
    response.json(await view(await sessions.open(request, response, account)));
  }

  return [
    {
      method: 'get',
      path: SESSION,
      access: 'visitor',
      async handle(request, response) {
        response.json(await view(sessionOf(response) ?? (await sessions.open(request, response, null))));
      },
    },
    {
      method: 'post',
      path: SESSION,
      access: 'visitor',
      before: [attempts.perAddress, credentialsBody, ...attempts.perName],
      async handle(request, response) {
        const { name, password } = readBody(request, credentialsSchema);
        const account = await people.byName(name);
        if (!(await isRight(password, account?.passwordHash ?? null))) {
          noteFailedSignIn(parts.records, account, response, (error) => request.log.error({ err: error }, 'failed sign-in not noted'));
          throw new RequestError(401, 'wrong-credentials', HTTP_MESSAGES.wrongCredentials);
        }
        if (account !== null) await noteSignIn(parts.records, account);
        await renew(request, response, account);
      },
    },
    { method: 'delete', path: SESSION, access: 'visitor', handle: (request, response) => renew(request, response, null) },
    {
      method: 'post',
      path: '/api/setup',
      access: 'visitor',
      before: [attempts.perAddress, credentialsBody],
      async handle(request, response) {
        const { name, password, code, unit } = readBody(request, setupSchema);
        // Asked before the costly hash, and once more by the records when they write.
        if ((await people.count()) > 0) throw new AppError('already-set-up', HTTP_MESSAGES.alreadySetUp);
        if (setupCode !== null && !isSetupCode(code, setupCode)) throw new RequestError(403, 'wrong-code', HTTP_MESSAGES.wrongCode);
        await renew(request, response, await people.createFirst({ name, passwordHash: await hashPassword(password) }, unit));
      },
    },
  ];
}
