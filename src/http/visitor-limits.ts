import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, type RateLimitInfo, rateLimit } from 'express-rate-limit';
import { RequestError } from './errors.js';
import { sessionOf } from './guards.js';
import { HTTP_MESSAGES } from './messages.js';

const MINUTE = 60_000;

/** Limits on what somebody may ask of pages that need no account; whoever is signed in passes. */
export interface VisitorLimits {
  /** For reading and for keeping an answer. */
  readonly each: readonly RequestHandler[];
  /** For beginning an attempt, of which a row is kept. */
  readonly start: readonly RequestHandler[];
}

/** Counted in memory, for each address, behind which a whole hall may sit, and in total, so that nobody slows others down from many. */
export function createVisitorLimits(): VisitorLimits {
  return {
    each: [limit(MINUTE, 400, addressOf), limit(MINUTE, 6000, () => '')],
    start: [limit(15 * MINUTE, 200, addressOf), limit(15 * MINUTE, 2000, () => '')],
  };
}

function limit(windowMs: number, most: number, keyGenerator: (request: Request) => string): RequestHandler {
  return rateLimit({
    windowMs,
    limit: most,
    keyGenerator,
    skip: (_request, response) => isKnown(response as Response),
    standardHeaders: false,
    legacyHeaders: false,
    // Headers of a proxy that nobody declared are not believed.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (request, response, next) => {
      const { resetTime } = (request as Request & { rateLimit: RateLimitInfo }).rateLimit;
      const seconds = Math.max(1, Math.ceil(((resetTime?.getTime() ?? Date.now() + windowMs) - Date.now()) / 1000));
      response.set('Retry-After', String(seconds));
      next(new RequestError(429, 'too-many-requests', HTTP_MESSAGES.tooManyVisits(seconds)));
    },
  });
}

function isKnown(response: Response): boolean {
  const session = sessionOf(response);
  return session !== null && (session.member !== null || session.account !== null);
}

const addressOf = (request: Request): string => ipKeyGenerator(request.ip ?? '');
