import { createHash, randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Member } from '../corpus/records/members.js';
import type { AccessToken } from '../model/access-token.js';
import type { Account } from '../model/account.js';
import { createTokenCheck } from './access-tokens.js';
import { cleanText } from './clean-text.js';
import { isEncrypted } from './connection.js';
import type { ServiceParts } from './service-parts.js';
import { readSessionCookie, writeSessionCookie } from './session-cookie.js';
import { createTokenLimit } from './token-limit.js';

const MINUTE = 60_000;
/** How often the time of the last request is written, and forgotten sessions are swept. */
const TOUCH_AFTER = MINUTE;
const SWEEP_AFTER = 10 * MINUTE;
/** Ended sessions remembered, so that a request under way cannot write one back. */
const REMEMBERED = 1000;

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
  open(request: Request, response: Response, who: Account | Member | null): Promise<Session>;
  end(session: Session): Promise<void>;
  /** Where an account is signed in, newest first. Times are ISO 8601, UTC. */
  ofAccount(account: string): Promise<readonly OwnSession[]>;
  /** Has `end` called once the session is found to be over by `dropEnded`; the answer forgets it. */
  attach(session: Session, end: () => void): () => void;
  /** Ends the open connections of sessions that are over. */
  dropEnded(): Promise<void>;
  /** Whether the account is still signed in, for connections that stay open. */
  isAlive(session: Session): Promise<boolean>;
  /** Holds up software that asks too often; for after the session was found. */
  readonly perToken: RequestHandler;
}

/** One place where somebody is signed in. */
export interface OwnSession {
  readonly key: string;
  readonly startedAt: string;
  readonly seenAt: string;
  /** What the browser calls itself; empty when it does not. */
  readonly agent: string;
}

/** Characters of what a browser calls itself that are kept. */
const AGENT_LENGTH = 300;
const shared = { startedAt: z.number(), seenAt: z.number(), agent: z.string() };
const dataSchema = z.union([
  z.object({ account: z.string(), ...shared }),
  z.object({ member: z.object({ person: z.string(), campaign: z.string() }), ...shared }),
]);
type Data = z.infer<typeof dataSchema>;

/** Without a request for so long a member's session ends, and in any case so long after it began: their telephone may be left lying about. */
const MEMBER_LIMITS = { idle: 30, absolute: 12 * 60 };

/** Whom a session is of: one of them is null, or both for a visitor. */
type Who = Pick<Session, 'account' | 'member'>;

/** A session as it is kept. Times in milliseconds. */
interface Kept extends Who {
  readonly data: Data;
  readonly expiresAt: number;
}

/** Sessions kept by `parts.records.people`. */
export function createSessions({ records: { people, accounts, members, tokens }, settings, now }: ServiceParts): Sessions {
  const tokenCheck = createTokenCheck(tokens, now);
  const attached = new Map<() => void, Session>();
  const ended = new Set<string>();
  const touching = new Set<string>();
  let sweptAt = 0;

  async function read(key: string): Promise<Kept | null> {
    const stored = await people.session(key);
    const data = dataSchema.safeParse(JSON.parse(stored?.data ?? 'null')).data;
    if (!stored || !data) return null;
    const time = now().getTime();
    const expiresAt = Date.parse(stored.expiresAt);
    const who = await whoIs(data);
    // A limit that was shortened meanwhile counts at once.
    return who !== null && Math.min(expiresAt, await expiryOf(data)) > time ? { ...who, data, expiresAt } : null;
  }

  /** Null once they may not come in any more. */
  async function whoIs(data: Data): Promise<Who | null> {
    if ('member' in data) {
      const member = await members.find(data.member.person, data.member.campaign);
      return member && { account: null, member };
    }
    const account = await people.byId(data.account);
    return account && !account.isDisabled ? { account, member: null } : null;
  }

  async function save(key: string, data: Data): Promise<void> {
    const expiresAt = new Date(await expiryOf(data)).toISOString();
    const who = 'member' in data ? { account: null, person: data.member.person } : { account: data.account, person: null };
    await people.saveSession({ key, ...who, data: JSON.stringify(data), expiresAt });
  }

  /** When a session ends unless somebody asks for something again, milliseconds: that of an account as its units set it. */
  async function expiryOf(data: Data): Promise<number> {
    const { idle, absolute } = 'member' in data ? MEMBER_LIMITS : await accounts.sessionLimits(data.account);
    return Math.min(data.seenAt + idle * MINUTE, data.startedAt + absolute * MINUTE);
  }

  /** Notes that somebody is there. Who only reads may go on reading when that cannot be written, on a full disk for instance. */
  async function touch(key: string, { data }: Kept): Promise<void> {
    const seenAt = now().getTime();
    if (seenAt - data.seenAt < TOUCH_AFTER || ended.has(key) || touching.has(key)) return;
    touching.add(key);
    await save(key, { ...data, seenAt }).catch(() => {});
    touching.delete(key);
  }

  async function sweep(): Promise<void> {
    const time = now().getTime();
    if (time - sweptAt < SWEEP_AFTER) return;
    sweptAt = time;
    await people.sweepSessions();
  }

  const isAlive = async ({ key, token }: Session): Promise<boolean> =>
    token === null ? (await read(key)) !== null : tokenCheck.isAlive(token);

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
      return { key, account: kept?.account ?? null, member: kept?.member ?? null, token: null, csrf: tokenOf(id) };
    },
    async open(request, response, opener) {
      const who = sides(opener);
      const id = randomBytes(32).toString('base64url');
      const key = keyOf(id);
      if (opener !== null) {
        await sweep();
        const time = now().getTime();
        const agent = cleanText(request.get('user-agent') ?? '').slice(0, AGENT_LENGTH);
        await save(key, { ...idsOf(opener), startedAt: time, seenAt: time, agent });
      }
      response.append('Set-Cookie', writeSessionCookie(id, isEncrypted(request, settings)));
      return { key, ...who, token: null, csrf: tokenOf(id) };
    },
    async end({ key, account, member }) {
      if (account === null && member === null) return;
      if (ended.size >= REMEMBERED) ended.clear();
      ended.add(key);
      await people.endSession(key);
    },
    async ofAccount(account) {
      const found = (await accounts.sessions(account)).flatMap(({ key, data }) => {
        const read = dataSchema.safeParse(JSON.parse(data)).data;
        return read === undefined ? [] : [{ key, ...read }];
      });
      const moment = (time: number): string => new Date(time).toISOString();
      return found
        .sort((a, b) => b.seenAt - a.seenAt)
        .map(({ key, startedAt, seenAt, agent }) => ({ key, startedAt: moment(startedAt), seenAt: moment(seenAt), agent }));
    },
    attach(session, end) {
      attached.set(end, session);
      return () => void attached.delete(end);
    },
    async dropEnded() {
      for (const [end, session] of attached) if (!(await isAlive(session))) end();
    },
    isAlive,
  };
}

const keyOf = (id: string): string => createHash('sha256').update(id).digest('hex');

/** Whoever knows the id knows the token; the token gives away nothing of the id. */
const tokenOf = (id: string): string => createHash('sha256').update(`csrf ${id}`).digest('base64url');

function sides(who: Account | Member | null): Who {
  if (who === null) return { account: null, member: null };
  return 'person' in who ? { account: null, member: who } : { account: who, member: null };
}

const idsOf = (who: Account | Member) =>
  'person' in who ? { member: { person: who.person, campaign: who.campaign } } : { account: who.id };
