import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, type RateLimitInfo, rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { RequestError } from './errors.js';
import { sessionOf } from './guards.js';
import { HTTP_MESSAGES } from './messages.js';

const WINDOW_MS = 15 * 60_000;
/** Failed sign-ins for one name; from one address, behind which a whole office may sit. */
const PER_ACCOUNT = 10;
const PER_ADDRESS = 30;
/** Sessions of visitors without a login, from one address. */
const NEW_SESSIONS = 300;

/** Limits on what somebody may try who has not signed in. */
export interface Attempts {
  readonly perAddress: RequestHandler;
  /** After the body has been read. */
  readonly perAccount: RequestHandler;
  readonly newSessions: RequestHandler;
}

/** Counters in memory: a restart forgets them, which gives nobody more than one more round. */
export function createAttempts(): Attempts {
  return {
    perAddress: limit({ limit: PER_ADDRESS, keyOf: addressOf, say: HTTP_MESSAGES.tooManyAttempts }),
    perAccount: limit({ limit: PER_ACCOUNT, keyOf: accountNameOf, say: HTTP_MESSAGES.tooManyAttempts }),
    newSessions: limit({
      limit: NEW_SESSIONS,
      keyOf: addressOf,
      say: HTTP_MESSAGES.tooManySessions,
      isFree: (_request, response) => sessionOf(response) !== null,
    }),
  };
}

interface Limit {
  readonly limit: number;
  keyOf(request: Request): string;
  say(minutes: number): string;
  /** Requests that are not counted; without it those that succeed. */
  isFree?(request: Request, response: Response): boolean;
}

function limit({ limit: count, keyOf, say, isFree }: Limit): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: count,
    keyGenerator: keyOf,
    skipSuccessfulRequests: isFree === undefined,
    skip: isFree ?? (() => false),
    standardHeaders: false,
    legacyHeaders: false,
    // Headers of a proxy that nobody declared are not believed, and are no news.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (request, response, next) => {
      const seconds = secondsLeft(request);
      response.set('Retry-After', String(seconds));
      next(new RequestError(429, 'too-many-attempts', say(Math.ceil(seconds / 60))));
    },
  });
}

function secondsLeft(request: Request): number {
  const { resetTime } = (request as Request & { rateLimit: RateLimitInfo }).rateLimit;
  return Math.max(1, Math.ceil(((resetTime?.getTime() ?? Date.now() + WINDOW_MS) - Date.now()) / 1000));
}

const addressOf = (request: Request): string => ipKeyGenerator(request.ip ?? '');

const nameSchema = z.object({ name: z.string() });

function accountNameOf(request: Request): string {
  const body = nameSchema.safeParse(request.body);
  const name = body.success ? body.data.name.trim().toLowerCase() : '';
  return createHash('sha256').update(name).digest('base64url');
}
