import type { Response } from 'express';
import { progressSchema } from '../../api/service.js';
import { RequestError } from '../errors.js';
import { EventStream, hasSeenEnd } from '../event-stream.js';
import { recordsOf, sessionOf } from '../guards.js';
import { readId } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { isOver, type ProgressHub } from '../progress-hub.js';
import { READERS, type Route } from '../route.js';
import type { Sessions } from '../sessions.js';
import { requireBatch } from '../views.js';

/** Streams open at a time: each keeps a connection. */
const MAX_STREAMS = 200;
const RETRY_AFTER_SECONDS = '30';

/** How a batch goes on, as it goes on. */
export function eventRoutes(hub: ProgressHub, sessions: Sessions): Route[] {
  let open = 0;
  return [
    {
      method: 'get',
      path: '/api/batches/:id/events',
      access: READERS,
      describe: {
        vi: 'Tiến độ của một lô, từng thay đổi một.',
        en: 'Progress of a batch, as it goes on.',
        answer: { type: 'text/event-stream', schema: progressSchema },
      },
      async handle(request, response) {
        const batch = await requireBatch(recordsOf(response), readId(request));
        // 204 tells a browser that comes back after the end to stay away.
        if (request.method === 'HEAD' || (hasSeenEnd(request) && isOver(batch.state))) {
          response.status(204).end();
          return;
        }
        if (open >= MAX_STREAMS) {
          response.set('Retry-After', RETRY_AFTER_SECONDS);
          throw new RequestError(503, 'too-many-streams', HTTP_MESSAGES.tooManyStreams);
        }
        // Who has left already is not there to be counted out again.
        if (response.destroyed) return;
        open++;
        response.once('close', () => open--);
        await stream(batch.id, response);
      },
    },
  ];

  async function stream(batch: string, response: Response): Promise<void> {
    const session = sessionOf(response);
    const events = new EventStream(response, () => (session === null ? Promise.resolve(false) : sessions.isAlive(session)));
    const leave = session === null ? () => {} : sessions.attach(session, () => events.end());
    response.once('close', leave);
    const stop = await hub.watch(batch, {
      send: (progress, isLast) => {
        events.progress(progress, isLast);
        if (isLast) events.end();
      },
      end: () => events.end(),
    });
    if (response.destroyed || response.writableEnded) stop();
    else response.once('close', stop);
  }
}
