import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { type Answer, UNANSWERED } from '../corpus/records/answers.js';
import type { Scope } from '../model/access.js';
import { reached } from '../model/steps.js';
import { RequestError } from './errors.js';
import { scopeOf } from './guards.js';
import { HTTP_MESSAGES } from './messages.js';
import type { ServiceParts } from './service-parts.js';

/** How long an answer is kept for a request that comes again, milliseconds. */
const KEPT = 24 * 60 * 60_000;
/** How long a request whose connection broke holds its key if it is never answered, milliseconds. */
const PATIENCE = 30_000;
/** What a key looks like. */
export const keySchema = z.string().regex(/^[\x21-\x7e]{8,128}$/);

/**
 * A request that carries the header `Idempotency-Key` has one effect however often it comes: the same key with the same
 * request is given the first answer again, with another request it is refused (422). Answers are kept by asker for a day;
 * those that say the machine failed are not, so that one may try again. The key is noted before anything is done: where the
 * service ended between the effect and its answer, nobody knows how far it came, and who asks again is told to look (409).
 * Runs after the body has been read.
 */
export function answerOnce({ records: { answers }, now }: Pick<ServiceParts, 'records' | 'now'>): RequestHandler {
  const running = new Map<string, Promise<void>>();
  return async (request, response, next) => {
    const key = request.get('idempotency-key');
    if (key === undefined || isRaw(request)) return next();
    if (!keySchema.safeParse(key).success) throw new RequestError(400, 'bad-request', HTTP_MESSAGES.badRequest);
    const asker = askerOf(scopeOf(response));
    const place = `${asker} ${key}`;
    while (running.has(place)) await running.get(place);
    const release = hold(running, place);
    const since = new Date(now().getTime() - KEPT).toISOString();
    const asked = { asker, key, request: hashOf(request) };
    let known: Answer | null;
    try {
      known = await answers.find(asker, key, since);
      if (known === null) await answers.begin(asked, since);
    } catch (error) {
      release();
      throw error;
    }
    if (known !== null) {
      release();
      return answerAgain(known, asked.request, response);
    }
    response.once('close', () => setTimeout(release, PATIENCE).unref());
    keepAnswer(response, async (status, body) => {
      reached('answer.made');
      const noted = status < 500 ? answers.keep({ ...asked, status, body }) : answers.forget(asker, key);
      await noted.catch(() => undefined);
      release();
    });
    next();
  };
}

/** Uploads are known by their content and have one effect anyway. */
const isRaw = (request: Request): boolean => request.get('content-type') !== undefined && request.is('json') === false;

const askerOf = ({ account, person, actor, units }: Scope): string => account ?? person ?? `${actor} ${units.join(' ')}`;

function hashOf({ method, originalUrl, body }: Request): string {
  return createHash('sha256')
    .update(`${method} ${originalUrl}\n${JSON.stringify(body ?? null)}`)
    .digest('hex');
}

function hold(running: Map<string, Promise<void>>, place: string): () => void {
  let open = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    open = resolve;
  });
  running.set(place, held);
  return () => {
    if (running.get(place) === held) running.delete(place);
    open();
  };
}

function answerAgain(known: Answer, request: string, response: Response): void {
  if (known.request !== request) throw new RequestError(422, 'key-reused', HTTP_MESSAGES.keyReused);
  if (known.status === UNANSWERED) throw new RequestError(409, 'request-interrupted', HTTP_MESSAGES.requestInterrupted);
  response.status(known.status).set('Idempotent-Replayed', 'true');
  if (known.body === '') response.end();
  else response.type('json').send(known.body);
}

/** Has an answer kept before it leaves. */
function keepAnswer(response: Response, keep: (status: number, body: string) => Promise<void>): void {
  const { send, end } = response;
  let isKept = false;
  response.send = (body: unknown) => {
    if (isKept) return send.call(response, body);
    isKept = true;
    void keep(response.statusCode, typeof body === 'string' ? body : '').finally(() => send.call(response, body));
    return response;
  };
  response.end = ((...rest: Parameters<Response['end']>) => {
    if (isKept) return end.apply(response, rest);
    isKept = true;
    void keep(response.statusCode, '').finally(() => end.apply(response, rest));
    return response;
  }) as Response['end'];
}
