import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Member } from '../corpus/records/members.js';
import type { Account } from '../model/account.js';
import { isEncrypted } from './connection.js';
import type { ServiceParts } from './service-parts.js';
import { readSessionCookie, writeSessionCookie } from './session-cookie.js';

const MINUTE = 60_000;
/** Without a request for so long a session ends, and in any case so long after it began. */
const IDLE = 8 * 60 * MINUTE;
const ABSOLUTE = 24 * 60 * MINUTE;
/** The same for members, whose telephone or borrowed computer may be left lying about. */
const MEMBER_IDLE = 30 * MINUTE;
const MEMBER_ABSOLUTE = 12 * 60 * MINUTE;
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
  /** What a page of this session sends along with whatever changes something. */
  readonly csrf: string;
}

/**
 * Sessions, known by a cookie. Those of accounts are kept in the corpus, by a hash of their id; a visitor's is nothing but
 * the cookie, so that nobody can fill the corpus, or use up a limit that others share, by visiting.
 */
export interface Sessions {
  /** The session that a request belongs to; null for a browser that brings no cookie of ours. */
  find(request: Request): Promise<Session | null>;
  /** Begins a session under a new id and has the browser told. */
  open(request: Request, response: Response, who: Account | Member | null): Promise<Session>;
  end(session: Session): Promise<void>;
  /** Whether whoever it is of is still signed in, for connections that stay open. */
  isAlive(session: Session): Promise<boolean>;
}

const startedAt = z.number();
const dataSchema = z.union([
  z.object({ account: z.string(), startedAt }),
  z.object({ member: z.object({ person: z.string(), campaign: z.string() }), startedAt }),
]);
type Data = z.infer<typeof dataSchema>;

/** Whom a session is of: one of them is null, or both for a visitor. */
type Who = Pick<Session, 'account' | 'member'>;

/** A session as it is kept. Times in milliseconds. */
interface Kept extends Who {
  readonly startedAt: number;
  readonly expiresAt: number;
}

/** Sessions kept by `parts.records.people`. */
export function createSessions({ records: { people, members }, settings, now }: ServiceParts): Sessions {
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
    if (who === null || expiresAt <= time || data.startedAt + limitsOf(who).absolute <= time) return null;
    return { ...who, startedAt: data.startedAt, expiresAt };
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

  async function save(key: string, { account, member, startedAt: begin }: Omit<Kept, 'expiresAt'>): Promise<void> {
    const data = {
      startedAt: begin,
      ...(member ? { member: { person: member.person, campaign: member.campaign } } : { account: account?.id }),
    };
    const expiresAt = expiryOf({ account, member, startedAt: begin }, now().getTime());
    await people.saveSession({
      key,
      account: account?.id ?? null,
      person: member?.person ?? null,
      data: JSON.stringify(data),
      expiresAt: new Date(expiresAt).toISOString(),
    });
  }

  /** Notes that somebody is there. Who only reads may go on reading when that cannot be written, on a full disk for instance. */
  async function touch(key: string, kept: Kept): Promise<void> {
    if (expiryOf(kept, now().getTime()) - kept.expiresAt < TOUCH_AFTER) return;
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
    async find(request) {
      const id = readSessionCookie(request.get('cookie'), isEncrypted(request, settings));
      if (id === null) return null;
      const key = keyOf(id);
      const kept = await read(key);
      if (kept !== null) await touch(key, kept);
      return { key, account: kept?.account ?? null, member: kept?.member ?? null, csrf: tokenOf(id) };
    },
    async open(request, response, opener) {
      const who = sides(opener);
      const id = randomBytes(32).toString('base64url');
      const key = keyOf(id);
      if (opener !== null) {
        await sweep();
        await save(key, { ...who, startedAt: now().getTime() });
      }
      response.append('Set-Cookie', writeSessionCookie(id, isEncrypted(request, settings)));
      return { key, ...who, csrf: tokenOf(id) };
    },
    async end({ key, account, member }) {
      if (account === null && member === null) return;
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

/** Whoever knows the id knows the token; the token gives away nothing of the id. */
const tokenOf = (id: string): string => createHash('sha256').update(`csrf ${id}`).digest('base64url');

const limitsOf = ({ member }: Who): { idle: number; absolute: number } =>
  member === null ? { idle: IDLE, absolute: ABSOLUTE } : { idle: MEMBER_IDLE, absolute: MEMBER_ABSOLUTE };

function expiryOf({ startedAt: begin, ...who }: Omit<Kept, 'expiresAt'>, time: number): number {
  const { idle, absolute } = limitsOf(who);
  return Math.min(time + idle, begin + absolute);
}

function sides(who: Account | Member | null): Who {
  if (who === null) return { account: null, member: null };
  return 'person' in who ? { account: null, member: who } : { account: who, member: null };
}
