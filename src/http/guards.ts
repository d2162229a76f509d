import type { RequestHandler, Response } from 'express';
import type { Actor } from '../corpus/records/actor.js';
import type { Member } from '../corpus/records/members.js';
import type { Records } from '../corpus/records/records.js';
import type { Role, Scope } from '../model/access.js';
import { type AccessToken, type TokenRight, tokenActor } from '../model/access-token.js';
import type { Account } from '../model/account.js';
import { comesFromOwnPage, ownOrigin } from './connection.js';
import { areEqual } from './equal.js';
import { RequestError } from './errors.js';
import { HTTP_MESSAGES } from './messages.js';
import type { Access, Route } from './route.js';
import type { ServiceParts, ServiceSettings } from './service-parts.js';
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

/** Whoever is signed in, or the software that brings a token, as the log names them. Throws RequestError `signed-out` when nobody is. */
export function actorOf(response: Response): Actor {
  const token = sessionOf(response)?.token;
  return token ? tokenActor(token) : accountOf(response).name;
}

/** The member that is signed in. Throws RequestError `signed-out` when none is. */
export function memberOf(response: Response): Member {
  const member = sessionOf(response)?.member;
  if (!member) throw new RequestError(401, 'signed-out', HTTP_MESSAGES.signedOut);
  return member;
}

/** The records as whoever asks sees them, at the units where they hold a role that the route asks for. Throws RequestError `signed-out`. */
export function recordsOf(response: Response): Records {
  const { records, scope } = response.locals as Partial<Narrowed>;
  if (records === undefined || scope === undefined) throw new RequestError(401, 'signed-out', HTTP_MESSAGES.signedOut);
  return records.within(scope);
}

/** The same at one of these units only, so that what is made belongs to it; at the first of all without one. Throws RequestError `not-found` for a unit of somebody else's. */
export function recordsAt(response: Response, unit: string | undefined): Records {
  const { records, scope } = response.locals as Narrowed;
  if (unit === undefined) return recordsOf(response);
  if (!scope.units.includes(unit)) throw new RequestError(404, 'not-found', HTTP_MESSAGES.notFound);
  return records.within({ ...scope, units: [unit] });
}

/** Ids of the units at which whoever asks holds a role that the route asks for. Throws RequestError `signed-out`. */
export function unitsOf(response: Response): readonly string[] {
  return scopeOf(response).units;
}

/** Ids of the units at which whoever asks holds one of these roles, whatever the route asks for; software is its unit's reader. */
export function unitsHolding(response: Response, roles: readonly Role[]): ReadonlySet<string> {
  const session = sessionOf(response);
  if (session?.token) return new Set([session.token.unit]);
  const grants = session?.account?.grants ?? [];
  return new Set(grants.filter(({ role }) => roles.includes(role)).map(({ unit }) => unit));
}

/** The records at those of the units where one of these roles is held; null where none is. */
export function recordsHolding(response: Response, roles: readonly Role[]): Records | null {
  const { records, scope } = response.locals as Narrowed;
  const held = unitsHolding(response, roles);
  const units = scope.units.filter((unit) => held.has(unit));
  return units.length === 0 ? null : records.within({ ...scope, units });
}

/** What the guards leave for handlers. */
interface Narrowed {
  readonly records: Records;
  readonly scope: Scope;
}

/** For whom a request is answered. Throws RequestError `signed-out`. */
export function scopeOf(response: Response): Scope {
  const { scope } = response.locals as Partial<Narrowed>;
  if (scope === undefined) throw new RequestError(401, 'signed-out', HTTP_MESSAGES.signedOut);
  return scope;
}

type Guarded = Pick<Route, 'access' | 'isForPeople'>;

/** What every request of a kind must pass before its body is read. */
export function guardsOf(
  { access, isForPeople = false }: Guarded,
  sessions: Sessions,
  { records, settings }: ServiceParts,
): RequestHandler[] {
  if (access === 'everyone') return [];
  const loadSession: RequestHandler = async (request, response, next) => {
    response.locals.session = await sessions.find(request);
    next();
  };
  const checkSender = refuseForeignRequests(settings);
  if (access === 'visitor') return [loadSession, checkSender];
  const narrow: RequestHandler = (_request, response, next) => {
    const token = sessionOf(response)?.token;
    const scope = token ? scopeOfToken(access, token, isForPeople) : scopeFor(access, response);
    const narrowed: Narrowed = { records, scope };
    Object.assign(response.locals, narrowed);
    next();
  };
  return [loadSession, sessions.perToken, narrow, checkSender];
}

/** For whom a request is answered. Whoever holds none of the roles does not learn that the address exists. */
function scopeFor(access: Exclude<Access, 'everyone' | 'visitor'>, response: Response): Scope {
  if (access === 'member') {
    const member = memberOf(response);
    return { actor: member.name, account: null, units: [member.unit], person: member.person };
  }
  const { id, name, grants } = accountOf(response);
  const asked = access === 'account' ? grants : grants.filter(({ role }) => access.includes(role));
  if (asked.length === 0 && access !== 'account') throw new RequestError(404, 'not-found', HTTP_MESSAGES.notFound);
  return { actor: name, account: id, units: [...new Set(asked.map(({ unit }) => unit))], person: null };
}

/** For which unit software is answered. What its rights do not reach is as if it were not there. */
function scopeOfToken(access: Access, token: AccessToken, isForPeople: boolean): Scope {
  const right = rightFor(access);
  if (isForPeople || right === null || (right !== 'any' && !token.rights.includes(right)))
    throw new RequestError(404, 'not-found', HTTP_MESSAGES.notFound);
  return { actor: tokenActor(token), account: null, units: [token.unit], person: null };
}

/** What a token must be allowed for a route; null for routes that no token opens. */
export function rightFor(access: Access): TokenRight | 'any' | null {
  if (access === 'account') return 'any';
  if (typeof access === 'string') return null;
  if (access.includes('inspection')) return 'read';
  if (access.includes('reviewer')) return 'conclude';
  return access.includes('committee') ? 'hand-in' : null;
}

/** Whatever changes something must come from a page of this service, and that page must know the session's token. */
function refuseForeignRequests(settings: ServiceSettings): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    // No page of another site can make a browser send a token.
    if (sessionOf(response)?.token) return next();
    if (!comesFromOwnPage(request, settings))
      throw new RequestError(403, 'foreign-request', HTTP_MESSAGES.foreignOrigin(ownOrigin(request, settings)));
    const expected = sessionOf(response)?.csrf;
    const given = request.get('x-csrf-token');
    if (expected === undefined || given === undefined || !areEqual(expected, given))
      throw new RequestError(403, 'foreign-request', HTTP_MESSAGES.staleToken);
    next();
  };
}
