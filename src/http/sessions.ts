import { createHash, randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { AccessToken } from '../model/access-token.js';
import type { Account } from '../model/account.js';
import { createTokenCheck } from './access-tokens.js';
import { isEncrypted } from './connection.js';
import type { ServiceParts } from './service-parts.js';
import { readSessionCookie, writeSessionCookie } from './session-cookie.js';
import { createTokenLimit } from './token-limit.js';

const MINUTE = 60_000;
/** Without a request for so long a session ends, and in any case so long after it began. */
const IDLE = 8 * 60 * MINUTE;
const ABSOLUTE = 24 * 60 * MINUTE;
/** How often the time of the last request is written, and forgotten sessions are swept. */
const TOUCH_AFTER = MINUTE;
const SWEEP_AFTER = 10 * MINUTE;
/** Ended sessions remembered, so that a request under way cannot write one back. */
const REMEMBERED = 1000;

/** A person of a roster, signed in by a one-time code for one campaign. */
export interface Member {
  readonly person: string;
  readonly name: string;
  readonly unit: string;
  readonly campaign: string;
}

/** What one browser and the service know of each other. */
export interface Session {
  /** SHA-256 of its id: what it is kept under. */
  readonly key: string;
  /** Null for whoever has not signed in with one. */
  readonly account: Account | null;
  /** The member that whoever came by a one-time code is; null for everybody else. */
  readonly member: Member | null;
  /** What other software brings in place of a sign-in; null for a browser. */
  readonly token: AccessToken | null;
  /** What a page of this session sends along with whatever changes something. */
  readonly csrf: string;
}

/**
 * Sessions, known by a cookie. Those of accounts are kept in the corpus, by a hash of their id; a visitor's is nothing but
 * the cookie, so that nobody can fill the corpus, or use up a limit that others share, by visiting.
 */
export interface Sessions {
  /** The session that a request belongs to; null for a browser that brings no cookie of ours. Rejects with RequestError `token-refused` for an access token that does not count. */
  find(request: Request): Promise<Session | null>;
  /** Begins a session under a new id and has the browser told. */
  open(request: Request, response: Response, account: Account | null): Promise<Session>;
  end(session: Session): Promise<void>;
  /** Whether the account is still signed in, for connections that stay open. */
  isAlive(session: Session): Promise<boolean>;
  /** Holds up software that asks too often; for after the session was found. */
  readonly perToken: RequestHandler;
}

const dataSchema = z.object({ account: z.string(), startedAt: z.number() });

/** An account's session as it is kept. Times in milliseconds. */
interface Kept {
  readonly account: Account;
  readonly startedAt: number;
  readonly expiresAt: number;
}

/** Sessions kept by `parts.records.people`. */
export function createSessions({ records: { people, tokens }, settings, now }: ServiceParts): Sessions {
  const tokenCheck = createTokenCheck(tokens, now);
  const ended = new Set<string>();
  const touching = new Set<string>();
  let sweptAt = 0;

  async function read(key: string): Promise<Kept | null> {
    const stored = await people.session(key);
    const data = dataSchema.safeParse(JSON.parse(stored?.data ?? 'null')).data;
    if (!stored || !data) return null;
    const time = now().getTime();
    const expiresAt = Date.parse(stored.expiresAt);
    if (expiresAt <= time || data.startedAt + ABSOLUTE <= time) return null;
    const account = await people.byId(data.account);
    return account && !account.isDisabled ? { account, startedAt: data.startedAt, expiresAt } : null;
  }

  async function save(key: string, { account, startedAt }: Pick<Kept, 'account' | 'startedAt'>): Promise<void> {
    const data: z.infer<typeof dataSchema> = { account: account.id, startedAt };
    const expiresAt = expiryOf(startedAt, now().getTime());
    await people.saveSession({
      key,
      account: account.id,
      person: null,
      data: JSON.stringify(data),
      expiresAt: new Date(expiresAt).toISOString(),
    });
  }

  /** Notes that somebody is there. Who only reads may go on reading when that cannot be written, on a full disk for instance. */
  async function touch(key: string, kept: Kept): Promise<void> {
    if (expiryOf(kept.startedAt, now().getTime()) - kept.expiresAt < TOUCH_AFTER) return;
    if (ended.has(key) || touching.has(key)) return;
    touching.add(key);
    await save(key, kept).catch(() => {});
    touching.delete(key);
  }

  async function sweep(): Promise<void> {
    const time = now().getTime();
    if (time - sweptAt < SWEEP_AFTER) return;
    sweptAt = time;
    await people.sweepSessions();
  }

  return {
    perToken: createTokenLimit(({ locals }) => (locals.session as Session | undefined)?.token?.id ?? null),
    async find(request) {
      const token = await tokenCheck.find(request);
      if (token !== null) return { key: token.id, account: null, member: null, token, csrf: '' };
      const id = readSessionCookie(request.get('cookie'), isEncrypted(request, settings));
      if (id === null) return null;
      const key = keyOf(id);
      const kept = await read(key);
      if (kept !== null) await touch(key, kept);
      return { key, account: kept?.account ?? null, member: null, token: null, csrf: tokenOf(id) };
    },
    async open(request, response, account) {
      const id = randomBytes(32).toString('base64url');
      const key = keyOf(id);
      if (account !== null) {
        await sweep();
        await save(key, { account, startedAt: now().getTime() });
      }
      response.append('Set-Cookie', writeSessionCookie(id, isEncrypted(request, settings)));
      return { key, account, member: null, token: null, csrf: tokenOf(id) };
    },
    async end({ key, account }) {
      if (account === null) return;
      if (ended.size >= REMEMBERED) ended.clear();
      ended.add(key);
      await people.endSession(key);
    },
    async isAlive({ key, token }) {
      return token === null ? (await read(key)) !== null : tokenCheck.isAlive(token);
    },
  };
}

const keyOf = (id: string): string => createHash('sha256').update(id).digest('hex');

/** Whoever knows the id knows the token; the token gives away nothing of the id. */
const tokenOf = (id: string): string => createHash('sha256').update(`csrf ${id}`).digest('base64url');

const expiryOf = (startedAt: number, time: number): number => Math.min(time + IDLE, startedAt + ABSOLUTE);
