import type { Response } from 'express';
import type { z } from 'zod';
import type { logQuerySchema } from '../api/log.js';
import type { ChainedEvent } from '../corpus/records/audit-lines.js';
import type { EventLog, LogFilter } from '../corpus/records/event-log.js';

/** Lines read at a time. */
const CHUNK = 1000;

/** Which lines a request asks for. Days are those of this machine's clock, the last one included. */
export function filterOf({ campaign, kinds, who, essay, from, to }: z.output<typeof logQuerySchema>): LogFilter {
  return {
    ...(campaign && { campaign }),
    ...(kinds && { kinds }),
    ...(who && { actor: who }),
    ...(essay && { essay }),
    ...(from && { from: startOf(from, 0) }),
    ...(to && { to: startOf(to, 1) }),
  };
}

function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

/** The lines of a log page by page, oldest first; others are answered in between. */
export async function* logPages(log: EventLog, filter: LogFilter): AsyncGenerator<readonly ChainedEvent[]> {
  let after = 0;
  for (;;) {
    const page = await log.chained({ ...filter, after, limit: CHUNK });
    after = page.at(-1)?.event.sequence ?? after;
    if (page.length > 0) yield page;
    if (page.length < CHUNK) return;
  }
}

/** Sends a part of a file, no faster than the other side reads; false once nobody reads any more. */
export async function sendPart(response: Response, part: string): Promise<boolean> {
  if (!response.write(part)) await drained(response);
  return !response.destroyed;
}

function drained(response: Response): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.once('drain', go).once('close', go);
  });
}
