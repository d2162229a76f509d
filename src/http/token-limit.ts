import type { Request, RequestHandler, Response } from 'express';
import { type RateLimitInfo, rateLimit } from 'express-rate-limit';
import { RequestError } from './errors.js';
import { HTTP_MESSAGES } from './messages.js';

const WINDOW_MS = 60_000;
/** Requests of one token in a minute: ten a second, which takes nobody's place who sits at a page. */
const TOKEN_REQUESTS = 600;

/** Refuses the requests of an access token that sends too many; everybody else, for whom `idOf` is null, passes. Counted in memory. */
export function createTokenLimit(idOf: (response: Response) => string | null): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: TOKEN_REQUESTS,
    skip: (_request, response) => idOf(response as Response) === null,
    keyGenerator: (_request, response) => idOf(response as Response) ?? '',
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (request, response, next) => {
      const seconds = secondsLeft(request);
      response.set('Retry-After', String(seconds));
      next(new RequestError(429, 'too-many-requests', HTTP_MESSAGES.tooManyRequests(seconds)));
    },
  });
}

function secondsLeft(request: Request): number {
  const { resetTime } = (request as Request & { rateLimit: RateLimitInfo }).rateLimit;
  return Math.max(1, Math.ceil(((resetTime?.getTime() ?? Date.now() + WINDOW_MS) - Date.now()) / 1000));
}
