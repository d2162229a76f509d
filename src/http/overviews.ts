import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import type { Records } from '../corpus/records/records.js';
import { viewOverview } from './campaign-results.js';

/** Campaigns whose tables are held: a few megabytes each at most. */
const HELD = 8;
/** Compresses in a thread of its own. */
const compress = promisify(gzip);

/** Somebody asks for the table of a campaign, as these units see it. */
interface Asked {
  readonly records: Records;
  readonly units: readonly string[];
  readonly campaign: string;
}

/** The tables of results as they are sent. */
export interface Overviews {
  /** Answers with an OverviewView, or with 304 to whoever has this very table already. Rejects with AppError `unknown-id`. */
  answer(asked: Asked, request: Request, response: Response): Promise<void>;
}

/** A table as it goes over the line. */
interface Sent {
  readonly plain: Buffer;
  readonly gzipped: Buffer;
}

/**
 * Puts a table together and compresses it once, and sends it again until something in it has changed: nobody else is
 * answered while it is put together, and many people look at the same one.
 */
export function createOverviews(now: () => Date): Overviews {
  const held = new Map<string, { readonly mark: string; readonly sent: Promise<Sent> }>();

  async function putTogether({ records, campaign }: Asked): Promise<Sent> {
    const plain = Buffer.from(JSON.stringify(await viewOverview(records, campaign, now())));
    return { plain, gzipped: await compress(plain) };
  }

  async function find(asked: Asked, key: string, mark: string): Promise<Sent> {
    let known = held.get(key);
    if (known?.mark !== mark) known = { mark, sent: putTogether(asked) };
    // The one that was asked for last stands last.
    held.delete(key);
    held.set(key, known);
    for (const oldest of held.keys()) if (held.size > HELD) held.delete(oldest);
    return known.sent.catch((error: unknown) => {
      held.delete(key);
      throw error;
    });
  }

  return {
    async answer(asked, request, response) {
      const key = [asked.campaign, ...[...asked.units].sort()].join(' ');
      const mark = await asked.records.results.mark(asked.campaign);
      // Found before anything is said of it: what is not theirs has no table.
      const { plain, gzipped } = await find(asked, key, mark);
      const tag = `"${createHash('sha256').update(`${key} ${mark}`).digest('base64url')}"`;
      response.set({ ETag: tag, Vary: 'Accept-Encoding' });
      if (request.get('if-none-match') === tag) {
        response.status(304).end();
        return;
      }
      const isGzip = request.acceptsEncodings('gzip') === 'gzip';
      if (isGzip) response.set('Content-Encoding', 'gzip');
      response.type('json').send(isGzip ? gzipped : plain);
    },
  };
}
