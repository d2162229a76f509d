import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, type RateLimitInfo, rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { RequestError } from './errors.js';
import { HTTP_MESSAGES } from './messages.js';
import type { ServiceSettings } from './service-parts.js';

const WINDOW_MS = 15 * 60_000;
/** Failures from one address, behind which a whole office may sit. */
const PER_ADDRESS = 30;
/** Failures for one name from one address. */
const PER_NAME_AND_ADDRESS = 10;
/** Failures for one name from anywhere: so many that nobody alone keeps its owner out. */
const PER_NAME = 100;

/** Limits on what somebody may try who has not signed in. */
export interface Attempts {
  readonly perAddress: RequestHandler;
  /** After the body has been read. */
  readonly perName: readonly RequestHandler[];
}

/** Counters of failures in memory: a restart forgets them, which gives nobody more than one more round. */
export function createAttempts({ trustProxy }: ServiceSettings): Attempts {
  const limit = (count: number, keyOf: (request: Request) => string): RequestHandler =>
    rateLimit({
      windowMs: WINDOW_MS,
      limit: count,
      keyGenerator: keyOf,
      skipSuccessfulRequests: true,
      standardHeaders: false,
      legacyHeaders: false,
      // Headers of a proxy that nobody declared are not believed.
      validate: { xForwardedForHeader: false, forwardedHeader: false },
      handler: (request, response, next) => {
        if (trustProxy === 0 && request.get('x-forwarded-for') !== undefined)
          request.log.warn('attempts are limited behind a proxy that --trust-proxy does not declare: all its users count as one');
        const seconds = secondsLeft(request);
        response.set('Retry-After', String(seconds));
        next(new RequestError(429, 'too-many-attempts', HTTP_MESSAGES.tooManyAttempts(Math.ceil(seconds / 60))));
      },
    });
  return {
    perAddress: limit(PER_ADDRESS, addressOf),
    perName: [limit(PER_NAME_AND_ADDRESS, (request) => `${nameOf(request)} ${addressOf(request)}`), limit(PER_NAME, nameOf)],
  };
}

function secondsLeft(request: Request): number {
  const { resetTime } = (request as Request & { rateLimit: RateLimitInfo }).rateLimit;
  return Math.max(1, Math.ceil(((resetTime?.getTime() ?? Date.now() + WINDOW_MS) - Date.now()) / 1000));
}

const addressOf = (request: Request): string => ipKeyGenerator(request.ip ?? '');

const nameSchema = z.object({ name: z.string() });

function nameOf(request: Request): string {
  const body = nameSchema.safeParse(request.body);
  const name = body.success ? body.data.name.trim().toLowerCase() : '';
  return createHash('sha256').update(name).digest('base64url');
}
