import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Account } from '../model/account.js';
import { isEncrypted } from './connection.js';
import type { ServiceParts } from './service-parts.js';
import { readSessionCookie, writeSessionCookie } from './session-cookie.js';

const MINUTE = 60_000;
/** Without a request for so long a session ends, and in any case so long after it began. */
const IDLE = 8 * 60 * MINUTE;
const ABSOLUTE = 24 * 60 * MINUTE;
/** How often the time of the last request is written, and forgotten sessions are swept. */
const TOUCH_AFTER = MINUTE;
const SWEEP_AFTER = 10 * MINUTE;
/** Ended sessions remembered, so that a request under way cannot write one back. */
const REMEMBERED = 1000;

/** What one browser and the service know of each other. */
export interface Session {
  /** SHA-256 of its id: what it is kept under. */
  readonly key: string;
  /** Null for a visitor who has not signed in. */
  readonly account: Account | null;
  readonly csrf: string;
  /** Milliseconds. */
  readonly startedAt: number;
}

const dataSchema = z.object({ account: z.string().nullable(), csrf: z.string(), startedAt: z.number() });

/** Sessions in the corpus: known by a cookie, kept by the hash of its value. */
export interface Sessions {
  /** The session that a request belongs to; null without one, or when it has ended. */
  find(request: Request): Promise<Session | null>;
  /** Begins a session under a new id and has the browser told. */
  open(request: Request, response: Response, account: Account | null): Promise<Session>;
  end(session: Session): Promise<void>;
  /** Whether a session still holds, for connections that stay open. */
  isAlive(session: Session): Promise<boolean>;
}

/** Sessions kept by `parts.records.people`. */
export function createSessions({ records: { people }, settings, now }: ServiceParts): Sessions {
  const ended = new Set<string>();
  const touching = new Set<string>();
  let sweptAt = 0;

  async function read(key: string): Promise<{ session: Session; expiresAt: number } | null> {
    const stored = await people.session(key);
    if (stored === null) return null;
    const data = dataSchema.parse(JSON.parse(stored.data));
    const time = now().getTime();
    const expiresAt = Date.parse(stored.expiresAt);
    if (expiresAt <= time || data.startedAt + ABSOLUTE <= time) return null;
    const account = data.account === null ? null : await people.byId(data.account);
    if (account === null && data.account !== null) return null;
    return { session: { key, account, csrf: data.csrf, startedAt: data.startedAt }, expiresAt };
  }

  async function save({ key, account, csrf, startedAt }: Session): Promise<void> {
    const expiresAt = expiryOf(startedAt, now().getTime());
    const data: z.infer<typeof dataSchema> = { account: account?.id ?? null, csrf, startedAt };
    await people.saveSession({ key, data: JSON.stringify(data), expiresAt: new Date(expiresAt).toISOString() });
  }

  /** Notes that somebody is there. Who only reads may go on reading when that cannot be written, on a full disk for instance. */
  async function touch(session: Session): Promise<void> {
    if (ended.has(session.key) || touching.has(session.key)) return;
    touching.add(session.key);
    await save(session).catch(() => {});
    touching.delete(session.key);
  }

  async function sweep(): Promise<void> {
    const time = now().getTime();
    if (time - sweptAt < SWEEP_AFTER) return;
    sweptAt = time;
    await people.sweepSessions();
  }

  return {
    async find(request) {
      const id = readSessionCookie(request.get('cookie'), isEncrypted(request, settings));
      const found = id === null ? null : await read(keyOf(id));
      if (found === null) return null;
      const { session, expiresAt } = found;
      if (expiryOf(session.startedAt, now().getTime()) - expiresAt >= TOUCH_AFTER) await touch(session);
      return session;
    },
    async open(request, response, account) {
      await sweep();
      const id = randomBytes(32).toString('base64url');
      const session = { key: keyOf(id), account, csrf: randomBytes(32).toString('base64url'), startedAt: now().getTime() };
      await save(session);
      response.append('Set-Cookie', writeSessionCookie(id, isEncrypted(request, settings)));
      return session;
    },
    async end({ key }) {
      if (ended.size >= REMEMBERED) ended.clear();
      ended.add(key);
      await people.endSession(key);
    },
    async isAlive({ key }) {
      return (await read(key)) !== null;
    },
  };
}

const keyOf = (id: string): string => createHash('sha256').update(id).digest('hex');

const expiryOf = (startedAt: number, time: number): number => Math.min(time + IDLE, startedAt + ABSOLUTE);
