import type { RequestHandler, Response } from 'express';
import type { Actor } from '../corpus/records/actor.js';
import type { Account } from '../model/account.js';
import { comesFromOwnPage, ownOrigin } from './connection.js';
import { areEqual } from './equal.js';
import { RequestError } from './errors.js';
import { HTTP_MESSAGES } from './messages.js';
import type { Access } from './route.js';
import type { ServiceSettings } from './service-parts.js';
import type { Session, Sessions } from './sessions.js';

/** The session that a guard has found; null for a visitor without one. */
export function sessionOf(response: Response): Session | null {
  return (response.locals.session as Session | undefined) ?? null;
}

function accountOf(response: Response): Account {
  const account = sessionOf(response)?.account;
  if (!account) throw new RequestError(401, 'signed-out', HTTP_MESSAGES.signedOut);
  return account;
}

/** Whoever is signed in, as the log names them. Throws RequestError `signed-out` when nobody is. */
export const actorOf = (response: Response): Actor => accountOf(response).name;

/** What every request of a kind must pass before its body is read. */
export function guardsOf(access: Access, sessions: Sessions, settings: ServiceSettings): RequestHandler[] {
  if (access === 'everyone') return [];
  const loadSession: RequestHandler = async (request, response, next) => {
    response.locals.session = await sessions.find(request);
    next();
  };
  const requireAccount: RequestHandler = (_request, response, next) => {
    accountOf(response);
    next();
  };
  const checkSender = refuseForeignRequests(settings);
  return access === 'account' ? [loadSession, requireAccount, checkSender] : [loadSession, checkSender];
}

/** Whatever changes something must come from a page of this service, and that page must know the session's token. */
function refuseForeignRequests(settings: ServiceSettings): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    if (!comesFromOwnPage(request, settings))
      throw new RequestError(403, 'foreign-request', HTTP_MESSAGES.foreignOrigin(ownOrigin(request, settings)));
    const expected = sessionOf(response)?.csrf;
    const given = request.get('x-csrf-token');
    if (expected === undefined || given === undefined || !areEqual(expected, given))
      throw new RequestError(403, 'foreign-request', HTTP_MESSAGES.staleToken);
    next();
  };
}
